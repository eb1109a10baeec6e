import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useKnown, type EventLine } from './tasks.ts';
import { useWrite } from './write.ts';

/** What has become of a unit, as it was recorded. */
export const useUnitLife = (id: string): Listed<EventLine> => {
  const api = useApi();
  const stream = `unit-${id}`;
  return useKnown(useList(['unit', id], (query) => api.get('/streams/{stream}', { path: { stream }, query })));
};

const ACTS = {
  rename: '/units/{id}/rename',
  putUnder: '/units/{id}/put-under',
  admit: '/units/{id}/admit',
  dismiss: '/units/{id}/dismiss',
} as const;

export type UnitVerb = keyof typeof ACTS;
type Said = Readonly<{ verb: UnitVerb; id: string; body: object; key: string }>;

/** `about`: on whose page it is said; of a group that is another unit than the one that changes. */
export const useActOnUnit = (about: string) => {
  const api = useApi();
  return useWrite(
    ({ verb, id, body, key }: Said) => api.post(ACTS[verb], { path: { id }, body: body as never, key }),
    [['units'], ['unit', about]],
  );
};
