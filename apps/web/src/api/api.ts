import { connect, type Client } from '@edict/client';
import { useMemo } from 'react';

import { useConsole } from '../console.tsx';

/** For whom the console asks and acts. */
export type Office = Readonly<{ unit: string; capacity: string }>;

/** A token that was pasted in is kept while the page is open, and nowhere else. */
let bearer: string | undefined;
export const bear = (token: string | undefined): void => {
  bearer = token;
};

/** The position that this page has written last: what it reads afterwards is at least as new. */
let written = '';
export const hasWritten = (position: string): void => {
  written = position;
};

/** Only administrators wait for what was written of accounts: for anybody else it is not there. */
const isFor = (position: string, capacity: string | undefined): boolean =>
  position !== '' && (capacity === 'administrator' || !/^(account|office)-/.test(position));

/** `X-Edict` is what no form of another site can send. */
export const ask: typeof fetch = (address, init) => {
  const sent = init?.headers as Readonly<Record<string, string>> | undefined;
  const isReading = init?.method === 'GET' && isFor(written, sent?.['edict-capacity']);
  const isBearing = bearer !== undefined;
  const headers = {
    ...sent,
    'x-edict': 'console',
    ...(isBearing ? { authorization: `Bearer ${bearer}` } : {}),
    ...(isReading ? { 'if-position-at-least': written } : {}),
  };
  return fetch(address, { ...init, headers });
};

export const apiFor = (office: Partial<Office> | null, language: string): Client =>
  connect({ url: location.origin, language, fetch: ask, ...office });

/** The API, asked for the office and in the language that are in force. */
export const useApi = (): Client => {
  const { office, language } = useConsole().preferences;
  return useMemo(() => apiFor(office, language), [office, language]);
};
