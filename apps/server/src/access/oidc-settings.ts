import { readFileSync } from 'node:fs';

/** Who vouches for people, and who we are to it. The secret is fetched when it is needed, and never printed. */
export type OidcSettings = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: () => string;
  /** Where the provider sends people back to: exactly this, whatever the request says of its own address. */
  redirectUri: string;
}>;

type Env = Readonly<Record<string, string | undefined>>;

/** Names the variable, and never shows its value. */
export class InvalidOidcSetting extends Error {
  override readonly name = 'InvalidSetting';
}

const CALLBACK = '/sessions/oidc/callback';
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** `undefined`: nobody is named, and nobody signs in this way. Throws `InvalidOidcSetting`. */
export const oidcSettings = (env: Env, origin: string | undefined): OidcSettings | undefined => {
  const { EDICT_OIDC_ISSUER: issuer } = env;
  if (issuer === undefined) return undefined;
  if (!isSafe(issuer)) throw wrong('EDICT_OIDC_ISSUER', `an address without a query, ${SAFE}`);
  const clientId = env['EDICT_OIDC_CLIENT_ID'] ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(clientId))
    throw wrong('EDICT_OIDC_CLIENT_ID', 'the id that the provider knows us by');
  const redirectUri = redirectIn(env, origin ?? '');
  const clientSecret = secretIn(env);
  clientSecret();
  return Object.freeze({ issuer, clientId, clientSecret, redirectUri });
};

const redirectIn = (env: Env, origin: string): string => {
  const redirectUri = env['EDICT_OIDC_REDIRECT_URI'] ?? `${origin}${CALLBACK}`;
  if (isSafe(redirectUri) && redirectUri.endsWith(CALLBACK)) return redirectUri;
  throw wrong('EDICT_OIDC_REDIRECT_URI', `EDICT_ORIGIN, which may stand in its place, and ${CALLBACK}, ${SAFE}`);
};

const SAFE = 'with https, or http on this machine';

/** What is sent in the clear stays on this machine. */
const isSafe = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  if (username + search + hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
};

export const isOnThisMachine = (issuer: string): boolean => new URL(issuer).protocol === 'http:';

const secretIn = ({ EDICT_OIDC_CLIENT_SECRET: secret, EDICT_OIDC_CLIENT_SECRET_FILE: file }: Env): (() => string) => {
  if (secret !== undefined && file !== undefined)
    throw new InvalidOidcSetting(
      'EDICT_OIDC_CLIENT_SECRET and EDICT_OIDC_CLIENT_SECRET_FILE are both set: leave one out.',
    );
  if (file === undefined) return () => checked('EDICT_OIDC_CLIENT_SECRET', secret ?? '');
  return () => checked('EDICT_OIDC_CLIENT_SECRET_FILE', textOf(file).trim());
};

const checked = (name: string, secret: string): string => {
  if (!/^[\x20-\x7e]{8,500}$/.test(secret))
    throw wrong(name, 'a secret of 8 characters or more, or name a file with one');
  return secret;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw wrong('EDICT_OIDC_CLIENT_SECRET_FILE', 'the path of a file that can be read');
  }
};

const wrong = (name: string, wanted: string): InvalidOidcSetting =>
  new InvalidOidcSetting(`${name} must be ${wanted}.`);
