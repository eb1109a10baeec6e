import { describe, expect, it } from '@jest/globals';

import { clockWord } from '../parts/clock-said.ts';
import { history } from '../testing/history.ts';
import { clockSaid, markedBy } from './matter-said.ts';

const TERM = { from: '2025-06-24', workingDays: 10, daysOff: [], sources: { policy: 'p', calendar: 'c' } };
const RECEIVED = ['MatterReceived', { answerBy: TERM }] as const;
const TIMELESS = ['MatterReceived', { answerBy: null }] as const;

describe('The clock of a matter', () => {
  it('runs by the term that it was given when it came, also once it is directed', () =>
    expect(clockSaid(history(RECEIVED, 'MatterDirected'))).toMatchObject({
      ...{ term: TERM, rule: 'reason.termRule' },
      by: { revision: 0 },
    }));

  it('ended with the recommendation, and what it was is still known', () =>
    expect(clockSaid(history(RECEIVED, 'MatterDirected', 'MatterRecommended'))).toMatchObject({
      ...{ term: TERM, rule: 'reason.termOver' },
      by: { revision: 2, type: 'MatterRecommended' },
    }));

  it('is none where no rule gave one', () =>
    expect(clockSaid(history(TIMELESS))).toMatchObject({ term: null, rule: 'reason.termNone', by: { revision: 0 } }));

  it('is called by what became of it', () => {
    expect(clockWord({ recommendedTo: null, answerBy: '2025-07-08T17:00:00.000Z' })).toBe('clock.by');
    expect(clockWord({ recommendedTo: null, answerBy: null })).toBe('clock.none');
    expect(clockWord({ recommendedTo: 'politburo', answerBy: null })).toBe('clock.ended');
  });
});

describe('A mark of a matter', () => {
  const marking = (...marks: readonly object[]) =>
    history(['MatterReceived', {}], ...marks.map((each) => ['MatterMarked', each] as const));

  it('is there by whoever said it first', () => {
    expect(markedBy(marking({ collective: true }, { collective: true }), 'collective')?.revision).toBe(1);
    expect(markedBy(history(['MatterReceived', { collective: true }], 'MatterAnswered'), 'collective')?.revision).toBe(
      0,
    );
  });

  it('is not there by another mark', () => {
    expect(markedBy(marking({ specialCare: true }, { collective: true }), 'collective')?.revision).toBe(2);
    expect(markedBy(marking({ specialCare: true }), 'collective')).toBeUndefined();
  });
});
