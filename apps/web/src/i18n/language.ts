export const LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];

export const ZONE = 'Asia/Ho_Chi_Minh';

type Messages = Readonly<Record<string, string>>;

const LOADERS: Readonly<Record<Language, () => Promise<{ default: Messages }>>> = {
  vi: () => import('./vi.json'),
  en: () => import('./en.json'),
  ru: () => import('./ru.json'),
  uk: () => import('./uk.json'),
};

export const messagesOf = async (language: Language): Promise<Messages> => (await LOADERS[language]()).default;

export const isLanguage = (text: string): text is Language => LANGUAGES.some((each) => each === text);
