import type { Language } from './language.ts';

/** A decimal that was written with a point, as the language writes it. */
export const decimal = (language: Language, text: string): string =>
  text.replace('.', new Intl.NumberFormat(language).format(0.5).charAt(1));
