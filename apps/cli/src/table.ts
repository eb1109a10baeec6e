import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];
export type Cell = string | Readonly<{ text: string; style: Style }>;

/** Columns as wide as what is in them; the last one as long as it likes. Colours only on a terminal that wants them. */
export const table = (rows: readonly (readonly Cell[])[]): string => {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => textOf(row[n]!).length)));
  return rows
    .map((row) =>
      row
        .map((cell, n) => padded(cell, n, widths))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** A list may have nothing in it, and says so. */
export const listed = (rows: Parameters<typeof table>[0]): string => (rows.length === 0 ? 'None.' : table(rows));

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

const padded = (cell: Cell, column: number, widths: readonly number[]): string => {
  const text = textOf(cell);
  const shown = typeof cell === 'string' ? text : styleText(cell.style, text, { stream: process.stdout });
  return column === widths.length - 1 ? shown : shown + ' '.repeat(widths[column]! - text.length);
};

const URGENCY: Readonly<Record<string, Style>> = {
  overdue: 'red',
  doneLate: 'red',
  dueSoon: 'yellow',
  inTime: 'green',
  doneInTime: 'green',
};

export const deadline = (deadlineClass: string): Cell => ({
  text: deadlineClass,
  style: URGENCY[deadlineClass] ?? 'dim',
});
