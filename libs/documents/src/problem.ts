/** Steps from the root of a document to a value in it. */
export type Path = readonly (string | number)[];

/** Line and column count from 1. */
export type Place = Readonly<{ line: number; column: number }>;

/** What is wrong, before it has a place: `onKey` means the key at the end of the path and not its value. */
export type Flaw = Readonly<{ path: Path; rule: string; message: string; onKey?: boolean }>;

/** What is wrong in a file and where. `path` is a JSON pointer; `rule` is stable, `noun/what`. */
export type Problem = Place & Readonly<{ file: string; path: string; rule: string; message: string }>;

/** More would help nobody, and a hostile file could ask for millions. */
export const MOST_PROBLEMS = 100;

export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A value in a message: as it would be written, cut where it is long. */
export const quoted = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
