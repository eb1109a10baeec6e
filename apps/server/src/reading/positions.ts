import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

import type { Reading } from '@edict/engine';
import type { Outcome, Position } from '@edict/runtime';

/**
 * A place in the log as clients carry it, which tells nothing of what else is there (ADR 9): the event after which it is, by its own
 * stream and revision, as `STREAM@REVISION`.
 */
export const tokenOf = ({ stream, revision }: Pick<Outcome, 'stream' | 'revision'>): string => `${stream}@${revision}`;

/** An outcome as it is told. */
export const told = ({ stream, revision }: Outcome): Outcome => ({
  stream,
  revision,
  position: tokenOf({ stream, revision }),
});

const EVENT = /^([a-zA-Z]{1,30}-[a-z0-9.-]{1,200})@(-1|\d{1,15})$/;
const SEALED = /^[A-Za-z0-9_-]{43,120}$/;

export const isOfEvent = (token: string): boolean => EVENT.test(token);

/** Where no event is named: a place that is nobody's, such as the end of the log, sealed anew each time so that no two can be compared. */
export class Positions {
  readonly #key: Buffer;

  /** `key`: 32 bytes that only this installation knows. */
  constructor(key: Buffer) {
    this.#key = createHmac('sha256', key).update('positions').digest();
  }

  seal(position: Position): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(position.padStart(PADDED), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** `undefined`: it is none of ours, or of an event that the reader may not see. The two are not told apart. */
  async open(token: string, reading: Reading): Promise<Position | undefined> {
    const [, stream, revision] = EVENT.exec(token) ?? [];
    if (stream === undefined) return SEALED.test(token) ? this.#unsealed(Buffer.from(token, 'base64url')) : undefined;
    return revision === '-1' ? '' : reading.placeOf(stream, Number(revision));
  }

  #unsealed(token: Buffer): Position | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, token.subarray(0, 12));
      decipher.setAuthTag(token.subarray(-16));
      return Buffer.concat([decipher.update(token.subarray(12, -16)), decipher.final()])
        .toString()
        .trimStart();
    } catch {
      return undefined;
    }
  }
}

/** All of one length: an empty log shows no more than a long one. */
const PADDED = 48;
