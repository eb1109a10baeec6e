import { placesOf, singly, takenTwice, type TakenTwice, type WrittenSuccession } from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { flaw, idsOf, twice } from './common.ts';

/** Of a directive, and of a units file. */
export const successionFlaws = (successions: readonly WrittenSuccession[]): readonly Flaw[] => [
  ...twice(idsOf(successions, 'successions'), 'succession/id-twice', 'The succession'),
  ...twice(
    [...placesOf(successions)].map(([{ id }, { index }]) => ({ name: id, path: ['successions', index, 'id'] })),
    'succession/id-twice',
    'The succession',
  ).filter(({ path }) => !idTwice(successions, Number(path[1]))),
  ...successions.flatMap(oneFlaws),
  ...takenFlaws(successions),
];

/** Whoever has been succeeded by one cannot be by another, unless both are parts of a split, or one of them is still open. */
const takenFlaws = (successions: readonly WrittenSuccession[]): readonly Flaw[] => {
  const places = placesOf(successions);
  return takenTwice([...places.keys()]).flatMap((taken) => {
    const { written, index } = places.get(taken.second)!;
    return taken.isOpen ? [] : [takenFlaw(taken, written, index)];
  });
};

export const takenFlaw = ({ unit, first }: TakenTwice, { from }: WrittenSuccession, index: number): Flaw =>
  flaw(
    ['successions', index, 'from', from.lastIndexOf(unit)],
    'succession/taken',
    `${quoted(unit)} is succeeded already, in ${quoted(first.id)}; name it in one, or say in both that it is split.`,
  );

const idTwice = (successions: readonly WrittenSuccession[], index: number): boolean =>
  successions.findIndex(({ id }) => id === successions[index]!.id) !== index;

const oneFlaws = (succession: WrittenSuccession, index: number): readonly Flaw[] => {
  const at = (key: string, rule: string, message: string) => [flaw(['successions', index, key], rule, message)];
  const { from, kind, successor, to } = succession;
  return [
    ...(kind === 'create' && from.length > 0
      ? at('from', 'succession/created-from', 'What is created follows nobody; say merge, split or transfer.')
      : []),
    ...(kind !== 'create' && from.length === 0
      ? at(
          'from',
          'succession/predecessors',
          `Who is succeeded? Only what is created follows nobody, and this is a ${kind}.`,
        )
      : []),
    ...(successor !== undefined && to !== null
      ? at('successor', 'succession/successor', 'A successor is named; leave this out, or say null.')
      : []),
    ...partFlaws(succession, index),
    ...(singly([succession]).some((each) => each.from.length === 1 && each.from[0] === each.to)
      ? at(
          'to',
          'succession/itself',
          `${quoted(from[0])} cannot succeed itself alone; a successor has an id of its own.`,
        )
      : []),
  ];
};

const partFlaws = ({ from, kind, pairwise, to }: WrittenSuccession, index: number): readonly Flaw[] => {
  if (typeof to === 'string' || to === null) return [];
  const path = ['successions', index, 'to'];
  if (pairwise)
    return to.length === from.length
      ? []
      : [
          flaw(
            path,
            'succession/pairs',
            `Pair by pair, ${from.length} predecessors have as many successors, not ${to.length}.`,
          ),
        ];
  return kind === 'split' || kind === 'create'
    ? []
    : [flaw(path, 'succession/several', 'Only what is split has several successors; say pairwise, or name one.')];
};
