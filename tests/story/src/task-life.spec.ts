import { describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';

import { AGREEMENT, CONCLUSION, example, filesOf, play } from './stage.ts';

const conclusion = filesOf(example(CONCLUSION));
const gov = 'government-party-committee';
const finance = 'ministry-of-finance-party-committee';
const academy = 'ho-chi-minh-national-academy-of-politics';

const played = async (script: ScriptDocument, until = '2025-07-31') => {
  const { summary, refusals, log } = await play(conclusion, { script, until });
  const task = (ref: string) => summary.tasks.find((each) => each.ref === ref)!;
  return { summary, log, task, codes: refusals.map(({ code }) => code) };
};

describe('Time that is asked for', () => {
  const ask = {
    at: '2025-05-26T09:00',
    as: academy,
    do: 'request-extension',
    task: '5.b3-1',
    on: '2025-06-16',
    text: 'Rooms are missing.',
    progress: 'Half of it.',
  };

  it('is granted: the deadline moves, every date and the count stay, and lateness is judged by the date in force', async () => {
    const { task, codes, log, summary } = await played([
      ask,
      { at: '2025-05-27T09:00', as: 'politburo', do: 'grant-extension', task: '5.b3-1', text: 'Granted.' },
      { at: '2025-06-10T09:00', as: academy, do: 'submit', task: '5.b3-1', text: 'Done.' },
      { at: '2025-06-12T09:00', as: 'politburo', do: 'accept', task: '5.b3-1' },
    ]);
    expect(codes).toStrictEqual([]);
    expect(task('5.b3-1')).toMatchObject({
      state: 'accepted',
      deadlineClass: 'doneInTime',
      dueAt: '2025-06-16T17:00:00.000Z',
      extensions: 1,
      dates: [{ how: 'extended', from: '2025-05-31T17:00:00.000Z', to: '2025-06-16T17:00:00.000Z' }],
    });
    expect(
      log.filter(({ type, stream }) => type === 'TaskBecameOverdue' && stream.endsWith(task('5.b3-1').id)),
    ).toStrictEqual([]);
    expect(summary.statistics).toStrictEqual({
      doneInTime: 1,
      doneLate: 0,
      openInTime: 1,
      openOverdue: 1,
      fellDue: 2,
      percentDone: 50,
    });
  });

  it('is not granted by who asks, nor asked for after the day, nor for a Sunday', async () => {
    const { codes } = await played([
      { ...ask, at: '2025-05-26T08:00', on: '2025-06-15' },
      ask,
      { at: '2025-05-27T09:00', as: academy, do: 'grant-extension', task: '5.b3-1' },
      { at: '2025-05-28T09:00', as: 'secretariat', do: 'refuse-extension', task: '5.b3-1', text: 'No.' },
      { ...ask, at: '2025-06-02T09:00' },
    ]);
    expect(codes).toStrictEqual(['task/not-a-working-day', 'task/not-the-issuer', 'task/deadline-passed']);
  });
});

describe('A task that goes round', () => {
  it('is refused, reassigned, and the passing shows', async () => {
    const { task, codes } = await played([
      {
        at: '2025-05-19T09:00',
        as: gov,
        do: 'refuse-task',
        task: '3.b1-1',
        text: 'Money is with Finance.',
        to: finance,
      },
      { at: '2025-05-21T09:00', as: 'politburo', do: 'reassign', task: '3.b1-1', to: finance, text: 'It is.' },
      { at: '2025-05-22T09:00', as: gov, do: 'acknowledge', task: '3.b1-1' },
      { at: '2025-05-22T10:00', as: finance, do: 'acknowledge', task: '3.b1-1' },
    ]);
    expect(codes).toStrictEqual(['task/not-the-lead']);
    expect(task('3.b1-1')).toMatchObject({
      unit: finance,
      state: 'acknowledged',
      passed: [
        { act: 'refused', unit: gov, at: '2025-05-19T02:00:00.000Z', answeredAt: '2025-05-21T02:00:00.000Z' },
        { act: 'reassigned', unit: finance },
      ],
    });
  });

  it('is passed on, and closes only with its part', async () => {
    const { task, codes } = await played([
      {
        at: '2025-05-19T09:00',
        as: gov,
        do: 'delegate',
        task: '3.b5-2',
        to: finance,
        due: '2025-06-20',
        text: 'Draft the decrees on money.',
      },
      { at: '2025-06-10T09:00', as: gov, do: 'submit', task: '3.b5-2', text: 'Done.' },
      { at: '2025-06-11T09:00', as: finance, do: 'submit', task: '3.b5-2-d1', text: 'Drafted.' },
      { at: '2025-06-12T09:00', as: gov, do: 'accept', task: '3.b5-2-d1' },
      { at: '2025-06-20T09:00', as: gov, do: 'submit', task: '3.b5-2', text: 'Done.' },
      { at: '2025-06-21T09:00', as: 'secretariat', do: 'accept', task: '3.b5-2' },
    ]);
    expect(codes).toStrictEqual(['task/children-open']);
    expect(task('3.b5-2')).toMatchObject({
      unit: gov,
      state: 'accepted',
      children: [{ unit: finance, ended: 'accepted' }],
    });
    expect(task('3.b5-2-d1')).toMatchObject({ parent: task('3.b5-2').id, accountable: [finance], state: 'accepted' });
  });

  it('takes its parts with it when it is cancelled, and is halted while it is suspended', async () => {
    const { task, codes } = await played([
      { at: '2025-05-19T09:00', as: gov, do: 'delegate', task: '3.b5-2', to: finance },
      { at: '2025-05-20T09:00', as: 'politburo', do: 'cancel', task: '3.b5-2', text: 'Replaced.' },
      { at: '2025-05-20T09:00', as: 'politburo', do: 'suspend', task: '5.b3-1', text: 'A law is awaited.' },
    ]);
    expect(codes).toStrictEqual([]);
    expect([task('3.b5-2').state, task('3.b5-2-d1').state]).toStrictEqual(['cancelled', 'cancelled']);
    expect(task('5.b3-1')).toMatchObject({ state: 'suspended', deadlineClass: 'inTime' });
  });
});

describe('What the text leaves open', () => {
  it('is decided by an issuer: a chair, a lead, an interval; the task then comes round', async () => {
    const { task, summary, codes } = await played(
      [
        {
          at: '2025-05-19T09:00',
          as: 'politburo',
          do: 'decide',
          task: '3.b1-1',
          lead: finance,
          text: 'Finance chairs.',
        },
        { at: '2025-05-19T09:00', as: 'politburo', do: 'decide', task: '5-1', lead: gov, text: 'The Government does.' },
        { at: '2025-05-19T09:00', as: 'politburo', do: 'decide', task: '4.b2-1', every: 'month', text: 'Monthly.' },
        { at: '2025-05-30T09:00', as: 'each', do: 'report', task: '4.b2-1', text: 'May.' },
        { at: '2025-07-02T09:00', as: 'each', do: 'report', task: '4.b2-1', text: 'June, late.' },
      ],
      '2025-08-31',
    );
    expect(codes).toStrictEqual([]);
    expect(task('3.b1-1')).toMatchObject({
      unit: finance,
      lead: [finance],
      decisions: [{ finding: 'several-leads', by: 'politburo' }],
    });
    expect(task('5-1')).toMatchObject({ unit: gov, decisions: [{ finding: 'no-lead' }] });
    expect(summary.occurrences.map(({ from, state }) => [from, state])).toStrictEqual([
      ['2025-05-19', 'reported'],
      ['2025-06-01', 'late'],
      ['2025-07-01', 'overdue'],
      ['2025-08-01', 'open'],
    ]);
  });
});

describe('A decision that names no finding', () => {
  const decide = { at: '2025-05-21T09:00', as: 'politburo', do: 'decide', text: 'One of them chairs.' };
  const entered = {
    ...{ at: '2025-05-20T09:00', as: 'politburo', do: 'enter-task', ref: '1-1', clause: '1', text: 'Hand over.' },
    ...{ accountable: gov, lead: `competent-authorities, ${gov}`, on: '2025-07-25' },
    ...{ source: '386-BC/BTCTW', sourceType: 'report', sourceTitle: 'Two weeks' },
  };

  it('is on the one that the task has, and not on one that its ruling would fit as well', async () => {
    const script = [
      { ...decide, task: '3.b5-1', lead: gov },
      { ...decide, task: '5.b1-1', member: 'ppc-ha-noi', lead: 'ppc-ha-noi' },
    ];
    const { summary, codes } = await played(script, '2025-05-22');
    expect(codes).toStrictEqual([]);
    const decisions = summary.tasks.flatMap(({ ref, decisions: own }) => own.map(({ finding }) => [ref, finding]));
    expect(decisions).toStrictEqual([
      ['3.b5-1', 'several-leads'],
      ['5.b1-1', 'several-leads'],
    ]);
  });

  it('is refused where it could be on several, or where the task has none of them', async () => {
    const script = [
      entered,
      { ...decide, task: '1-1', lead: gov },
      { ...decide, task: '5.b3-1', coordinating: finance },
      { ...decide, task: '5.b3-1', every: 'month' },
      { ...decide, task: '3.b1-1', lead: finance, finding: 'no-lead' },
      { ...decide, at: '2025-05-21T10:00', task: '1-1', lead: gov, finding: 'several-leads' },
    ];
    const { summary, refusals } = await play(conclusion, { script, until: '2025-05-22' });
    const refused = (code: string, message: string) => ({ code, message: expect.stringContaining(message) as unknown });
    expect(refusals).toMatchObject([
      refused('script/which-finding', 'on several-leads, placeholder-not-filled: name the finding'),
      refused('script/which-finding', 'on group-without-members, open-coordinators: name the finding'),
      refused('task/no-such-finding', 'group-without-members, open-coordinators'),
      refused('task/no-such-finding', 'several-leads, group-without-members'),
    ]);
    const [own] = summary.tasks.filter(({ ref }) => ref === '1-1');
    expect(own).toMatchObject({ unit: gov, decisions: [{ finding: 'several-leads' }] });
  });
});

describe('The Centre orders another day (agreement, 5.p3)', () => {
  it('and the order, the old date and the firmness stay readable', async () => {
    const { summary, refusals } = await play(filesOf(example(AGREEMENT)), {
      from: '2025-04-21',
      until: '2025-07-31',
      script: [
        {
          at: '2025-06-02T09:00',
          as: ISSUER,
          do: 'override-deadline',
          task: '5-1',
          on: '2025-07-15',
          order: '171-KL/TW',
          by: 'politburo',
          text: 'As the Centre orders.',
        },
      ],
    });
    expect(refusals).toStrictEqual([]);
    expect(summary.tasks.find(({ ref }) => ref === '5-1')).toMatchObject({
      dueAt: '2025-07-15T17:00:00.000Z',
      dates: [
        { how: 'overridden', from: '2025-06-30T17:00:00.000Z', order: { number: '171-KL/TW', issuer: 'politburo' } },
      ],
    });
  });
});

const ISSUER = filesOf(example(AGREEMENT)).directive.directive.issuers[0]!;
