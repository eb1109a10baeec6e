import { isDeepStrictEqual } from 'node:util';

import {
  isCompleteWithin,
  membersWithin,
  placesOf,
  singly,
  takenTwice,
  type Succession,
  type UnitEntry,
  type WrittenSuccession,
} from '@edict/directives/document';

import { quoted, type Problem } from './problem.ts';
import { placed, type Readable } from './read-document.ts';
import { circleIn, flaw } from './rules/common.ts';
import { takenFlaw } from './rules/succession.rules.ts';

/** What units files say against one another. How many members a group has is looked at only where every units file given could be read. */
export const problemsOfUnits = (files: readonly Readable<'units'>[], isComplete: boolean): readonly Problem[] => [
  ...doubledUnits(files),
  ...(isComplete ? groupSizes(files) : []),
  ...doubledSuccessions(files),
  ...takenAcross(files),
  ...unitCircles(files),
];

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

/** Within one file the file's own rules have found it. What is given alike in several is one, whatever is noted of it. */
const doubledSuccessions = (files: readonly Readable<'units'>[]): readonly Problem[] => {
  const owners = new Map<string, Readonly<{ file: Readable; said: readonly Succession[] }>>();
  return files.flatMap((file) =>
    (file.document.successions ?? []).flatMap((written, index) => {
      const named = namesOf(written);
      const clash = named
        .map(([name, said]) => ({ first: owners.get(name), said }))
        .find(({ first, said }) => first && first.file !== file && !isDeepStrictEqual(first.said, said));
      for (const [name, said] of named) if (!owners.has(name)) owners.set(name, { file, said });
      if (!clash?.first) return [];
      const message = `The succession ${quoted(written.id)} is already in ${clash.first.file.name}, and is another one there; give each an id of its own.`;
      return [placed(file, flaw(['successions', index, 'id'], 'succession/id-twice', message))];
    }),
  );
};

/** Its id, and those of its parts, each with what it stands for. */
const namesOf = (written: WrittenSuccession): readonly (readonly [name: string, said: readonly Succession[]])[] => {
  const parts = singly([written]).map(({ notes: _, ...said }) => said);
  return [[written.id, parts], ...parts.map((part) => [part.id, [part]] as const)];
};

/** What a group is said to have is what is listed of it, or more. */
const groupSizes = (files: readonly Readable<'units'>[]): readonly Problem[] => {
  const entries = new Map(files.flatMap(({ document }) => document.units.map((unit) => [unit.id, unit])));
  return files.flatMap((file) =>
    file.document.units.flatMap((entry, index) => {
      const message = wrongSize(entry, entries);
      return message === undefined ? [] : [placed(file, flaw(['units', index, 'size'], 'group/size', message))];
    }),
  );
};

const wrongSize = (entry: UnitEntry, entries: ReadonlyMap<string, UnitEntry>): string | undefined => {
  const { id, members = [], size } = entry;
  if (size === undefined || members.length === 0) return undefined;
  const listed = membersWithin(members, entries).length;
  if (listed > size) return `${quoted(id)} is said to have ${size} members, and ${listed} are listed.`;
  return listed < size && isCompleteWithin(entry, entries)
    ? `${quoted(id)} is said to have ${size} members, and the list of ${listed} is said to be complete.`
    : undefined;
};

/** Within one file the file's own rules have found it. What is given alike in several is one. */
const takenAcross = (files: readonly Readable<'units'>[]): readonly Problem[] => {
  const places = new Map(
    files.flatMap((file) =>
      [...placesOf(file.document.successions ?? [])].map(([each, place]) => [each, { file, ...place }] as const),
    ),
  );
  return takenTwice([...places.keys()]).flatMap((taken) => {
    const [first, second] = [places.get(taken.first)!, places.get(taken.second)!];
    if (
      taken.isOpen ||
      taken.first.id === taken.second.id ||
      first.file === second.file ||
      isDeepStrictEqual(first.written, second.written)
    )
      return [];
    return [placed(second.file, takenFlaw(taken, second.written, second.index))];
  });
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
