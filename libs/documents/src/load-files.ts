import type { DirectiveDocument, FormDocument, UnitsDocument } from '@edict/directives/document';

import { ofKind, unitsOf } from './across-files.ts';
import { errorsOf, type File } from './check-files.ts';
import type { Documents, Kind } from './kind.ts';
import { quoted, type Problem } from './problem.ts';
import { readDocument, type ReadResult } from './read-document.ts';

/** The documents of a set of files: several units files add up, directives and forms are kept in their order, of every other kind there is one at most. */
export type Loaded = Readonly<
  Partial<Omit<Documents, 'units' | 'form'>> & {
    units: UnitsDocument;
    /** All of them; `directive` is the first. */
    directives: readonly DirectiveDocument[];
    forms: readonly FormDocument[];
  }
>;

export type LoadResult =
  Readonly<{ ok: true; documents: Loaded }> | Readonly<{ ok: false; errors: readonly Problem[] }>;

export const loadFiles = (files: readonly File[]): LoadResult => {
  const read = files.map(({ name, text }) => readDocument(name, text));
  const errors = [...errorsOf(read), ...SINGLES.flatMap((kind) => surplus(read, kind)), ...doubled(read)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, documents: documentsOf(read) };
};

const SINGLES = ['policy', 'calendar', 'script'] as const;

const surplus = (read: readonly ReadResult[], kind: Kind): readonly Problem[] =>
  ofKind(read, kind)
    .slice(1)
    .map(({ name, locate }) => ({
      file: name,
      ...locate([]),
      path: '',
      rule: 'file/one-too-many',
      message: `This is a second ${kind} file; one is read at a time.`,
    }));

const doubled = (read: readonly ReadResult[]): readonly Problem[] => {
  const directives = ofKind(read, 'directive');
  const idOf = (n: number): string => directives[n]!.document.directive.id;
  return directives.flatMap(({ name, locate }, n) =>
    directives.findIndex((_, m) => idOf(m) === idOf(n)) === n
      ? []
      : [
          {
            file: name,
            ...locate(['directive', 'id']),
            path: '/directive/id',
            rule: 'directive/id-twice',
            message: `There is a directive ${quoted(idOf(n))} already; choose another id.`,
          },
        ],
  );
};

const documentsOf = (read: readonly ReadResult[]): Loaded => ({
  ...Object.fromEntries(SINGLES.flatMap((kind) => ofKind(read, kind).map(({ document }) => [kind, document]))),
  ...directivesOf(ofKind(read, 'directive').map(({ document }) => document)),
  units: unitsOf(read),
  forms: ofKind(read, 'form').map(({ document }) => document),
});

const directivesOf = (directives: readonly DirectiveDocument[]) => ({
  ...(directives[0] ? { directive: directives[0] } : {}),
  directives,
});
