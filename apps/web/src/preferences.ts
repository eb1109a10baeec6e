import { isLanguage, type Language } from './i18n/language.ts';
import type { Office } from './start/ask.ts';

/** How somebody likes to see things, kept in this browser. Nothing of what is seen is kept. */
export type Preferences = Readonly<{
  language: Language;
  theme: 'light' | 'dark' | 'auto';
  office: Office | null;
  singleKeys: boolean;
}>;

const KEY = 'edict-preferences';
const FIRST: Preferences = { language: 'vi', theme: 'auto', office: null, singleKeys: true };

export const readPreferences = (): Preferences => {
  try {
    const read = { ...FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
    return isLanguage(read.language) ? read : FIRST;
  } catch {
    return FIRST;
  }
};

export const writePreferences = (preferences: Preferences): void =>
  localStorage.setItem(KEY, JSON.stringify(preferences));
