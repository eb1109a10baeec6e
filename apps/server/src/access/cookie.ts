/**
 * `__Host-` ties it to this very host and to https. Browsers take it on http://127.0.0.1 and http://localhost as well, which they trust
 * as they trust https; elsewhere Edict stands behind a proxy that speaks https.
 */
export const COOKIE = '__Host-edict';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Without an age: it ends with the browser, and earlier with the session. */
export const cookieWith = (id: string): string => `${COOKIE}=${id}; ${ATTRIBUTES}`;
export const noCookie = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

const ERRAND = '__Host-edict-errand';

/** Known to the browser that is sent to the identity provider, and asked of it when it comes back. */
export const errandCookie = (secret: string, seconds: number): string =>
  `${ERRAND}=${secret}; Max-Age=${seconds}; ${ATTRIBUTES}`;
export const noErrand = `${ERRAND}=; Max-Age=0; ${ATTRIBUTES}`;

/** Two of them are none: somebody has put one beside ours. */
const valueIn = (header: string | undefined, name: string): string | undefined => {
  const all = (header ?? '').split(';').map((pair) => pair.trim());
  const ours = all.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  return ours.length === 1 && ours[0] !== '' ? ours[0] : undefined;
};

export const cookieIn = (header: string | undefined): string | undefined => valueIn(header, COOKIE);
export const errandIn = (header: string | undefined): string | undefined => valueIn(header, ERRAND);
