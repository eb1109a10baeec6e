import type { Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useApi } from './api.ts';
import { useOffice } from './tasks.ts';
import { useWrite } from './write.ts';

export type Subscription = Shape<'SubscriptionShown'>;

/** Where a unit is told of its notices, and which calendars it has. */
export const useSubscriptions = (unit: string): UseQueryResult<readonly Subscription[]> => {
  const api = useApi();
  const office = useOffice();
  return useQuery({
    queryKey: ['subscriptions', unit, office],
    queryFn: () => api.get('/units/{id}/subscriptions', { path: { id: unit } }),
  });
};

type Opening = Readonly<{ body: Shape<'OpenSubscriptionDto'>; key: string }>;

/** The address of a calendar is in the answer, and is told to nobody again. */
export const useOpeningSubscription = (unit: string) => {
  const api = useApi();
  return useWrite(
    ({ body, key }: Opening) => api.post('/units/{id}/subscriptions', { path: { id: unit }, body, key }),
    [['subscriptions', unit]],
  );
};

type Ending = Readonly<{ subscription: string; reason: string; key: string }>;

export const useEndingSubscription = (unit: string) => {
  const api = useApi();
  return useWrite(
    ({ subscription, reason, key }: Ending) =>
      api.post('/units/{id}/subscriptions/{subscription}/end', {
        path: { id: unit, subscription },
        body: { reason },
        key,
      }),
    [['subscriptions', unit]],
  );
};
