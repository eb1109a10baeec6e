export type Cell = string | number | null;

/** A table with the keys that scripts rely on and the titles that people read. Each row has a cell for each column. */
export type Sheet = Readonly<{
  name: string;
  columns: readonly Readonly<{ key: string; title: string }>[];
  rows: readonly Readonly<Record<string, Cell>>[];
}>;

/** Columns by their keys, in their order. */
export const columnsOf = (titles: Readonly<Record<string, string>>): Sheet['columns'] =>
  Object.entries(titles).map(([key, title]) => ({ key, title }));

/** The cells of a sheet as they are written: its titles first. */
export const gridOf = ({ columns, rows }: Sheet): readonly (readonly Cell[])[] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
];
