import type { Client } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useApi } from '../../api/api.ts';
import type { ToRehearse } from '../../api/rehearsal.ts';
import { useConsole } from '../../console.tsx';
import { handOver } from '../../parts/handed-over.ts';
import { documentIn } from '../directives/issued.ts';
import type { Asked } from './asked.ts';
import { exampleDirective, exampleScript } from './examples.ts';
import type { Played } from './set-up.tsx';

/** Plays what an address asks for, once. */
export const useAskedRehearsal = (asked: Asked | null): UseQueryResult<Played> => {
  const api = useApi();
  const { office, language } = useConsole().preferences;
  return useQuery({
    queryKey: ['rehearsals', asked, office, language],
    queryFn: async () => {
      const body = await bodyOf(api, asked!);
      return { asked: body, rehearsal: await api.post('/rehearsals', { body }) };
    },
    enabled: asked !== null,
    staleTime: Infinity,
    retry: false,
  });
};

const bodyOf = async (api: Client, asked: Asked): Promise<ToRehearse> => {
  const { from, until, policy: policyId, calendar: calendarId } = asked;
  const rules = { from, until, policyId, calendarId };
  if ('of' in asked) return { document: await textOf(api, asked.of), ...rules };
  const document = await exampleDirective();
  return asked.example === 'some' ? { document, ...rules, script: await exampleScript() } : { document, ...rules };
};

/** As it was issued. Whoever leaves the rehearsal for what was assumed finds it there. */
const textOf = async (api: Client, of: string): Promise<string> => {
  for (let cursor: Readonly<{ cursor?: string }> = {}; ;) {
    const { items, next } = await api.get('/directives/{id}/history', { path: { id: of }, query: cursor });
    const document = documentIn(items);
    if (document === undefined && next !== null) cursor = { cursor: next };
    else {
      const text = JSON.stringify(document, null, 2);
      handOver({ text, of });
      return text;
    }
  }
};
