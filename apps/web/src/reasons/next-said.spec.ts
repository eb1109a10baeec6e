import { describe, expect, it } from '@jest/globals';

import { nextOf } from './next-said.ts';

const LASTING = ['standing', 'until', 'periodic'];
const AT_WORK = ['acknowledged', 'inProgress', 'returned', 'delegated'];

describe('What comes next', () => {
  it.each(LASTING.flatMap((kind) => AT_WORK.map((state) => [kind, state] as const)))(
    'is no result of a task that lasts: %s, %s',
    (kind, state) => expect(nextOf({ kind, state, started: false })).toBe('reason.next.lasting'),
  );

  it.each(AT_WORK)('is the result of a task that is done once, and has come to %s', (state) => {
    expect(nextOf({ kind: 'once', state, started: false })).toBe(`reason.next.${state}`);
    expect(nextOf({ kind: 'conditional', state, started: true })).toBe(`reason.next.${state}`);
  });

  it('is that it begins, where its condition has not come', () =>
    expect(nextOf({ kind: 'conditional', state: 'acknowledged', started: false })).toBe('reason.next.notBegun'));

  it.each(['assigned', 'unassigned', 'submitted', 'suspended', 'refused', 'accepted', 'lapsed', 'cancelled'])(
    'is the same of every kind that is %s',
    (state) => {
      for (const kind of ['once', 'conditional', ...LASTING])
        expect(nextOf({ kind, state, started: false })).toBe(`reason.next.${state}`);
    },
  );
});
