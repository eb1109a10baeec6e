import { decode, type Complaint } from './decode.ts';
import { kindOf, type Documents, type Kind } from './kind.ts';
import { inOneWay } from './one-way.ts';
import { locate, plainOf } from './plain.ts';
import { MOST_PROBLEMS, pointerOf, type Flaw, type Path, type Place, type Problem } from './problem.ts';
import { ruleFlaws } from './rules.ts';
import { shapeFlaws } from './schema.ts';
import { grow, type Tree } from './tree.ts';

export type Located = Readonly<{
  name: string;
  errors: readonly Problem[];
  /** Where a path of the document stands in the file. */
  locate(path: Path, onKey?: boolean): Place;
}>;

/** A file whose document can be relied on, by kind. */
export type Readable<K extends Kind = Kind> = {
  [Each in K]: Located & Readonly<{ kind: Each; document: Documents[Each] }>;
}[K];

/** A file with errors; its kind where it could be told. */
export type Unreadable = Located & Readonly<{ kind: Kind | undefined; document: undefined }>;

export type ReadResult = Readable | Unreadable;

/** Reads one file. Never throws: whatever is wrong comes back with its place. */
export const readDocument = (name: string, input: string | Uint8Array): ReadResult => {
  const decoded = decode(input);
  if (!('text' in decoded)) return unreadable(name, [decoded]);
  const tree = treeOf(decoded.text);
  return 'root' in tree ? judge(name, tree) : unreadable(name, tree);
};

/** Puts a flaw where it stands in its file. */
export const placed = ({ name, locate: find }: Pick<Located, 'name' | 'locate'>, flaw: Flaw): Problem => {
  const { path, rule, message, onKey } = flaw;
  return { file: name, ...find(path, onKey), path: pointerOf(path), rule, message };
};

/** A parser that fails in a way it does not foresee must not stop the process. */
const treeOf = (text: string): Tree | readonly Complaint[] => {
  try {
    return grow(text);
  } catch {
    return [{ place: { line: 1, column: 1 }, rule: 'yaml/unreadable', message: 'This file cannot be read as YAML.' }];
  }
};

const judge = (name: string, tree: Tree): ReadResult => {
  const { value, flaws } = plainOf(tree);
  const located = { name, locate: (path: Path, onKey?: boolean) => locate(tree, path, onKey) };
  const kind = kindOf(value);
  const found = flaws.length > 0 ? flaws : flawsOf(kind, value);
  const errors = found.slice(0, MOST_PROBLEMS).map((flaw) => placed(located, flaw));
  if (!kind || errors.length > 0) return { ...located, kind, document: undefined, errors: inOrder(errors) };
  return { ...located, kind, document: value, errors } as Readable;
};

const UNKNOWN: Flaw = {
  path: [],
  rule: 'file/unknown-format',
  message:
    'No format is recognised: one of the keys directive, units, policy or calendar must stand at the top, or a list of acts.',
};

const flawsOf = (kind: Kind | undefined, value: unknown): readonly Flaw[] => {
  if (!kind) return [UNKNOWN];
  const shape = shapeFlaws(kind, value);
  if (shape.length > 0) return shape;
  inOneWay(kind, value);
  return ruleFlaws(kind, value as Documents[Kind]);
};

const unreadable = (name: string, complaints: readonly Complaint[]): Unreadable => ({
  name,
  kind: undefined,
  document: undefined,
  locate: () => ({ line: 1, column: 1 }),
  errors: inOrder(
    complaints
      .slice(0, MOST_PROBLEMS)
      .map(({ place, rule, message }) => ({ file: name, ...place, path: '', rule, message })),
  ),
});

export const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1));
