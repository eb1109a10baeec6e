import { connect, type Client } from '@edict/client';
import { useMemo } from 'react';

import { useConsole } from '../console.tsx';
import { ask, type Office } from '../start/ask.ts';

export { bear, hasWritten, type Office } from '../start/ask.ts';

export const apiFor = (office: Partial<Office> | null, language: string): Client =>
  connect({ url: location.origin, language, fetch: ask, ...office });

/** The API, asked for the office and in the language that are in force. */
export const useApi = (): Client => {
  const { office, language } = useConsole().preferences;
  return useMemo(() => apiFor(office, language), [office, language]);
};
