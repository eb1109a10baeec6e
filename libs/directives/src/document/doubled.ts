import { canonical } from '@edict/kernel';

import type { DirectiveDocument, Succession, WrittenSuccession } from './directive.document.ts';
import { say, type Finding, type Remark } from './finding.ts';
import { placesOf, singly, takenTwice, type Place, type TakenTwice } from './successions.ts';
import type { UnitsDocument } from './units.document.ts';

/** Whoever two succeed, where the text leaves open which it will be; what contradicts itself is refused. `ref`: the later one as it is written. */
export const openlyTaken = (
  successions: readonly WrittenSuccession[],
): readonly Readonly<{ ref: string; remark: Remark }>[] => {
  const places = placesOf(successions);
  return takenTwice([...places.keys()])
    .filter(({ isOpen }) => isOpen)
    .map((taken) => ({ ref: places.get(taken.second)!.written.id, remark: doubled(taken) }));
};

/**
 * Whoever one succeeds by a directive, and another by a units file or an earlier directive: texts that were written apart, of which neither is
 * wrong by itself. What is given alike in both is one.
 */
export const doubledAcross = (
  directives: readonly DirectiveDocument[],
  { successions = [] }: UnitsDocument,
): readonly Finding[] => {
  const places = new Map<Succession, Place & Readonly<{ directive: string | null }>>(
    [{ id: null, successions }, ...directives.map((each) => ({ ...each, id: each.directive.id }))].flatMap((text) =>
      [...placesOf(text.successions ?? [])].map(([each, place]) => [each, { ...place, directive: text.id }] as const),
    ),
  );
  return takenTwice([...places.keys()]).flatMap((taken) => {
    const { first, second } = taken;
    const { directive } = places.get(second)!;
    if (directive === null || directive === places.get(first)!.directive || areAlike(first, second)) return [];
    return [{ ref: directive, ...doubled(taken) }];
  });
};

/** As it was planned first, and how far it has come. */
export type RegisteredSuccession = Readonly<{ planned: Succession; now: Succession }>;

/** The same against what is registered. What was planned as the text says it is that one, whatever has been made of it since. */
export const doubledRegistered = (
  document: DirectiveDocument,
  registered: readonly RegisteredSuccession[],
): readonly Finding[] => {
  const own = singly(document.successions ?? []);
  const others = registered.filter(({ planned }) => !own.some((each) => areAlike(each, planned)));
  return doubledAcross([document], { units: [], successions: others.map(({ now }) => now) });
};

const doubled = ({ unit, first, second, isOpen }: TakenTwice): Remark =>
  say(
    'succession-doubled',
    `${second.id}: ${unit} is succeeded in ${first.id} as well; ${isOpen ? 'which it will be is open' : 'one of them will be refused'}.`,
  );

/** Notes aside, of which nothing comes. */
const areAlike = ({ notes: _, ...one }: Succession, { notes: __, ...other }: Succession): boolean =>
  canonical(one) === canonical(other);
