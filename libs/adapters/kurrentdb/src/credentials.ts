import { readFile } from 'node:fs/promises';

import { InvalidSetting } from './invalid-setting.ts';

export type Credentials = Readonly<{ username: string; password: string }>;

/** A password that was changed in its file is used from then on, this late at most. */
const KEEP_MS = 10_000;

/** Asked before every call, as the client does; the file is read again now and then. Throws `InvalidSetting`. */
export const passwordIn = (file: string, username: string): (() => Promise<Credentials>) => {
  let read: Promise<Credentials> | undefined;
  let until = 0;
  return () => {
    if (read && Date.now() < until) return read;
    until = Date.now() + KEEP_MS;
    read = passwordFrom(file).then((password) => ({ username, password }));
    read.catch(() => (until = 0));
    return read;
  };
};

const passwordFrom = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  const password = text.replace(/\r?\n$/, '');
  if (!password)
    throw new InvalidSetting('EDICT_KURRENTDB_PASSWORD_FILE', 'a file that can be read and holds a password');
  return password;
};
