import { describe, expect, it } from '@jest/globals';
import type { ScriptLine } from '@edict/directives';

import { CONCLUSION, example, filesOf, play } from './stage.ts';

const conclusion = filesOf(example(CONCLUSION));
const gov = 'government-party-committee';
const issuer = 'politburo';
const GROUP = 'provincial-and-city-party-committees';
const finance = 'ministry-of-finance-party-committee';
const at = (day: string, as: string, verb: string, more: object = {}): ScriptLine => ({
  ...{ at: `${day}T09:00`, as, do: verb },
  ...more,
});
const onTask = (verb: string, as: string, more: object): readonly ScriptLine[] => [
  at('2025-05-20', as, verb, { task: '3.b5-2', text: 'So.', ...more }),
];
const asked = at('2025-05-19', gov, 'request-extension', {
  ...{ task: '3.b5-2', text: 'Opinions.', progress: 'Half.', on: '2025-07-01' },
});
const desk = at('2025-05-17', gov, 'set-up-standing-unit');
const matter = at('2025-05-19', gov, 'receive-matter', { matter: 'm', text: 'No funds.', from: finance });
const onMatter = (verb: string, more: object) => [
  desk,
  matter,
  at('2025-05-20', gov, verb, { matter: 'm', text: 'So.', ...more }),
];
const entered = (more: object) => [
  at('2025-05-20', issuer, 'enter-task', { ref: '1-1', clause: '1', text: 'Take stock.', source: '1-BC/TU', ...more }),
];

/** What is written wrongly is refused by name; nothing else is done in its place. */
describe('A line of a script that says what is not so', () => {
  it.each<[string, readonly ScriptLine[], string]>([
    ['a day in words', onTask('request-extension', gov, { on: 'soon', progress: 'Half.' }), 'script/no-day'],
    [
      'the 30th of February',
      onTask('request-extension', gov, { on: '2025-02-30', progress: 'Half.' }),
      'script/no-day',
    ],
    ['no day', onTask('request-extension', gov, { progress: 'Half.' }), 'script/no-day'],
    ['another day, wrongly', [asked, ...onTask('grant-extension', issuer, { on: '31.12.2025' })], 'script/no-day'],
    ['a day for a part', onTask('delegate', gov, { to: finance, due: '2025-6-1' }), 'script/no-day'],
    ['a day for a report', onTask('demand-report', issuer, { on: 'tomorrow' }), 'script/no-day'],
    ['an order without a number', onTask('override-deadline', issuer, { on: '2025-07-31' }), 'script/not-whole'],
    ['a task without a ref', entered({ ref: '' }), 'script/not-whole'],
    ['a task without a clause', entered({ clause: ' ' }), 'script/not-whole'],
    ['a day to begin', [at('2025-05-20', issuer, 'begin-watch', { from: '2025-02-30' })], 'script/not-a-time'],
    [
      'a day of a merger',
      [at('2025-05-20', issuer, 'merge', { from: 'ppc-hue', to: 'ppc-ha-noi', on: 'in July' })],
      'script/no-day',
    ],
    [
      'a part that is to be canncelled',
      onTask('decide', issuer, { child: 'x', decision: 'canncel' }),
      'script/unknown-kind',
    ],
    ['who gets it', onTask('decide', issuer, { succession: 's' }), 'script/not-whole'],
    ['an interval', onTask('decide', issuer, { every: 'fortnight' }), 'script/unknown-kind'],
    ['whose it is: nobody', onTask('refuse-task', gov, { to: 'nobody-at-all' }), 'unit/unknown'],
    ['an opinion of nobody', onTask('ask-contribution', gov, { to: 'nobody-at-all', opinion: true }), 'unit/unknown'],
    ['who coordinates: nobody', onTask('correct', issuer, { coordinating: 'nobody-at-all' }), 'unit/unknown'],
    ['who has it: nobody', onTask('reassign', issuer, { to: 'nobody-at-all' }), 'unit/unknown'],
    ['who has a part: nobody', onTask('delegate', gov, { to: 'nobody-at-all' }), 'unit/unknown'],
    ['who has a part: a group', onTask('delegate', gov, { to: GROUP }), 'unit/cannot-answer'],
    ['a kind of matter', [desk, { ...matter, kind: 'complaint' }], 'script/unknown-kind'],
    ['for whom', [desk, { ...matter, behalf: 'king' }], 'script/unknown-kind'],
    ['which desk', [desk, { ...matter, office: 'attic' }], 'script/unknown-kind'],
    ['the desk of nobody', [desk, { ...matter, to: 'nobody-at-all' }], 'unit/unknown'],
    ['who submits it: nobody', [desk, { ...matter, from: 'nobody-at-all' }], 'unit/unknown'],
    ['how it is directed', onMatter('direct-matter', { how: 'rout', to: finance }), 'script/unknown-kind'],
    ['to whom it is routed: nobody', onMatter('direct-matter', { to: 'nobody-at-all' }), 'unit/unknown'],
    ['to whom it is routed', onMatter('direct-matter', {}), 'script/no-unit'],
    ['to whom it is routed: a group', onMatter('direct-matter', { to: GROUP }), 'unit/cannot-answer'],
    ['who is competent: nobody', onMatter('recommend-matter', { to: 'nobody-at-all' }), 'unit/unknown'],
    ['with what outcome', onMatter('answer-matter', { outcome: 'ignore' }), 'script/unknown-kind'],
    ['who is consulted: nobody', onMatter('consult', { to: 'nobody-at-all' }), 'unit/unknown'],
    ['who is consulted', onMatter('consult', {}), 'script/no-unit'],
    ['who is consulted: a group', onMatter('consult', { to: GROUP }), 'unit/cannot-answer'],
    ['the day of a consultation', onMatter('consult', { to: finance, on: 'soon' }), 'script/no-day'],
    ['the day of what is entered', entered({ on: 'soon' }), 'script/no-day'],
    ['its month', entered({ month: '2025-13' }), 'script/no-day'],
    ['a day of a milestone', entered({ milestones: 'draft=2025-02-30' }), 'script/no-day'],
    ['a month of a milestone', entered({ milestones: 'draft=2025-00' }), 'script/no-day'],
    ['the date of its source', entered({ sourceDate: 'May' }), 'script/no-day'],
    ['how often it comes round', entered({ kind: 'periodic', every: 'fortnight' }), 'script/unknown-kind'],
  ])('is refused: %s', async (_, script, code) => {
    const { refusals, log } = await play(conclusion, { script, until: '2025-05-22' });
    expect(refusals.map((refusal) => refusal.code)).toStrictEqual([code]);
    const then = `${script.at(-1)!.at.slice(0, 10)}T02:00:00.000Z`;
    const done = log.filter(({ meta }) => meta['recordedAt'] === then && String(meta['actor']).startsWith('script'));
    expect(done).toStrictEqual([]);
  });
});

describe('A consultation in a script', () => {
  const consulting = (more: object) => [
    ...onMatter('consult', { to: finance, ...more }),
    at('2025-06-20', gov, 'answer-matter', { matter: 'm', text: 'Solved.' }),
  ];
  const ofMatter = async (more: object) => {
    const { summary, refusals, log } = await play(conclusion, { script: consulting(more), until: '2025-06-30' });
    expect(refusals).toStrictEqual([]);
    const [consultation] = summary.matters.find(({ task }) => task === null)!.consultations;
    const rung = log.filter(({ type }) => type === 'ConsultationMissed').map(({ meta }) => meta['recordedAt']);
    return { consultation, rung };
  };

  it('runs for the five working days of the policy, which says so by name and version, where no day is named', async () =>
    expect(await ofMatter({})).toMatchObject({
      consultation: {
        ...{ unit: finance, by: gov, dueAt: '2025-05-27T17:00:00.000Z', state: 'missed' },
        policy: { id: 'vn-party', version: 3, workingDays: 5 },
      },
      rung: ['2025-05-27T17:00:00.000Z'],
    }));

  it('runs to the end of the day that is named, and then no policy is', async () =>
    expect(await ofMatter({ on: '2025-05-22' })).toMatchObject({
      consultation: { dueAt: '2025-05-22T17:00:00.000Z', policy: null },
      rung: ['2025-05-22T17:00:00.000Z'],
    }));

  it('has to have a day where the policy of the directive sets no term', async () => {
    const { consultationWorkingDays: _, ...rules } = conclusion.policy.rules;
    const files = { ...conclusion, policy: { ...conclusion.policy, rules } };
    const { refusals } = await play(files, { script: consulting({}), until: '2025-06-30' });
    expect(refusals.map(({ code }) => code)).toStrictEqual(['matter/no-term']);
  });
});
