import { ZONE, type Language } from '../../i18n/language.ts';

export const formatMonth = (language: Language, at: string): string =>
  new Intl.DateTimeFormat(language, { month: 'short', timeZone: ZONE }).format(new Date(at));
