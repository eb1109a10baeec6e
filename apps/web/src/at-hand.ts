import type { QueryClient } from '@tanstack/react-query';

import { apiFor } from './api/api.ts';
import { inboxList } from './api/inbox.ts';
import { listQuery } from './api/pages.ts';
import { sessionQuery } from './api/session.tsx';
import { messagesOf } from './i18n/language.ts';
import { readPreferences } from './preferences.ts';
import { router } from './router.tsx';
import { firstInbox } from './start/ahead.ts';

/** Longer than this nobody looks at nothing: then the frame comes first and the list after it. */
const AT_MOST_MS = 400;

/** Until what was asked ahead is at hand, so that the first page is made once and whole. What went wrong is said by whoever needs it. */
export const firstPageAtHand = async (client: QueryClient): Promise<void> => {
  const { language } = readPreferences();
  const office = firstInbox();
  const session = client.query(sessionQuery);
  const whole = Promise.allSettled([
    messagesOf(language),
    session,
    // Who signs in first comes by an address that the router must not have changed, nor keep.
    office && session.then(() => router.load()),
    office && client.infiniteQuery(listQuery(...keyed(language, office))),
  ]);
  await Promise.race([whole, new Promise((resolve) => setTimeout(resolve, AT_MOST_MS))]);
};

const keyed = (language: string, office: NonNullable<ReturnType<typeof firstInbox>>) => {
  const [key, ask] = inboxList(apiFor(office, language), {});
  return [key, office, ask] as const;
};
