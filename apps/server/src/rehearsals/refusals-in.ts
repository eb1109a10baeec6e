import { wordsFor } from '../http/catalogue.ts';
import type { Language } from '../http/language.ts';
import type { RehearsalAnswer } from './rehearsal-answer.ts';

type Refusals = RehearsalAnswer['refusals'];

/** What a rule refused, as a request would be told: in English with the words of whoever refused, otherwise with those of the catalogue. */
export const refusalsIn = (language: Language, refusals: Refusals): Refusals =>
  language === 'en'
    ? refusals
    : refusals.map((each) => ({ ...each, message: wordsFor(each.code, language)?.detail ?? each.message }));
