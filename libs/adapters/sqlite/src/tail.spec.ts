import { beforeEach, describe, expect, it } from '@jest/globals';
import { positionOf, type Recorded } from '@edict/runtime';

import { Tail } from './tail.ts';

describe('The end of the log', () => {
  const event = (position: number): Recorded => ({
    ...{ id: `id-${position}`, type: 'Happened', data: {}, meta: {} },
    ...{ stream: 'thing-1', revision: position - 1, position: positionOf(position) },
  });
  const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => event(first + n));
  const after = (position: number, limit = 512) => tail.after(positionOf(position), limit);

  let tail: Tail;
  beforeEach(() => {
    tail = new Tail();
  });

  it('is not known where nothing was written', () => {
    expect(after(0)).toBeUndefined();
  });

  it('is what was written after a position', () => {
    for (const each of from(7, 10)) tail.add(each);
    expect(after(6)).toStrictEqual(from(7, 10));
    expect(after(8)).toStrictEqual(from(9, 10));
    expect(after(10)).toStrictEqual([]);
  });

  it('is known from its first event on', () => {
    for (const each of from(1, 2)) tail.add(each);
    expect(after(0)).toStrictEqual(from(1, 2));
  });

  it('does not reach back before what was written', () => {
    tail.add(event(7));
    expect(after(5)).toBeUndefined();
  });

  it('is given a page at a time', () => {
    for (const each of from(1, 9)) tail.add(each);
    expect(after(2, 3)).toStrictEqual(from(3, 5));
  });

  it('begins anew after a gap', () => {
    for (const each of [event(1), event(2), event(4)]) tail.add(each);
    expect(after(2)).toBeUndefined();
    expect(after(3)).toStrictEqual([event(4)]);
  });

  it('is not kept for ever', () => {
    for (const each of from(1, 3_000)) tail.add(each);
    expect(after(0)).toBeUndefined();
    expect(after(2_000, 2_000)).toStrictEqual(from(2_001, 3_000));
  });
});
