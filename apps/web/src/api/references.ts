import type { Shape } from '@edict/client';

import { sourceIn } from '../parts/edition.ts';
import { useMoment } from '../parts/moment.ts';
import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { publishedIn, type Published } from './published.ts';
import type { EventLine } from './tasks.ts';

export type Edition = Shape<'ReferenceRow'>;
export type ReferenceKind = 'policy' | 'calendar' | 'form';

/** Every edition of every policy, calendar and form, or of those of one kind, that was published by the moment that is shown: none ever changes. */
export const useEditions = (kind?: ReferenceKind): Listed<Edition> => {
  const api = useApi();
  const at = useMoment();
  const of = kind === undefined ? {} : { kind };
  const list = useList(['references', of], (query) => api.get('/references', { query: { ...query, ...of } }));
  return { ...list, items: publishedBy(list.items, at) };
};

/** `null`: by now. */
export const publishedBy = (editions: readonly Edition[], at: string | null): readonly Edition[] =>
  at === null ? editions : editions.filter(({ publishedAt }) => publishedAt <= at);

const usePublications = (stream: string | undefined): Listed<EventLine> => {
  const api = useApi();
  return useList(
    ['references', stream],
    (query) => api.get('/streams/{stream}', { path: { stream: stream! }, query }),
    { enabled: stream !== undefined },
  );
};

/** What an edition says: its event carries its number. */
export const useContent = (
  edition: Pick<Edition, 'kind' | 'referenceId' | 'edition'> | undefined,
): Readonly<{ content: unknown; isPending: boolean; error: Error | null }> => {
  const stream = edition && `reference-${edition.kind}-${edition.referenceId}`;
  const { items, isPending, error } = usePublications(stream);
  const said = items.map(({ data }) => data as Readonly<{ version?: number; content?: unknown }>);
  return { content: said.find(({ version }) => version === edition?.edition)?.content, isPending, error };
};

/** The edition that an event names as its source. `undefined`: it names none, or it is not there yet. */
export const usePublished = (source: string | undefined): Published | undefined => {
  const from = source === undefined ? undefined : sourceIn(source);
  const { items } = usePublications(from?.stream);
  return from && publishedIn(items, from);
};
