import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';
import { chainOf, MACHINE, rehearse, summaryOf } from '@edict/engine';

import { CONCLUSION, example, filesOf, memoryPorts, play, type Played } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const enter = {
  ...{ at: '2025-06-10T09:00', as: 'politburo', do: 'enter-task', ref: '1-1', clause: '1' },
  ...{ text: 'Hand the archives over.', accountable: 'provincial-and-city-party-committees', each: true },
  ...{ on: '2025-06-25', source: '386-BC/BTCTW', sourceType: 'report', sourceTitle: 'Two weeks' },
};

describe('What the Conclusion takes over from a report', () => {
  let played: Played;
  const script: ScriptDocument = [
    enter,
    { ...enter, at: '2025-06-11T09:00' },
    { ...enter, at: '2025-06-11T10:00', text: 'Something else.' },
    { at: '2025-06-12T09:00', as: 'ppc-ha-noi', do: 'acknowledge', task: '1-1' },
    { at: '2025-06-12T10:00', as: 'ppc-ha-noi', do: 'submit', task: '1-1', text: 'Handed over.' },
    { at: '2025-06-12T11:00', as: 'politburo', do: 'accept', task: '1-1', member: 'ppc-ha-noi' },
  ];
  const entered = () => played.summary.tasks.filter(({ ref }) => ref === '1-1');

  beforeAll(async () => {
    played = await play(files, { script, until: '2025-07-15' });
  });

  it('is entered once, and every member has it, its terms from the entry on', () => {
    expect(played.refusals).toMatchObject([{ code: 'directive/task-exists' }]);
    expect(entered().length).toBe(63);
    const missed = played.log.filter(
      ({ type, stream }) => type === 'AcknowledgementMissed' && entered().some(({ id }) => stream === `task-${id}`),
    );
    expect(new Set(missed.map(({ meta }) => meta['recordedAt']))).toStrictEqual(new Set(['2025-06-13T17:00:00.000Z']));
    expect(missed.length).toBe(62);
  });

  it('lives like every other task: done, called overdue, and moved with its unit on 1 July', () => {
    const [done, ...others] = entered().toSorted((a, b) => (a.state < b.state ? -1 : 1));
    expect(done).toMatchObject({ unit: 'ppc-ha-noi', state: 'accepted', deadlineClass: 'doneInTime' });
    expect(new Set(others.map(({ deadlineClass }) => deadlineClass))).toStrictEqual(new Set(['overdue']));
    expect(others.filter(({ unit }) => unit!.endsWith('-2025')).length).toBe(52);
    expect(played.summary.successions.every(({ balanced }) => balanced)).toBe(true);
  });

  it('names the document that it came from, and reads upward to the clause', async () => {
    const [{ id, says }] = entered() as [ReturnType<typeof entered>[0]];
    expect(says.byReference).toMatchObject({ number: '386-BC/BTCTW', type: 'report', title: 'Two weeks' });
    expect(await chainOf(played.rehearsal.reader.as(MACHINE), id)).toMatchObject({ up: { clause: '1' } });
  });
});

describe('What is taken over later and waits for something', () => {
  it('is told of what was done before, and of what is done after; its milestone is missed on the day of its month', async () => {
    const lead = 'government-party-committee';
    const { on: _, ...undated } = enter;
    const later = {
      ...undated,
      accountable: lead,
      lead,
      each: false,
      after: '5.b3-1, 3.b5-2',
      milestones: 'draft=2025-06',
    };
    const academy = { as: 'ho-chi-minh-national-academy-of-politics', task: '5.b3-1' };
    const { summary, log, refusals } = await play(files, {
      script: [
        { ...academy, at: '2025-06-02T09:00', do: 'submit', text: 'Done.' },
        { at: '2025-06-03T09:00', as: 'politburo', do: 'accept', task: '5.b3-1' },
        { ...later, month: '2025-07' },
        { ...later, at: '2025-06-10T10:00', ref: '1-9', after: '9-9' },
        { at: '2025-06-12T09:00', as: lead, do: 'submit', task: '3.b5-2', text: 'Done.' },
        { at: '2025-06-13T09:00', as: 'politburo', do: 'accept', task: '3.b5-2' },
      ],
      until: '2025-07-02',
    });
    expect(refusals.map(({ code }) => code)).toStrictEqual(['directive/no-such-task']);
    const [own] = summary.tasks.filter(({ ref }) => ref === '1-1');
    expect(own).toMatchObject({
      dueAt: '2025-07-31T17:00:00.000Z',
      milestones: [{ name: 'draft', dueAt: '2025-06-30T17:00:00.000Z', state: 'missed' }],
    });
    const told = log.filter(({ type, stream }) => type === 'PredecessorDone' && stream === `task-${own!.id}`);
    expect(
      told.map(({ data, meta }) => [(data as { ref: string }).ref, meta['recordedAt']!.slice(0, 10)]),
    ).toStrictEqual([
      ['5.b3-1', '2025-06-10'],
      ['3.b5-2', '2025-06-13'],
    ]);
  });
});

describe('What a plan was wrongly said to implement', () => {
  it('has come down until that was taken back, and not since', async () => {
    const plan = filesOf(example(CONCLUSION), example('plan-thai-nguyen-155.yaml'), example('units-thai-nguyen.yaml'));
    const said = { as: 'ppc-thai-nguyen', directive: 'plan-thai-nguyen-155', of: '155-KL/TW', clause: '5.b3' };
    const script: ScriptDocument = [
      { ...said, at: '2025-06-02T09:00', do: 'implement', by: '4' },
      { ...said, at: '2025-06-09T09:00', do: 'withdraw-implementation', text: 'It is another clause.' },
      { ...said, at: '2025-06-09T10:00', do: 'withdraw-implementation', clause: '2.6', text: 'That too.' },
    ];
    const ports = memoryPorts();
    const span = { from: '2025-05-16', until: '2025-06-15' };
    const { rehearsal, directiveId, refusals } = await rehearse(ports, { ...plan, script }, span);
    const brought = async (asOf?: string) => {
      const { coverage } = (await summaryOf(rehearsal.reader.as(MACHINE), directiveId, asOf as never))!;
      return coverage.some(({ clause, documents }) => clause === '5.b3' && documents.length > 0);
    };
    expect([await brought(), await brought('2025-06-05T00:00:00.000Z')]).toStrictEqual([false, true]);
    expect(refusals).toMatchObject([{ code: 'directive/implements-by-its-text' }]);
  });
});
