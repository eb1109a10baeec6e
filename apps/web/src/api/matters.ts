import type { Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useAsOf, useKnown, useOffice, type EventLine } from './tasks.ts';
import { useWrite } from './write.ts';

export type Matter = Shape<'MatterSummary'>;
export type StandingUnit = Shape<'StandingUnitRow'>;

/** What lies, or lay, on the desk of the unit for which one acts. */
export const useMatters = (): Listed<Matter> => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  const unit = office?.unit ?? '';
  return useList(['matters', asOf], (query) => api.get('/matters', { query: { ...query, ...asOf, unit } }), {
    enabled: office !== null,
  });
};

/** Wherever they lie. */
export const useAllMatters = (): Listed<Matter> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['matters', 'all', asOf], (query) => api.get('/matters', { query: { ...query, ...asOf } }));
};

/** What endangers this task before all. */
export const useMattersOf = (concerning: string): Listed<Matter> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['matters', 'of', concerning, asOf], (query) =>
    api.get('/matters', { query: { ...query, ...asOf, concerning } }),
  );
};

export const useStandingUnits = (): Listed<StandingUnit> => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  const committee = office?.unit ?? '';
  return useList(
    ['standing-units', asOf],
    (query) => api.get('/standing-units', { query: { ...query, ...asOf, committee } }),
    {
      enabled: office !== null,
    },
  );
};

export type Heap = Shape<'Heap'>;

/** What piles up at the unit for which one acts, by clause, the greatest heap first. */
export const useHeaps = (): Readonly<{ heaps: readonly Heap[]; error: Error | null }> => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  const unit = office?.unit ?? '';
  const { data, error } = useQuery({
    queryKey: ['matters', 'piling-up', asOf, office],
    queryFn: () => api.get('/reports/{kind}', { path: { kind: 'piling-up' }, query: { unit, ...asOf } }),
    enabled: office !== null,
  });
  const { byClause = [] } = (data?.figures ?? {}) as Readonly<{ byClause?: readonly Heap[] }>;
  return { heaps: byClause, error };
};

export const useMatterHistory = (id: string): Listed<EventLine> => {
  const api = useApi();
  return useKnown(
    useList(['matter', id], (query) => api.get('/streams/{stream}', { path: { stream: `matter-${id}` }, query })),
  );
};

const ACTS = {
  answer: '/matters/{id}/answer',
  recommend: '/matters/{id}/recommend',
  direct: '/matters/{id}/direct',
  mark: '/matters/{id}/mark',
  consult: '/matters/{id}/consult',
  answerConsultation: '/matters/{id}/answer-consultation',
} as const;

export type MatterAct = Readonly<{ verb: keyof typeof ACTS; body: object; key: string }>;

export const useMatter = (id: string): UseQueryResult<Matter> => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  return useQuery({
    queryKey: ['matters', id, asOf, office],
    queryFn: () => api.get('/matters/{id}', { path: { id }, query: asOf }),
  });
};

export type Brought = Readonly<{ body: object; key: string }>;

/** Brought to a desk, or entered by it. */
export const useBringing = () => {
  const api = useApi();
  return useWrite(({ body, key }: Brought) => api.post('/matters', { body: body as never, key }), [['matters']]);
};

/** For the committee that acts. */
export const useSettingUp = () => {
  const api = useApi();
  return useWrite(
    ({ directiveId, body, key }: Readonly<{ directiveId: string; body: object; key: string }>) =>
      api.post('/directives/{id}/standing-units', { path: { id: directiveId }, body, key }),
    [['standing-units']],
  );
};

export const useActOnMatter = (id: string) => {
  const api = useApi();
  return useWrite(
    ({ verb, body, key }: MatterAct) => api.post(ACTS[verb], { path: { id }, body: body as never, key }),
    [['matter', id], ['matters']],
  );
};
