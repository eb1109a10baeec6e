import {
  singly,
  type DirectiveDocument,
  type ScriptDocument,
  type UnitsDocument,
  type WrittenSuccession,
} from '@edict/directives/document';

import type { Kind } from './kind.ts';
import { quoted, type Problem } from './problem.ts';
import { placed, type Located, type Readable, type ReadResult } from './read-document.ts';
import { unitReferences } from './references.ts';
import { clausesIn } from './rules/directive.rules.ts';
import { circleIn, flaw } from './rules/common.ts';

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
    ...doubledUnits(unitFiles),
    ...unitCircles(unitFiles),
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

/** Within one file the file's own rules have found it. */
const doubledUnits = (files: readonly Readable<'units'>[]): readonly Problem[] => {
  const owner = new Map<string, Readable>();
  return files.flatMap((file) =>
    file.document.units.flatMap(({ id }, index) => {
      const first = owner.get(id) ?? file;
      owner.set(id, first);
      if (first === file) return [];
      const message = `The unit ${quoted(id)} is already in ${first.name}; give each unit once.`;
      return [placed(file, flaw(['units', index, 'id'], 'unit/id-twice', message))];
    }),
  );
};

const unitCircles = (files: readonly Readable<'units'>[]): readonly Problem[] => {
  const units = files.flatMap(({ document }) => document.units);
  const parents = new Map(units.map(({ id, parent }) => [id, parent === null ? [] : [parent]]));
  const members = new Map(units.map(({ id, members: within = [] }) => [id, within]));
  return [
    ...circleProblems(files, circleIn(parents), 'unit/parent-cycle', 'Each of these units is under the next:'),
    ...circleProblems(files, circleIn(members), 'group/cycle', 'Each of these groups has the next one in it:'),
    ...circleProblems(
      files,
      circleIn(successorsIn(files)),
      'succession/cycle',
      'Each of these units is succeeded by the next:',
    ),
  ];
};

/** Who takes others in goes on, and is no successor of itself. */
const successorsIn = (files: readonly Readable<'units'>[]): ReadonlyMap<string, readonly string[]> => {
  const pairs = files
    .flatMap(({ document }) => singly(document.successions ?? []))
    .flatMap(({ from, to }) => from.flatMap((unit) => (to === null || to === unit ? [] : [{ unit, to }])));
  return new Map([...Map.groupBy(pairs, ({ unit }) => unit)].map(([unit, of]) => [unit, of.map(({ to }) => to)]));
};

const circleProblems = (
  files: readonly Readable<'units'>[],
  circle: readonly string[] | undefined,
  rule: string,
  words: string,
): readonly Problem[] => {
  const [first] = circle ?? [];
  if (first === undefined || circle === undefined) return [];
  const message = `${words} ${[...circle.slice(0, 8), first].join(', ')}. Break the circle.`;
  const [list, key] = RINGS[rule] ?? ['units', 'parent'];
  return files.flatMap((file) => {
    const index =
      list === 'successions'
        ? (file.document.successions ?? []).findIndex(
            ({ from, to }: WrittenSuccession) => from.includes(first) && to !== first,
          )
        : file.document.units.findIndex(({ id }) => id === first);
    return index < 0 ? [] : [placed(file, flaw([list, index, key], rule, message))];
  });
};

const RINGS: Readonly<Record<string, readonly ['units' | 'successions', string]>> = {
  'group/cycle': ['units', 'members'],
  'succession/cycle': ['successions', 'to'],
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

const isOf = (link: Head, head: Head): boolean =>
  link.number !== null && link.number === head.number && link.type === head.type && link.issuers[0] === head.issuers[0];

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
