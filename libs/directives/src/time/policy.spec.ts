import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';

import type { PolicyDocument } from '../document/index.ts';
import { policy } from '../testing/task-examples.ts';
import { afterQuietHours, policyOf, termOn } from './policy.ts';

const { id, version, zone, ...values } = policy;
const rules = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, { value, basis: 'assumed', note: 'An example.' }]),
) as unknown as PolicyDocument['rules'];

describe('A policy', () => {
  it('is taken from its document: the figures without where they come from', () => {
    const valid = { from: '2025-01-01', until: null };
    expect(policyOf({ policy: { id, version, zone, name: { en: 'An example' }, valid }, rules })).toStrictEqual(policy);
  });

  it('knows in which term a day lies, both ends included', () => {
    const term = (day: string) => termOn(policy, day);
    expect(term('2021-01-31')).toBeNull();
    expect(term('2021-02-01')).toBe('XIII');
    expect(term('2026-01-22')).toBe('XIII');
    expect(term('2026-01-23')).toBeNull();
    expect(term('2026-01-24')).toBe('XIV');
    expect(term('2040-01-01')).toBe('XIV');
  });

  it('of two terms that overlap counts the first', () => {
    const terms = [...policy.terms, { name: 'XV', from: '2026-01-24', until: null }];
    expect(termOn({ ...policy, terms }, '2026-01-24')).toBe('XIV');
  });
});

describe('Quiet hours', () => {
  const after = (at: string, hours: { from: string; until: string } | null) =>
    afterQuietHours(instant(at), { zone: 'Asia/Ho_Chi_Minh', hours });

  it('hold nothing back where there are none', () =>
    expect(after('2025-06-18T18:00Z', null)).toBe('2025-06-18T18:00:00.000Z'));

  it('hold back from their first moment until their end', () => {
    const noon = { from: '12:00', until: '13:30' };
    expect(after('2025-06-18T04:59:59.999Z', noon)).toBe('2025-06-18T04:59:59.999Z');
    expect(after('2025-06-18T05:00:00.000Z', noon)).toBe('2025-06-18T06:30:00.000Z');
    expect(after('2025-06-18T06:29:59.999Z', noon)).toBe('2025-06-18T06:30:00.000Z');
    expect(after('2025-06-18T06:30:00.000Z', noon)).toBe('2025-06-18T06:30:00.000Z');
  });

  it('may run past midnight', () => {
    const night = { from: '22:00', until: '06:00' };
    expect(after('2025-06-18T14:59:59.999Z', night)).toBe('2025-06-18T14:59:59.999Z');
    expect(after('2025-06-18T15:00:00.000Z', night)).toBe('2025-06-18T23:00:00.000Z');
    expect(after('2025-06-18T16:59:59.999Z', night)).toBe('2025-06-18T23:00:00.000Z');
    expect(after('2025-06-18T17:00:00.000Z', night)).toBe('2025-06-18T23:00:00.000Z');
    expect(after('2025-06-18T22:59:59.999Z', night)).toBe('2025-06-18T23:00:00.000Z');
    expect(after('2025-06-18T23:00:00.000Z', night)).toBe('2025-06-18T23:00:00.000Z');
  });

  it('that begin and end at one time last a whole day', () =>
    expect(after('2025-06-18T02:00Z', { from: '08:00', until: '08:00' })).toBe('2025-06-19T01:00:00.000Z'));
});
