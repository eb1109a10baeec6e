import { describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';

import { AGREEMENT, CONCLUSION, example, filesOf, play } from './stage.ts';

const conclusion = filesOf(example(CONCLUSION));
const gov = 'government-party-committee';
const setUp: ScriptDocument = [{ at: '2025-05-26T09:00', as: gov, do: 'set-up-standing-unit' }];

describe('A standing unit that is set up', () => {
  it('receives the overdue task of its committee and answers it', async () => {
    const script = [
      ...setUp,
      { at: '2025-07-08T10:00', as: gov, do: 'answer-matter', task: '3.b5-2', text: 'Solved.' },
    ];
    const { summary, refusals } = await play(conclusion, { script });
    expect(refusals).toStrictEqual([]);
    expect(summary.matters.filter(({ task }) => task === '3.b5-2')).toMatchObject([
      { office: 'standingUnit', unit: gov, state: 'answered', answer: 'Solved.' },
    ]);
  });

  it('recommends upward what is beyond its authority', async () => {
    const script = [
      ...setUp,
      { at: '2025-07-08T10:00', as: gov, do: 'recommend-matter', task: '3.b5-2', text: 'Decide.' },
    ];
    const { summary } = await play(conclusion, { script, until: '2025-07-31' });
    expect(summary.matters.filter(({ task }) => task === '3.b5-2')).toMatchObject([
      { state: 'recommended', recommendedTo: 'competent-authorities' },
    ]);
  });

  it('receives to the last minute of 31 October and refuses on 1 November, all 41 that are left of 70', async () => {
    const { summary, log, refusals } = await play(conclusion, {
      script: [
        { at: '2025-05-20T09:00', as: 'each', do: 'set-up-standing-unit' },
        { at: '2025-10-31T23:59', as: 'each', do: 'receive-matter', text: 'In time.' },
        { at: '2025-11-01T00:00', as: 'each', do: 'receive-matter', text: 'Too late.' },
      ],
    });
    expect(summary.standingUnits.missing).toStrictEqual([]);
    const outside = log.filter(({ meta }) => meta['rejection'] === 'matter/outside-mandate');
    expect(new Set(outside.map(({ meta }) => [meta['recordedAt'], meta['unit']].join(' '))).size).toBe(41);
    expect(log.filter(({ type }) => type === 'MandateEnded').length).toBe(41);
    expect(new Set(refusals.map(({ code }) => code))).toStrictEqual(new Set(['matter/outside-mandate']));
    expect(log.filter(({ type }) => type === 'MatterHandedOver').length).toBe(42);
  });

  it('is told two weeks before its end, and answers within ten working days or is called', async () => {
    const { log } = await play(conclusion, {
      script: [...setUp, { at: '2025-06-02T09:00', as: gov, do: 'receive-matter', text: 'A question.' }],
    });
    const at = (type: string) => log.filter((event) => event.type === type).map(({ meta }) => meta['recordedAt']);
    expect(at('MandateEndNeared')).toStrictEqual(['2025-10-17T01:00:00.000Z']);
    expect(at('MatterResponseMissed')[0]).toBe('2025-06-16T17:00:00.000Z');
  });

  it('is not set up by a committee that the directive does not name', async () => {
    const { refusals } = await play(conclusion, {
      script: [{ at: '2025-05-26T09:00', as: 'national-assembly-party-committee', do: 'set-up-standing-unit' }],
      until: '2025-05-31',
    });
    expect(refusals.map(({ code }) => code)).toStrictEqual(['standingUnit/not-named']);
  });
});

describe('A task that is acted on', () => {
  const academy = 'ho-chi-minh-national-academy-of-politics';
  const at = (time: string, as: string, verb: string, more: object = {}) => ({
    at: time,
    as,
    do: verb,
    task: '5.b3-1',
    ...more,
  });
  const classOf = async (...script: ScriptDocument) => {
    const { summary, refusals } = await play(conclusion, { script, until: '2025-06-30' });
    const { state, deadlineClass } = summary.tasks.find(({ ref }) => ref === '5.b3-1')!;
    return [state, deadlineClass, refusals.map(({ code }) => code)];
  };

  it('is done in time when its report came in time, though it was accepted later', async () =>
    expect(
      await classOf(at('2025-05-31T23:59', academy, 'submit'), at('2025-06-20T09:00', 'politburo', 'accept')),
    ).toStrictEqual(['accepted', 'doneInTime', []]));

  it('is done late when its report came with the next day', async () =>
    expect(
      await classOf(at('2025-06-01T00:00', academy, 'submit'), at('2025-06-01T09:00', 'secretariat', 'accept')),
    ).toStrictEqual(['accepted', 'doneLate', []]));

  it('counts as in time when the report came in time and was entered late, with its evidence', async () => {
    const late = { occurredAt: '2025-05-30T10:00' };
    expect(
      await classOf(
        at('2025-06-10T09:00', academy, 'submit', { ...late, evidence: 'Entry 312 of the registry book' }),
        at('2025-06-12T09:00', 'politburo', 'accept'),
      ),
    ).toStrictEqual(['accepted', 'doneInTime', []]);
    expect((await classOf(at('2025-06-10T09:00', academy, 'submit', late)))[2]).toStrictEqual(['act/without-evidence']);
  });

  it('is late again when it is returned after its day', async () =>
    expect(
      await classOf(at('2025-05-30T09:00', academy, 'submit'), at('2025-06-05T09:00', 'politburo', 'return')),
    ).toStrictEqual(['returned', 'overdue', []]));

  it('is accepted by an issuer and by nobody else', async () =>
    expect(
      (await classOf(at('2025-05-30T09:00', academy, 'submit'), at('2025-05-31T09:00', academy, 'accept')))[2],
    ).toStrictEqual(['task/not-the-issuer']));

  it('is acknowledged by each unit that has it to do', async () => {
    const { summary } = await play(conclusion, {
      script: [{ at: '2025-05-19T09:00', as: 'each', do: 'acknowledge', task: '5.b1-1' }],
      until: '2025-05-20',
    });
    expect(summary.counts.byState['acknowledged']).toBe(70);
  });
});

describe('A script', () => {
  const codes = async (...script: ScriptDocument) => {
    const { refusals, summary } = await play(conclusion, { script, until: '2025-05-20' });
    return [refusals.map(({ code }) => code), summary.at];
  };
  const last = '2025-05-20T16:59:59.999Z';
  const act = { as: gov, do: 'acknowledge', task: '3.b5-2' };

  it('is played from the issue to the last minute, and what lies outside is refused', async () => {
    expect(await codes({ ...act, at: '2025-05-16T00:00' }, { ...act, at: '2025-05-20T23:59' })).toStrictEqual([
      [],
      last,
    ]);
    expect(await codes({ ...act, at: '2025-05-15T23:59' }, { ...act, at: '2025-05-21T00:00' })).toStrictEqual([
      ['script/before-issue', 'script/after-end'],
      last,
    ]);
  });

  it('goes on after a line that nobody understands', async () =>
    expect(
      await codes(
        { ...act, at: '2025-05-17T09:00', do: 'constructor' },
        { ...act, at: '2025-05-17T09:00', occurredAt: 'rubbish' },
        { ...act, at: '2025-05-17T09:00', do: 'begin-watch', from: '2025-02-30' },
        { ...act, at: 'rubbish' },
        { ...act, at: '2025-05-17T10:00' },
      ),
    ).toStrictEqual([['script/unknown-verb', 'script/not-a-time', 'script/not-a-time', 'script/not-a-time'], last]));
});

describe('The group of the provincial committees', () => {
  it('has 34 members when the directive is issued after the mergers of 1 July', async () => {
    const { summary } = await play(conclusion, { from: '2025-07-01', until: '2025-07-02' });
    expect(summary.tasks.filter(({ ref }) => ref === '2.1.p2-1').length).toBe(34);
  });
});

describe('The agreement of Thai Nguyen and Bac Kan', () => {
  it('runs: 16 tasks, 10 with a date, and only the two firm dates are escalated', async () => {
    const { summary, log } = await play(filesOf(example(AGREEMENT)), { from: '2025-04-21' });
    const dated = summary.tasks.filter(({ dueAt }) => dueAt !== null);
    const escalated = new Set(log.filter(({ type }) => type === 'TaskEscalated').map(({ stream }) => stream.slice(5)));
    expect([summary.tasks.length, dated.length]).toStrictEqual([16, 10]);
    expect(summary.tasks.filter(({ id }) => escalated.has(id)).map(({ ref }) => ref)).toStrictEqual(['2-2', '2-3']);
    expect(log.filter(({ type }) => type === 'TaskBecameOverdue').length).toBe(10);
  });
});
