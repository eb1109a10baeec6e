import { createContext, useContext, useEffect, useMemo, useState, type JSX, type ReactNode } from 'react';
import { RawIntlProvider, createIntl, createIntlCache } from 'react-intl';

import { messagesOf } from './i18n/language.ts';
import { readPreferences, writePreferences, type Preferences } from './preferences.ts';

type Console = Readonly<{
  preferences: Preferences;
  prefer(change: Partial<Preferences>): void;
}>;

const ConsoleContext = createContext<Console | null>(null);

export const useConsole = (): Console => {
  const console = useContext(ConsoleContext);
  if (!console) throw new Error('Outside of <Preferred>.');
  return console;
};

/** What this reader prefers, and every word in their language. Nothing is shown before the words are there. */
export const Preferred = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element | null => {
  const [preferences, setPreferences] = useState(readPreferences);
  const [messages, setMessages] = useState<Readonly<Record<string, string>>>();
  const { language, theme } = preferences;

  useEffect(() => {
    let isMeant = true;
    void messagesOf(language).then((loaded) => isMeant && setMessages(loaded));
    document.documentElement.lang = language;
    return () => {
      isMeant = false;
    };
  }, [language]);
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  const value = useMemo(
    () => ({
      preferences,
      prefer: (change: Partial<Preferences>) => {
        const next = { ...preferences, ...change };
        writePreferences(next);
        setPreferences(next);
      },
    }),
    [preferences],
  );
  const intl = useMemo(
    () => messages && createIntl({ locale: language, messages: { ...messages } }, createIntlCache()),
    [language, messages],
  );
  if (!intl) return null;
  return (
    <ConsoleContext value={value}>
      <RawIntlProvider value={intl}>{children}</RawIntlProvider>
    </ConsoleContext>
  );
};
