import type { Conservation } from '../../api/successions.ts';

type Item = Pick<Conservation['items'][number], 'holding' | 'arrival' | 'outcome'>;

/** What was held of one kind, as it came, and what has become of it. */
export type Balance = Readonly<{
  kind: string;
  holdings: number;
  late: number;
  moved: number;
  closed: number;
  open: number;
}>;

const kindOf = ({ holding }: Item): string => holding.split('-', 1)[0]!;

/** Kind by kind, and all together at the end. */
export const balancesOf = (items: readonly Item[]): readonly Balance[] => {
  const kinds = [...Map.groupBy(items, kindOf)].map(([kind, own]) => balanceOf(kind, own));
  return [...kinds, balanceOf('all', items)];
};

const balanceOf = (kind: string, items: readonly Item[]): Balance => {
  const count = (is: (item: Item) => boolean) => items.filter(is).length;
  return {
    kind,
    holdings: count(({ arrival }) => arrival === 'cut'),
    late: count(({ arrival }) => arrival === 'late'),
    moved: count(({ outcome }) => outcome === 'moved'),
    closed: count(({ outcome }) => outcome === 'closedMeanwhile'),
    open: count(({ outcome }) => outcome === 'open'),
  };
};

/** Nothing is lost, and nothing is there twice. What is still open counts as being where it was. */
export const isKept = ({ holdings, late, moved, closed, open }: Balance): boolean =>
  holdings + late === moved + closed + open;

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
