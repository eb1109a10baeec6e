import { describe, expect, it } from '@jest/globals';

import type { Task } from '../../api/tasks.ts';
import { nextPortion } from './portions.ts';

const tasks = (count: number, state = 'acknowledged'): readonly Task[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${state}-${n}`, state, kind: 'once' }) as unknown as Task);
const NONE = new Set<string>();
const ids = (some: readonly Task[]) => some.map(({ id }) => id);

describe('An act on more than can be looked through at once', () => {
  it('begins with 200, and says how many come after them', () =>
    expect(nextPortion(tasks(506), 'demandReport', NONE)).toMatchObject({ portion: { length: 200 }, rest: 306 }));

  it('goes on with others until there are none', () => {
    const all = tasks(506);
    const seen = new Set<string>();
    const sizes: number[] = [];
    for (let { portion } = nextPortion(all, 'demandReport', seen); portion.length > 0;) {
      sizes.push(portion.length);
      expect(ids(portion).some((id) => seen.has(id))).toBe(false);
      for (const id of ids(portion)) seen.add(id);
      ({ portion } = nextPortion(all, 'demandReport', seen));
    }
    expect(sizes).toStrictEqual([200, 200, 106]);
  });

  it('leaves out those to which it cannot be done', () =>
    expect(nextPortion([...tasks(1), ...tasks(3, 'accepted')], 'demandReport', NONE)).toMatchObject({
      portion: { length: 1 },
      rest: 0,
    }));
});
