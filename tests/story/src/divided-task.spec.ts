import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';
import { MACHINE, openRehearsal, summaryOf, type Summary } from '@edict/engine';

import { CONCLUSION, dying, example, filesOf, logOf, memoryPorts, play, type Played } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const by = { as: 'politburo', task: '3.b5-2' };
const decide = { ...by, at: '2025-06-10T09:00', do: 'decide', each: true, text: 'Each has its own documents.' };
const script: ScriptDocument = [
  { at: '2025-05-20T09:00', as: 'government-party-committee', do: 'acknowledge', task: '3.b5-2' },
  {
    ...by,
    at: '2025-06-02T09:00',
    do: 'override-deadline',
    on: '2025-07-31',
    order: '160-KL/TW',
    text: 'The law is late.',
  },
  { ...decide, at: '2025-06-03T09:00', as: 'government-party-committee' },
  { ...decide, at: '2025-06-03T10:00', task: '3.b1-2' },
  { ...decide, at: '2025-06-03T11:00', lead: 'government-party-committee' },
  decide,
];
const MINISTRY = 'ministry-of-finance-party-committee';
const own = ({ tasks }: Pick<Summary, 'tasks'>) => tasks.filter(({ ref }) => ref === '3.b5-2');
const ofMembers = (summary: Summary) => own(summary).filter(({ accountable: [unit], lead: [lead] }) => unit === lead);

describe('A task that a group has together', () => {
  let played: Played;
  const decided = () => played.log.find(({ type }) => type === 'FindingDecided')!;
  const members = () => (decided().data as { divided: { members: string[] } }).divided.members;

  beforeAll(async () => {
    const after: ScriptDocument = [
      { at: '2025-06-11T09:00', as: MINISTRY, do: 'acknowledge', task: '3.b5-2' },
      { at: '2025-06-20T09:00', as: MINISTRY, do: 'submit', task: '3.b5-2', text: 'Issued.' },
      { at: '2025-06-21T09:00', as: 'politburo', do: 'accept', task: '3.b5-2', member: MINISTRY },
    ];
    played = await play(files, { script: [...script, ...after], until: '2025-08-02' });
  });

  it('is divided by an issuer only, once, and where it is one', () => {
    expect(played.refusals.map(({ code }) => code)).toStrictEqual([
      'task/not-the-issuer',
      'task/no-such-finding',
      'task/no-ruling',
    ]);
    expect(played.log.filter(({ type }) => type === 'TaskDivided').length).toBe(1);
  });

  it('is cancelled with that, and the decision and its finding stay readable', async () => {
    const [whole] = own(played.summary).filter(({ state }) => state === 'cancelled');
    expect(whole).toMatchObject({
      deadlineClass: 'none',
      decisions: [{ finding: 'common-or-each', ruling: { each: true }, by: 'politburo', members: members() }],
    });
    const { findings } = (await played.rehearsal.reader.as(MACHINE).issued(played.directiveId))!;
    expect(findings.filter(({ ref, code }) => ref === '3.b5-2' && code === 'common-or-each').length).toBe(1);
  });

  it('lies with each member then, once, to the day in force', () => {
    const tasks = ofMembers(played.summary).filter(({ state }) => state !== 'cancelled');
    expect(tasks.map(({ unit }) => unit).toSorted()).toStrictEqual(members().toSorted());
    expect(members().length).toBe(4);
    expect(new Set(tasks.map(({ dueAt }) => dueAt))).toStrictEqual(new Set(['2025-07-31T17:00:00.000Z']));
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  });

  it('is answered for by each for itself', () => {
    const tasks = ofMembers(played.summary).filter(({ state }) => state !== 'cancelled');
    expect(tasks.find(({ unit }) => unit === MINISTRY)).toMatchObject({
      state: 'accepted',
      deadlineClass: 'doneInTime',
    });
    const others = tasks.filter(({ unit }) => unit !== MINISTRY);
    expect(new Set(others.map(({ deadlineClass }) => deadlineClass))).toStrictEqual(new Set(['overdue']));
    const late = played.log.filter(
      ({ type, stream }) => type === 'TaskBecameOverdue' && others.some(({ id }) => stream === `task-${id}`),
    );
    expect(late.length).toBe(others.length);
  });

  it('comes to the same between whichever two appends the process dies', async () => {
    const span = { script, until: '2025-06-10' };
    const whole = memoryPorts();
    const { directiveId, summary } = await play(files, { ...span, ports: whole });
    const told = async (ports: typeof whole) =>
      (await logOf(ports.store)).map(({ stream, type, data }) => JSON.stringify([stream, type, data])).toSorted();
    const expected = await told(whole);
    const log = await logOf(whole.store);
    const after = log.length - log.findIndex(({ type }) => type === 'FindingDecided') - 2;
    const step = Math.ceil(after / 12);
    for (let at = 0; at < after; at += at < 4 ? 1 : step) {
      const ports = memoryPorts();
      const store = dying(ports.store, 'FindingDecided', at);
      await expect(play(files, { ...span, ports: { ...ports, store } })).rejects.toThrow('killed');
      const again = await openRehearsal(
        { ...memoryPorts(ports.store, ports.views), anchor: ports.anchor },
        '2025-06-10T02:00:00.000Z' as never,
      );
      await again.advanceTo('2025-06-10T16:59:59.999Z' as never);
      expect(await told(ports)).toStrictEqual(expected);
      expect((await summaryOf(again.reader.as(MACHINE), directiveId))!.tasks).toStrictEqual(summary.tasks);
    }
  }, 120_000);
});
