import { describe, expect, it } from '@jest/globals';
import type { Decider, Instant, Message } from '@edict/kernel';

import type { AnyDecider } from './execute.ts';
import type { Recorded } from './event-store.ts';
import { linkOf, setBy } from './set-by.ts';

type Event = Message<'Set' | 'Touched' | 'Cleared', Record<string, never>>;

/** Waits for one alarm from `Set` on, until `Cleared`. */
const waiting: Decider<boolean, Message, Event> = {
  category: 'thing',
  origins: {},
  initialState: false,
  decide: () => [],
  evolve: (state, { type }) => (type === 'Touched' ? state : type === 'Set'),
  alarms: (state) => (state ? [{ key: 'k', at: '' as Instant, ring: { type: 'Ring', data: {} } }] : []),
};
const decider = waiting as unknown as AnyDecider;

const events = (...types: readonly Event['type'][]): readonly Recorded[] =>
  types.map((type, revision) => {
    const meta = { traceparent: `trace-${revision}` };
    return { id: String(revision), stream: 'thing-1', revision, position: String(revision), type, data: {}, meta };
  });

describe('An alarm was set', () => {
  it.each([
    ['by the first event since which it has been waited for', ['Set', 'Touched', 'Touched'], 0],
    ['anew by what set it after it was cleared', ['Set', 'Cleared', 'Touched', 'Set', 'Touched'], 3],
  ] as const)('%s', (_, types, revision) => expect(setBy(decider, events(...types), 'k')).toMatchObject({ revision }));

  it('by nothing, if it is not waited for', () => {
    expect(setBy(decider, events('Set', 'Cleared'), 'k')).toBeUndefined();
    expect(setBy(decider, events('Set'), 'another')).toBeUndefined();
  });
});

describe('What rings is linked', () => {
  it('to the trace of what set its alarm', () =>
    expect(linkOf(decider, events('Touched', 'Set', 'Touched'), 'k')).toBe('trace-1'));

  it('to nothing where nothing is traced, or where nothing rings', () => {
    const untraced = events('Set').map((event) => ({ ...event, meta: {} }));
    expect([linkOf(decider, untraced, 'k'), linkOf(decider, events('Set'), undefined)]).toStrictEqual([
      undefined,
      undefined,
    ]);
  });
});
