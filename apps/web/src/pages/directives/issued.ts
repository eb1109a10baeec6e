import type { EventLine } from '../../api/tasks.ts';

export type Linked = Readonly<{
  rel: string;
  number: string | null;
  type: string;
  issuers: readonly string[];
  date: string | null;
  title: string;
}>;
type Window = Readonly<{ from: string | null; until: string | null }>;

/** What the document says of itself, as it was issued: nothing of it is ever edited. A file may leave out what the text does not say. */
export type Issued = Readonly<{ signedOn?: string | null; horizon?: Window; links?: readonly Linked[] }>;

type Data = Readonly<{ document?: Readonly<{ directive?: Issued }> }>;

/** The whole text as it was issued. `undefined`: its issue is not among these events. */
export const documentIn = (lines: readonly EventLine[]): Data['document'] =>
  (lines.find(({ type }) => type === 'DirectiveIssued')?.data as Data | undefined)?.document;

export const issuedIn = (lines: readonly EventLine[]): Issued | undefined => documentIn(lines)?.directive;

export type LinkGroup = Readonly<{ rel: string; numbers: readonly string[]; unnumbered: number }>;

/** By how they are linked, the first first; what has no number is counted. */
export const linkGroups = (links: readonly Linked[]): readonly LinkGroup[] =>
  [...Map.groupBy(links, ({ rel }) => rel)].map(([rel, each]) => ({
    rel,
    numbers: each.flatMap(({ number }) => number ?? []),
    unnumbered: each.filter(({ number }) => number === null).length,
  }));
