import type { Language } from './language.ts';
import { moment } from './times.ts';

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** What the server says of why not, with its moments as they stand everywhere else here. */
export const withMoments = (language: Language, text: string): string =>
  text.replaceAll(INSTANT, (instant) => moment(language, instant));
