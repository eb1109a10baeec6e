import { readFileSync } from 'node:fs';

/** Which server takes our mail, and from whom it comes. The address may hold a password, so that it is never printed. */
export type MailSettings = Readonly<{ url: () => string; from: string; origin: string | undefined }>;

type Env = Readonly<Record<string, string | undefined>>;

/** Names the variable, and never shows its value. */
export class InvalidMailSetting extends Error {
  override readonly name = 'InvalidSetting';
}

/**
 * Reads `EDICT_SMTP_URL` or `EDICT_SMTP_URL_FILE`, and `EDICT_MAIL_FROM`. `smtps:` is TLS from the start; `smtp:` turns to TLS, and goes on
 * without it only where the address ends in `?tls=false`.
 */
export const mailSettings = (env: Env, origin?: string): MailSettings | undefined => {
  const { EDICT_SMTP_URL: url, EDICT_SMTP_URL_FILE: file, EDICT_MAIL_FROM: from = '' } = env;
  if (url === undefined && file === undefined) return undefined;
  if (url !== undefined && file !== undefined)
    throw new InvalidMailSetting('EDICT_SMTP_URL and EDICT_SMTP_URL_FILE are both set: leave one out.');
  if (!/^[^\s@<>]+@[\w.-]+$/.test(from)) throw new InvalidMailSetting('EDICT_MAIL_FROM must be one mail address.');
  const read =
    file === undefined ? () => checked('EDICT_SMTP_URL', url!) : () => checked('EDICT_SMTP_URL_FILE', textOf(file));
  read();
  return Object.freeze({ url: read, from, origin });
};

const checked = (name: string, text: string): string => {
  const url = text.trim();
  if (/^smtps?:\/\/[^\s\0]+$/.test(url) && URL.canParse(url) && isUsable(new URL(url))) return url;
  throw new InvalidMailSetting(`${name} must be an address as in smtp://user:password@host:587.`);
};

/** User and password are decoded before they are shown to the server. */
const isUsable = ({ search, username, password }: URL): boolean => {
  try {
    [username, password].forEach(decodeURIComponent);
    return /^(\?tls=false)?$/.test(search);
  } catch {
    return false;
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new InvalidMailSetting('EDICT_SMTP_URL_FILE must name a file that can be read.');
  }
};
