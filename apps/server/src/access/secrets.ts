import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits that nobody guesses, as text for a header, a cookie or a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret that was drawn at random: no salt and no slow hash is needed for what cannot be guessed. */
export const hashOf = (secret: string): string => hash('sha256', secret);

/** Takes the same time wherever they differ. */
export const areSame = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
