import type { Language } from './language.ts';

type Words = Readonly<Record<string, string>>;
type Loaders = Readonly<Record<Language, () => Promise<{ default: Words }>>>;

/** Words that few pages need. What the server calls each refusal, by its code, is written by `node tools/titles.js`. */
const LOADERS = {
  flaws: {
    vi: () => import('./flaws/vi.json'),
    en: () => import('./flaws/en.json'),
    ru: () => import('./flaws/ru.json'),
    uk: () => import('./flaws/uk.json'),
  },
  reasons: {
    vi: () => import('./reasons/vi.json'),
    en: () => import('./reasons/en.json'),
    ru: () => import('./reasons/ru.json'),
    uk: () => import('./reasons/uk.json'),
  },
  titles: {
    vi: () => import('./titles/vi.json'),
    en: () => import('./titles/en.json'),
    ru: () => import('./titles/ru.json'),
    uk: () => import('./titles/uk.json'),
  },
} satisfies Readonly<Record<string, Loaders>>;

export type Later = keyof typeof LOADERS;

export const wordsOf = async (kind: Later, language: Language): Promise<Words> => {
  const loaders: Loaders = LOADERS[kind];
  return (await loaders[language]()).default;
};
