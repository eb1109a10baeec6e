import { messagesOf } from '../i18n/language.ts';
import { readPreferences } from '../preferences.ts';
import { askAhead, type Office } from './ask.ts';

/** As many as fill a screen. */
export const FIRST_ROWS = 50;

/** Whose inbox the first page shows. `null`: it is another page, of another moment, or nobody is known yet. */
export const firstInbox = (): Office | null => {
  const isInbox = ['/', '/inbox'].includes(location.pathname) && !location.search.includes('at=');
  return isInbox ? readPreferences().office : null;
};

/** Asks at once for all that the first page will need, while the console itself is still being read. */
export const askForFirstPage = (): void => {
  const { language } = readPreferences();
  const office = firstInbox();
  void messagesOf(language);
  askFor('/accounts/me', 'en', null);
  if (office) askFor(`/inbox?limit=${FIRST_ROWS}`, language, office);
};

const askFor = (path: string, language: string, office: Office | null): void =>
  askAhead(`${location.origin}${path}`, {
    accept: 'application/json',
    'accept-language': language,
    ...(office ? { 'edict-unit': office.unit, 'edict-capacity': office.capacity } : {}),
  });
