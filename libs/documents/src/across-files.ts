import {
  sameNumber,
  type DirectiveDocument,
  type ScriptDocument,
  type UnitsDocument,
} from '@edict/directives/document';

import { problemsOfUnits } from './across-units.ts';
import type { Kind } from './kind.ts';
import { quoted, type Problem } from './problem.ts';
import { placed, type Located, type Readable, type ReadResult } from './read-document.ts';
import { unitReferences } from './references.ts';
import { clausesIn } from './rules/directive.rules.ts';
import { flaw } from './rules/common.ts';

const isReadable = (file: ReadResult): file is Readable => file.document !== undefined;

export const ofKind = <K extends Kind>(files: readonly ReadResult[], kind: K): readonly Readable<K>[] =>
  files.filter((file) => isReadable(file) && file.kind === kind) as readonly Located[] as readonly Readable<K>[];

/** Several units files add up. */
export const unitsOf = (files: readonly ReadResult[]): UnitsDocument => {
  const documents = ofKind(files, 'units').map(({ document }) => document);
  return {
    units: documents.flatMap(({ units }) => units),
    successions: documents.flatMap(({ successions = [] }) => successions),
  };
};

/** What files say against one another. Unit ids are looked up only where every units file given could be read. */
export const problemsAcross = (files: readonly ReadResult[]): readonly Problem[] => {
  const readable = files.filter(isReadable);
  const unitFiles = ofKind(files, 'units');
  const isComplete =
    unitFiles.length > 0 && files.every((file) => file.document || (file.kind && file.kind !== 'units'));
  return [
    ...(isComplete ? unknownUnits(readable, unitsOf(files)) : []),
    ...problemsOfUnits(unitFiles, isComplete),
    ...unknownTasks(files),
    ...unknownClauses(ofKind(files, 'directive')),
  ];
};

const unknownUnits = (files: readonly Readable[], { units }: UnitsDocument): readonly Problem[] => {
  const known = new Set(units.map(({ id }) => id));
  return files.flatMap((file) =>
    unitReferences(file).flatMap(({ path, unit }) =>
      known.has(unit) ? [] : [placed(file, flaw(path, 'unit/unknown', `No units file has the unit ${quoted(unit)}.`))],
    ),
  );
};

/** A part that was passed on bears the ref of its task, and which part it is. */
const PART = /(?:-d\d+)+$/;

const unknownTasks = (files: readonly ReadResult[]): readonly Problem[] => {
  const directives = ofKind(files, 'directive');
  const refs = new Set(directives.flatMap(({ document }) => document.tasks.map(({ ref }) => ref)));
  if (directives.length === 0) return [];
  return ofKind(files, 'script').flatMap((file) =>
    file.document.flatMap(({ task }, index) =>
      task === undefined || refs.has(task.replace(PART, '')) || entered(file.document).has(task.replace(PART, ''))
        ? []
        : [placed(file, flaw([index, 'task'], 'task/unknown', `The directive has no task ${quoted(task)}.`))],
    ),
  );
};

/** Tasks that a script enters are there from then on. */
const entered = (script: ScriptDocument): ReadonlySet<string> =>
  new Set(script.filter(({ do: verb }) => verb === 'enter-task').map((line) => String(line['ref'] ?? '')));

type Head = Pick<DirectiveDocument['directive'], 'number' | 'type' | 'issuers'>;

/** However its number is written: 21-БК/ДУ is 21-BC/ĐU. */
const isOf = (link: Head, head: Head): boolean =>
  link.number !== null &&
  head.number !== null &&
  sameNumber(link.number, head.number) &&
  link.type === head.type &&
  link.issuers[0] === head.issuers[0];

/** Of a document that is among the files, a directive implements clauses that are there. */
const unknownClauses = (files: readonly Readable<'directive'>[]): readonly Problem[] =>
  files.flatMap((file) =>
    file.document.directive.links.flatMap((link, index) => {
      const other = files.find(({ document }) => isOf(link, document.directive));
      const refs = new Set(other ? clausesIn(other.document) : []);
      return (other ? (link.clauses ?? []) : []).flatMap(({ clause }, n) => {
        const path = ['directive', 'links', index, 'clauses', n, 'clause'];
        const message = `${link.number ?? ''} has no clause ${quoted(clause)}.`;
        return refs.has(clause) ? [] : [placed(file, flaw(path, 'clause/unknown', message))];
      });
    }),
  );
