import type { Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useConsole } from '../console.tsx';
import { useMoment } from '../parts/moment.ts';
import { hasWritten, useApi, type Office } from './api.ts';
import { useConfirming } from './confirming.tsx';
import { inboxList, taskQuery, type Task } from './inbox.ts';
import { useList, type Listed } from './pages.ts';
import { useWrite } from './write.ts';

export type { Task } from './inbox.ts';
export type EventLine = Shape<'EventLine'>;

export const useOffice = (): Office | null => useConsole().preferences.office;

/** The moment as the API takes it: left out, it is now. */
export const useAsOf = (): Readonly<{ asOf?: string }> => {
  const at = useMoment();
  return at === null ? {} : { asOf: at };
};

/** What lies with the unit for which one acts, or did at the moment that is shown. */
export const useInbox = (): Listed<Task> => {
  const api = useApi();
  const office = useOffice();
  return useList(...inboxList(api, useAsOf()), { enabled: office !== null });
};

export const useTask = (id: string): UseQueryResult<Task> => {
  const api = useApi();
  const asOf = useAsOf();
  const office = useOffice();
  return useQuery(taskQuery(api, { id, asOf, office }));
};

/** What this is a part of, if it is one. */
export const useWholeOf = ({ parent }: Task): UseQueryResult<Task> => {
  const api = useApi();
  const asOf = useAsOf();
  const office = useOffice();
  return useQuery({ ...taskQuery(api, { id: parent ?? '', asOf, office }), enabled: parent !== null });
};

export const useHistory = (id: string): Listed<EventLine> => {
  const api = useApi();
  return useKnown(useList(['task', id, 'history'], (query) => api.get('/tasks/{id}/history', { path: { id }, query })));
};

/** Of these events, what was recorded by the moment that is shown. */
export const useKnown = (list: Listed<EventLine>): Listed<EventLine> => {
  const at = useMoment();
  return at === null ? list : { ...list, items: list.items.filter((line) => (line.at ?? '') <= at) };
};

const ACTS = {
  acknowledge: '/tasks/{id}/acknowledge',
  report: '/tasks/{id}/report',
  submit: '/tasks/{id}/submit',
  accept: '/tasks/{id}/accept',
  return: '/tasks/{id}/return',
  requestExtension: '/tasks/{id}/request-extension',
  grantExtension: '/tasks/{id}/grant-extension',
  refuseExtension: '/tasks/{id}/refuse-extension',
  delegate: '/tasks/{id}/delegate',
  demandReport: '/tasks/{id}/demand-report',
  askContribution: '/tasks/{id}/ask-contribution',
  contribute: '/tasks/{id}/contribute',
  refuse: '/tasks/{id}/refuse',
  uphold: '/tasks/{id}/uphold',
  reassign: '/tasks/{id}/reassign',
  suspend: '/tasks/{id}/suspend',
  resume: '/tasks/{id}/resume',
  cancelTask: '/tasks/{id}/cancel',
  assign: '/tasks/{id}/assign',
  start: '/tasks/{id}/start',
  overrideDeadline: '/tasks/{id}/override-deadline',
  correct: '/tasks/{id}/correct',
  lapse: '/tasks/{id}/lapse',
  decide: '/tasks/{id}/decide',
  decideOnPart: '/tasks/{id}/decide-on-part',
  confirmDeadline: '/tasks/{id}/confirm-deadline',
} as const;

export type Act = Readonly<{ verb: keyof typeof ACTS; body: object }>;

/** The key makes a second try of the same act harmless. */
export const useAct = (id: string) => {
  const api = useApi();
  return useWrite(
    ({ verb, body, key }: Act & { key: string }) => api.post(ACTS[verb], { path: { id }, body: body as never, key }),
    [['task', id], ['inbox', id], ['directive']],
  );
};

/** The same for whichever task, where several are acted on. */
export const useActing = (): ((act: Act & Readonly<{ id: string; key: string }>) => Promise<void>) => {
  const api = useApi();
  const confirming = useConfirming();
  return async ({ verb, body, id, key }) => {
    const { position } = await confirming(() => api.post(ACTS[verb], { path: { id }, body: body as never, key }));
    hasWritten(position);
  };
};
