import { beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, positionOf } from '@edict/runtime';

import { DecodedOnce } from './decoded-once.ts';
import { Tail } from './tail.ts';

describe('The end of the log', () => {
  const event = (position: number): DecodedOnce => {
    const body = bodyOf({ id: `id-${position}`, type: 'Happened', data: {}, meta: {} });
    return new DecodedOnce({ position, stream: 'thing-1', revision: position - 1, body });
  };
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => event(first + n));
  const after = (position: number, limit = 512) =>
    tail.after(positionOf(position), limit)?.map((each) => Number(each.position));

  let tail: Tail;
  beforeEach(() => {
    tail = new Tail();
  });

  it('is not known where nothing was written', () => {
    expect(after(0)).toBeUndefined();
  });

  it('is what was written after a position', () => {
    for (const each of from(7, 10)) tail.add(each);
    expect(after(6)).toStrictEqual([7, 8, 9, 10]);
    expect(after(8)).toStrictEqual([9, 10]);
    expect(after(10)).toStrictEqual([]);
  });

  it('is known from its first event on', () => {
    for (const each of from(1, 2)) tail.add(each);
    expect(after(0)).toStrictEqual([1, 2]);
  });

  it('does not reach back before what was written', () => {
    tail.add(event(7));
    expect(after(5)).toBeUndefined();
  });

  it('is given a page at a time', () => {
    for (const each of from(1, 9)) tail.add(each);
    expect(after(2, 3)).toStrictEqual([3, 4, 5]);
  });

  it('begins anew after a gap', () => {
    for (const each of [event(1), event(2), event(4)]) tail.add(each);
    expect(after(2)).toBeUndefined();
    expect(after(3)).toStrictEqual([4]);
  });

  it('is forgotten when nobody follows it', () => {
    tail.add(event(1));
    tail.clear();
    expect(after(0)).toBeUndefined();
  });

  it('is not kept for ever', () => {
    for (const each of from(1, 3_000)) tail.add(each);
    expect(after(0)).toBeUndefined();
    expect(after(2_000, 2_000)).toStrictEqual(Array.from({ length: 1_000 }, (_, n) => 2_001 + n));
  });
});
