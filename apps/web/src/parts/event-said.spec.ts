import { describe, expect, it } from '@jest/globals';

import { wordsOfEvents } from '../testing/said-events.ts';
import { refusedIn, saidIn } from './event-said.ts';

const naming = {
  say: (id: string, values = {}) => [id, ...Object.values(values)].join(' '),
  unit: (id: string) => `<${id}>`,
  day: (date: string) => `day ${date}`,
};
const said = (type: string, data: Record<string, unknown>) => saidIn(type, data, naming);

describe('What was said with an event', () => {
  it('is shown whatever the event calls it, apart from what proves it', () => {
    expect(wordsOfEvents.length).toBeGreaterThan(10);
    const hidden = wordsOfEvents.filter((name) => said('Any', { [name]: 'words' })[0] !== 'words');
    expect(hidden).toStrictEqual(['evidence']);
  });

  it('is all of it, and what was not said leaves no trace', () =>
    expect(said('ExtensionRequested', { toOn: '2025-07-10', progress: 'Half', reason: 'Floods', evidence: null })) //
      .toStrictEqual(['deadline.until day 2025-07-10', 'Half', 'Floods']));

  it('is said in the words of the reader where the engine said it', () => {
    expect(said('TaskStarted', { event: 'Task 1-2 is done.' })).toStrictEqual(['says.task.accepted 1-2']);
    expect(said('TaskStarted', { event: 'Task 1-2 began for all together.' })).toStrictEqual([
      'says.task.together 1-2',
    ]);
    expect(said('TaskStarted', { event: 'The law is passed.' })).toStrictEqual(['The law is passed.']);
  });

  it('names the order by its number', () => {
    const order = { number: '12-QĐ/TW', issuer: 'politburo' };
    expect(said('DeadlineOverridden', { order, reason: 'Earlier' })).toStrictEqual(['12-QĐ/TW', 'Earlier']);
    expect(said('DirectiveChangeApplied', { by: order, effect: 'cancelled', reason: 'Replaced' })) //
      .toStrictEqual(['effect.cancelled', '12-QĐ/TW', 'Replaced']);
  });

  it('tells how a finding was ruled', () => {
    const ruling = { lead: 'ppc-hue', reportsTo: ['office'], every: 'month', common: true };
    expect(said('FindingDecided', { finding: 'no-lead', ruling, by: 'office', reason: 'Ours' })) //
      .toStrictEqual([
        'finding.no-lead',
        'role.lead: <ppc-hue>',
        'role.reportsTo: <office>',
        'every.month',
        'ruling.common',
        'Ours',
      ]);
    expect(said('FindingDecided', {})).toStrictEqual([]);
    expect(said('FindingRecorded', { finding: 'Nothing was done' })).toStrictEqual(['Nothing was done']);
  });

  it('says by which code something was refused', () => {
    const data = { subject: 'A ferry', code: 'matter/outside-mandate' };
    expect(refusedIn(data)).toBe('matter/outside-mandate');
    expect(refusedIn({ subject: 'A ferry' })).toBeUndefined();
    expect(said('MatterRefused', data)).toStrictEqual(['A ferry']);
  });

  it('says that words are sealed, and shows no hash', () => {
    expect(said('TaskSubmitted', { report: { sealed: 'a1', keyId: 'k' } })).toStrictEqual(['prose.sealed']);
    expect(said('SubjectLinked', { issuer: 'https://id', subject: 'b2' })).toStrictEqual([]);
  });
});
