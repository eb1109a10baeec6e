import type { Conservation } from '../../api/successions.ts';
import type { EventLine } from '../../api/tasks.ts';

type Item = Pick<Conservation['items'][number], 'holding' | 'arrival' | 'outcome'>;

/** What was held of one kind, as it came, and what has become of it. `listed`: how many stood in the list that was recorded when it took effect. */
export type Balance = Readonly<{
  kind: string;
  holdings: number;
  late: number;
  moved: number;
  closed: number;
  open: number;
  listed: number | undefined;
}>;

/** As the list of the cut was recorded: how many, of which kinds. */
export type Listed = Readonly<{ count: number; byCategory: Readonly<Record<string, number>> }>;

export const listedIn = (lines: readonly EventLine[]): Listed | undefined =>
  lines.findLast(({ type }) => type === 'HoldingsListed')?.data as Listed | undefined;

const kindOf = ({ holding }: Item): string => holding.split('-', 1)[0]!;

/** Kind by kind, and all together at the end. What was listed and is not there any more has a line as well. */
export const balancesOf = (items: readonly Item[], listed?: Listed): readonly Balance[] => {
  const byKind = Map.groupBy(items, kindOf);
  const kinds = [...new Set([...byKind.keys(), ...Object.keys(listed?.byCategory ?? {})])];
  const known = (kind: string) => listed && (listed.byCategory[kind] ?? 0);
  return [
    ...kinds.map((kind) => balanceOf(kind, byKind.get(kind) ?? [], known(kind))),
    balanceOf('all', items, listed?.count),
  ];
};

const balanceOf = (kind: string, items: readonly Item[], listed?: number): Balance => {
  const count = (is: (item: Item) => boolean) => items.filter(is).length;
  return {
    kind,
    holdings: count(({ arrival }) => arrival === 'cut'),
    late: count(({ arrival }) => arrival === 'late'),
    moved: count(({ outcome }) => outcome === 'moved'),
    closed: count(({ outcome }) => outcome === 'closedMeanwhile'),
    open: count(({ outcome }) => outcome === 'open'),
    listed,
  };
};

/** How many there were before: by the list that was recorded, where it is known, and not by what is found now. */
export const beforeOf = ({ holdings, listed = holdings, late }: Balance): number => listed + late;
export const afterOf = ({ moved, closed, open }: Balance): number => moved + closed + open;

/**
 * What the proof comes to. `differs`: something is lost, or there twice, or the list of then is another; `partly`: whoever reads may not see all of
 * it, so that nothing can be compared; `open`: nothing is lost, and not all has gone over.
 */
export type Verdict = 'kept' | 'open' | 'partly' | 'differs';

export const verdictOf = (proof: Conservation, listed: Listed | undefined): Verdict => {
  const { manifestAgrees, tally, balanced } = proof;
  if (!agrees(proof)) return 'differs';
  if (isPart(proof)) return 'partly';
  if (manifestAgrees === false || !isSame(proof, listed)) return 'differs';
  if (tally.open > 0 || manifestAgrees === null) return 'open';
  return balanced ? 'kept' : 'differs';
};

const isPart = ({ cut, manifestHash }: Conservation): boolean => cut !== null && manifestHash === null;

const isSame = ({ items }: Conservation, listed: Listed | undefined): boolean =>
  balancesOf(items, listed).every((each) => beforeOf(each) === afterOf(each));

/** All that was counted stands among the things that are listed. */
export const agrees = ({ items, tally }: Pick<Conservation, 'items' | 'tally'>): boolean => {
  const { holdings, late, moved, closed, open } = balanceOf('all', items);
  return (
    holdings === tally.holdings &&
    late === tally.late &&
    moved === tally.moved &&
    closed === tally.closedMeanwhile &&
    open === tally.open
  );
};
