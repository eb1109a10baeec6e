import { describe, expect, it } from '@jest/globals';

import { history } from '../testing/history.ts';
import { consultationBy, standOf } from './consultation-said.ts';

const DUE = '2025-07-08T17:00:00.000Z';
const BEFORE = '2025-07-08T16:59:59.999Z';

describe('A consultation', () => {
  it.each([
    ['asked', null, BEFORE, 'asked'],
    ['asked', null, DUE, 'missed'],
    ['missed', null, BEFORE, 'missed'],
    ['ended', null, DUE, 'ended'],
    ['answered', BEFORE, DUE, 'answered'],
    ['answered', DUE, DUE, 'answeredLate'],
  ])('that is %s, answered at %s, stands at %s as %s', (state, answeredAt, now, stand) =>
    expect(standOf({ state: state as 'asked', dueAt: DUE, answeredAt }, now)).toBe(stand),
  );

  const of = (consultation: number) => ({ consultation });
  const lines = history(
    ['UnitConsulted', of(1)],
    ['UnitConsulted', of(2)],
    ['ConsultationAnswered', of(1)],
    ['ConsultationMissed', of(2)],
    ['MatterAnswered', {}],
  );

  it('is as it is by an event of its own, and not by one of another', () => {
    expect(consultationBy(lines, 1, 'asked')?.revision).toBe(0);
    expect(consultationBy(lines, 1, 'answeredLate')?.revision).toBe(2);
    expect(consultationBy(lines, 2, 'missed')?.revision).toBe(3);
    expect(consultationBy(lines, 1, 'missed')).toBeUndefined();
    expect(consultationBy(lines, 3, 'ended')?.revision).toBe(4);
  });
});
