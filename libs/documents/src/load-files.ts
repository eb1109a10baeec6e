import type { UnitsDocument } from '@edict/directives/document';

import { ofKind, unitsOf } from './across-files.ts';
import { errorsOf, type File } from './check-files.ts';
import type { Documents, Kind } from './kind.ts';
import type { Problem } from './problem.ts';
import { readDocument, type ReadResult } from './read-document.ts';

/** The documents of a set of files: several units files add up, of every other kind there is one at most. */
export type Loaded = Readonly<Partial<Omit<Documents, 'units'>> & { units: UnitsDocument }>;

export type LoadResult =
  Readonly<{ ok: true; documents: Loaded }> | Readonly<{ ok: false; errors: readonly Problem[] }>;

export const loadFiles = (files: readonly File[]): LoadResult => {
  const read = files.map(({ name, text }) => readDocument(name, text));
  const errors = [...errorsOf(read), ...SINGLES.flatMap((kind) => surplus(read, kind))];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, documents: documentsOf(read) };
};

const SINGLES = ['directive', 'policy', 'calendar', 'script'] as const;

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

const documentsOf = (read: readonly ReadResult[]): Loaded => ({
  ...Object.fromEntries(SINGLES.flatMap((kind) => ofKind(read, kind).map(({ document }) => [kind, document]))),
  units: unitsOf(read),
});
