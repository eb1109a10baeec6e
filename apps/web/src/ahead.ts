import type { QueryClient } from '@tanstack/react-query';

import { apiFor } from './api/api.ts';
import { inboxList } from './api/inbox.ts';
import { listQuery } from './api/pages.ts';
import { sessionQuery } from './api/session.tsx';
import { messagesOf } from './i18n/language.ts';
import { readPreferences } from './preferences.ts';

/** Asks at once for all that the first page will need, which would otherwise ask for one after the other. */
export const askAhead = (client: QueryClient): void => {
  const { language, office } = readPreferences();
  void messagesOf(language);
  client.query(sessionQuery).catch(leaveIt);
  const isInbox = ['/', '/inbox'].includes(location.pathname) && !location.search.includes('at=');
  if (!isInbox || !office) return;
  void import('./pages/inbox/inbox.tsx');
  const [key, ask] = inboxList(apiFor(office, language), {});
  client.infiniteQuery(listQuery(key, office, ask)).catch(leaveIt);
};

/** Whoever uses the answer says what went wrong. */
const leaveIt = (): void => undefined;
