import type { JSX } from 'react';
import { useIntl } from 'react-intl';

import { useLater } from './later.ts';

/** What a recorded refusal is called; most names are fetched by the first page that needs one. */
const useWords = (): ((code: string) => string | undefined) => {
  const { messages, formatMessage } = useIntl();
  const titles = useLater('titles');
  return (code) => {
    const id = `refusal.${code}`;
    return id in messages ? formatMessage({ id }) : titles?.[code];
  };
};

/** Why something was refused, by the code that was recorded, which stands beside the words. */
export const useWhy = (): ((code: string) => string) => {
  const wordsFor = useWords();
  return (code) => [wordsFor(code), code].filter((each) => each !== undefined).join(' · ');
};

/** The same, where the code can be told from the words by its letters. */
export const Why = ({ code }: Readonly<{ code: string }>): JSX.Element => (
  <>
    {useWords()(code)} <span className="mono small">{code}</span>
  </>
);
