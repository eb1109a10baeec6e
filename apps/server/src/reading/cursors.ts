import { createHmac, timingSafeEqual } from 'node:crypto';

import { canonical } from '@edict/kernel';
import type { Place } from '@edict/runtime';

import { HttpProblem } from '../http/problem.ts';

/** What a cursor is for: a list, what was asked of it, and who asked. It opens nothing else. */
export type Scope = readonly [list: string, viewer: object, where: object];

/** Places in lists as clients carry them: to be sent back as they are, and good for the list and the reader that got them. */
export class Cursors {
  readonly #key: Buffer;

  /** `key`: 32 bytes that only this installation knows. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  seal({ values, key }: Place, scope: Scope): string {
    const place = Buffer.from(JSON.stringify([key, ...values])).toString('base64url');
    return `${place}.${this.#sign(place, scope).toString('base64url')}`;
  }

  /** 400 for whatever was not sealed here, for this scope, letter by letter. */
  open(cursor: string, scope: Scope): Place {
    const [place = '', signature = ''] = cursor.split('.');
    const signed = this.#sign(place, scope);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== signed.length || !timingSafeEqual(given, signed) || cursor !== `${place}.${signature}`)
      throw foreign();
    if (given.toString('base64url') !== signature) throw foreign();
    const [key, ...values] = JSON.parse(Buffer.from(place, 'base64url').toString()) as [string, ...Place['values']];
    return { values, key };
  }

  #sign(place: string, scope: Scope): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${place}\n${canonical(scope)}`)
      .digest();
  }
}

const foreign = () =>
  new HttpProblem('request/cursor', 'This cursor is not one that this list gave to you. Begin without one.');
