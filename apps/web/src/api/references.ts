import type { Shape } from '@edict/client';

import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';

export type Edition = Shape<'ReferenceRow'>;
export type ReferenceKind = 'policy' | 'calendar' | 'form';

/** Every edition of every policy, calendar and form, or of those of one kind. */
export const useEditions = (kind?: ReferenceKind): Listed<Edition> => {
  const api = useApi();
  const of = kind === undefined ? {} : { kind };
  return useList(['references', of], (query) => api.get('/references', { query: { ...query, ...of } }));
};

/** What an edition says: its event carries its number. */
export const useContent = (
  edition: Pick<Edition, 'kind' | 'referenceId' | 'edition'> | undefined,
): Readonly<{ content: unknown; isPending: boolean; error: Error | null }> => {
  const api = useApi();
  const stream = edition && `reference-${edition.kind}-${edition.referenceId}`;
  const { items, isPending, error } = useList(
    ['references', stream],
    (query) => api.get('/streams/{stream}', { path: { stream: stream! }, query }),
    { enabled: stream !== undefined },
  );
  const said = items.map(({ data }) => data as Readonly<{ version?: number; content?: unknown }>);
  return { content: said.find(({ version }) => version === edition?.edition)?.content, isPending, error };
};
