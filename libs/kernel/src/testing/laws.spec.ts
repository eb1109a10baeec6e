import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Decider } from '../decider.ts';
import { instant } from '../instant.ts';
import type { Message } from '../message.ts';
import { alarmLaw, answersAlways, person, type Step } from './index.ts';

type Start = Message<'Start'>;
type Ring = Message<'Ring'>;
type Command = Start | Ring;
type Event = Message<'Started'> | Message<'Rang'>;
type State = 'new' | 'waiting' | 'quiet';

const AT = instant('2025-06-01T00:00Z');

/** Once started it waits for one ring. */
const bell: Decider<State, Command, Event> = {
  category: 'bell',
  origins: { Start: ['person'], Ring: ['ring'] },
  initialState: 'new',
  decide: ({ type }, state) => {
    if (type === 'Start') return state === 'new' ? [{ type: 'Started', data: {} }] : [];
    return state === 'waiting' ? [{ type: 'Rang', data: {} }] : [];
  },
  evolve: (_, { type }) => (type === 'Started' ? 'waiting' : 'quiet'),
  alarms: (state) => (state === 'waiting' ? [{ key: 'ring', at: AT, ring: { type: 'Ring', data: {} } }] : []),
};

const start: Step<Command> = { command: { type: 'Start', data: {} }, now: AT, actor: person('unit') };
const starts = fc.array(fc.constant(start), { minLength: 2, maxLength: 3 });
const expectBroken = (law: typeof alarmLaw, ...broken: readonly Partial<typeof bell>[]) =>
  broken.forEach((part) => expect(() => law({ ...bell, ...part }, starts)).toThrow());

describe('The alarm law', () => {
  it('holds for a bell that rings once', () => alarmLaw(bell, starts));

  it('is broken by a ring that appends nothing, and by an alarm that stays', () =>
    expectBroken(
      alarmLaw,
      { decide: ({ type }) => (type === 'Start' ? [{ type: 'Started', data: {} }] : []) },
      { evolve: () => 'waiting' },
    ));

  it('is broken by a key that is used again', () =>
    expectBroken(alarmLaw, {
      decide: ({ type }, state) => {
        if (type === 'Start') return [{ type: 'Started', data: {} }];
        return state === 'waiting' ? [{ type: 'Rang', data: {} }] : [];
      },
    }));
});

describe('A decider that always answers', () => {
  it('is the bell', () => answersAlways(bell, starts));

  it('neither throws, nor changes its mind, nor appends what cannot be stored', () => {
    let asked = 0;
    expectBroken(
      answersAlways,
      {
        decide: () => {
          throw new Error('No.');
        },
      },
      { decide: () => (asked++ % 2 === 0 ? [{ type: 'Started', data: {} }] : []) },
      { decide: () => [{ type: 'Started', data: { lost: undefined } }] },
      {
        alarms: () => [{ key: 'ring', at: AT, ring: { type: 'Ring', data: { lost: undefined } } }],
      },
    );
  });
});
