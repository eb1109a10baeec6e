import { describe, expect, it } from '@jest/globals';

import { addressOf, askedIn } from './asked.ts';
import { startOf } from './lanes.ts';

const rules = { from: '2025-05-16', until: '2025-12-31', policy: 'vn-party', calendar: 'vn-working-days' };

describe('A rehearsal in an address', () => {
  it('is of a directive or of the example, under all that is assumed', () => {
    expect(askedIn({ of: 'd1', ...rules, moment: '2025-06-01T05:00:00.000Z' })).toStrictEqual({ of: 'd1', ...rules });
    expect(askedIn({ example: 'some', ...rules })).toStrictEqual({ example: 'some', ...rules });
  });

  it('is none where it does not say all of it', () => {
    expect(askedIn({})).toBeNull();
    expect(askedIn(rules)).toBeNull();
    expect(askedIn({ of: 'd1', ...rules, policy: '' })).toBeNull();
    expect(askedIn({ example: 'everybody', ...rules })).toBeNull();
  });
});

describe('What is played', () => {
  const said = {
    document: 'text',
    from: '2025-05-16',
    until: '2025-12-31',
    policyId: 'vn-party',
    calendarId: 'vn-working-days',
  };

  it('is in the address where it can be had again', () =>
    expect(addressOf({ of: 'd1', text: 'text' }, said)).toStrictEqual({ of: 'd1', ...rules }));

  it('is not where it was dropped, changed, or acted in by a script', () => {
    expect(addressOf({ text: 'text' }, said)).toBeNull();
    expect(addressOf({ of: 'd1', text: 'another' }, said)).toBeNull();
    expect(addressOf({ of: 'd1', text: 'text' }, { ...said, script: '- {}' })).toBeNull();
  });
});

describe('The clock of a rehearsal', () => {
  const span = { from: '2025-05-16', until: '2025-12-31' };
  const first = '2025-05-15T17:00:00.000Z';

  it('stands where the address says', () =>
    expect(startOf(span, '2025-06-01T05:00:00Z')).toBe('2025-06-01T05:00:00.000Z'));

  it('begins with the first day where the address says nothing that can be read', () => {
    expect(startOf(span, undefined)).toBe(first);
    expect(startOf(span, 'soon')).toBe(first);
  });

  it('stays within what is played', () => {
    expect(startOf(span, '2024-01-01T00:00:00.000Z')).toBe(first);
    expect(startOf(span, '2027-01-01T00:00:00.000Z')).toBe('2025-12-31T17:00:00.000Z');
  });
});
