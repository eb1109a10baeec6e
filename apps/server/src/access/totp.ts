import { createHmac, randomBytes } from 'node:crypto';

const STEP_MS = 30_000;
const DIGITS = 6;
/** RFC 6238, 5.2: one step of difference between two clocks is allowed. */
const DRIFT = 1;

/** RFC 4226, 4: at least 128 bits, 160 recommended. */
export const newTotpSecret = (): string => base32(randomBytes(20));

/** RFC 6238 with SHA-1, six digits and steps of thirty seconds: what every authenticator knows. */
export const codeAt = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const at = digest[19]! & 0x0f;
  return `${(digest.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS}`.padStart(DIGITS, '0');
};

export const stepAt = (ms: number): number => Math.floor(ms / STEP_MS);

/** In which step the code is right, later than the last one used: none is good twice. */
export const stepOf = (secret: string, code: string, ms: number, usedUpTo: number): number | undefined => {
  const now = stepAt(ms);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, n) => now - DRIFT + n);
  return steps.find((step) => step > usedUpTo && codeAt(secret, step) === code);
};

/** What an authenticator reads from a picture. */
export const totpUri = (secret: string, login: string): string =>
  `otpauth://totp/Edict:${encodeURIComponent(login)}?secret=${secret}&issuer=Edict&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const base32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
};

const bytesOf = (text: string): Buffer => {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
};
