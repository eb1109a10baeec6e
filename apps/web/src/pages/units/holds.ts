import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import type { Client } from '@edict/client';

import { useApi } from '../../api/api.ts';
import { useAsOf, useOffice, type Task } from '../../api/tasks.ts';
import { isOver } from '../standing-unit/clock.ts';

/** `tasks`: the first of them; `open`: how many there are. */
export type Holding = Readonly<{
  unit: string;
  open: number;
  tasks: readonly Task[];
  matters: number;
  mandates: number;
}>;

const OVER = ['accepted', 'lapsed', 'cancelled'];
const FIRST = 50;
const MOST = 500;

/** What lies with these units, or did at the moment that is shown, and is not over: it is what a succession moves. */
export const useHoldings = (units: readonly string[]): UseQueryResult<readonly Holding[]> => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['counts', 'holdings', units, asOf, office],
    queryFn: () => Promise.all(units.map((unit) => holdingOf(api, unit, asOf))),
  });
};

const holdingOf = async (api: Client, unit: string, asOf: Readonly<{ asOf?: string }>): Promise<Holding> => {
  const [counts, tasks, matters, standingUnits] = await Promise.all([
    api.get('/counts', { query: { by: 'state', unit, ...asOf } }),
    api.get('/tasks', { query: { unit, limit: FIRST, ...asOf } }),
    api.get('/matters', { query: { unit, limit: MOST, ...asOf } }),
    api.get('/standing-units', { query: { committee: unit, limit: MOST, ...asOf } }),
  ]);
  return {
    unit,
    open: counts.groups.filter(({ key }) => !OVER.includes(key ?? '')).reduce((sum, { count }) => sum + count, 0),
    tasks: tasks.items.filter(({ state }) => !OVER.includes(state)),
    matters: matters.items.filter((matter) => !isOver(matter)).length,
    mandates: standingUnits.items.filter(({ state }) => state !== 'ended').length,
  };
};

/** How many tasks each unit has that are not over. */
export const useOpenTasks = (): ReadonlyMap<string, number> | undefined => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  const { data } = useQuery({
    queryKey: ['counts', 'open', asOf, office],
    queryFn: async () => {
      const ask = (state?: 'accepted' | 'lapsed' | 'cancelled') =>
        api.get('/counts', { query: { by: 'unit', ...asOf, ...(state && { state }) } });
      const [all, ...over] = await Promise.all([ask(), ask('accepted'), ask('lapsed'), ask('cancelled')]);
      const closed = new Map<string, number>();
      for (const { key, count } of over.flatMap(({ groups }) => groups))
        closed.set(key ?? '', (closed.get(key ?? '') ?? 0) + count);
      return new Map(all.groups.map(({ key, count }) => [key ?? '', count - (closed.get(key ?? '') ?? 0)]));
    },
  });
  return data;
};
