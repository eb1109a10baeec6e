import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import { deadlineClassOf, type Timing } from './deadline-class.ts';

const dueAt = '2025-06-25T17:00:00.000Z';
const dueSoonAt = '2025-06-18T17:00:00.000Z';
const once: Timing = { kind: 'once', state: 'assigned', dueAt, dueSoonAt, decidedAt: null };
const classAt = (now: string, changes: Partial<Timing> = {}) => deadlineClassOf({ ...once, ...changes }, instant(now));

const JUST_BEFORE = '2025-06-25T16:59:59.999Z';

describe('What is to be done once', () => {
  it('has no class without a deadline', () => expect(classAt(dueAt, { dueAt: null })).toBe('none'));

  it('is in time, then due soon, then overdue, each from its first moment on', () => {
    expect(classAt('2025-06-18T16:59:59.999Z')).toBe('inTime');
    expect(classAt(dueSoonAt)).toBe('dueSoon');
    expect(classAt(JUST_BEFORE)).toBe('dueSoon');
    expect(classAt(dueAt)).toBe('overdue');
  });

  it('is never due soon where no such moment is known', () =>
    expect(classAt(JUST_BEFORE, { dueSoonAt: null })).toBe('inTime'));

  it('goes by its report while that waits for the issuer, however long', () => {
    const waiting = (decidedAt: string) => classAt('2025-12-01T00:00Z', { state: 'submitted', decidedAt });
    expect(waiting(JUST_BEFORE)).toBe('inTime');
    expect(waiting(dueAt)).toBe('overdue');
    expect(classAt(dueSoonAt, { state: 'submitted', decidedAt: dueSoonAt })).toBe('inTime');
  });

  it('is done in time or late by when it was reported, not by when it was accepted', () => {
    const done = (decidedAt: string) => classAt('2025-12-01T00:00Z', { state: 'accepted', decidedAt });
    expect(done(JUST_BEFORE)).toBe('doneInTime');
    expect(done(dueAt)).toBe('doneLate');
  });
});

describe('What is in force until a day', () => {
  const until = (now: string, changes: Partial<Timing> = {}) => classAt(now, { kind: 'until', ...changes });

  it('comes to its end, and is never late', () => {
    expect(until('2025-06-18T16:59:59.999Z')).toBe('inTime');
    expect(until(dueSoonAt)).toBe('dueSoon');
    expect(until(JUST_BEFORE)).toBe('dueSoon');
    expect(until(dueAt)).toBe('none');
  });

  it('has no class once it has lapsed', () => expect(until(dueSoonAt, { state: 'lapsed' })).toBe('none'));
});

describe('What stands, comes round, or hangs on a condition', () => {
  it.each(['standing', 'periodic', 'conditional'])('has no class: %s', (kind) => {
    for (const now of ['2025-06-01T00:00Z', dueSoonAt, '2025-07-01T00:00Z'])
      expect(classAt(now, { kind })).toBe('none');
    expect(classAt(dueAt, { kind, state: 'accepted', decidedAt: dueAt })).toBe('none');
  });
});
