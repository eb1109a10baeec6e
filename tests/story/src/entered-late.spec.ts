import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  MACHINE,
  issuing,
  openRehearsal,
  publishing,
  registering,
  summaryOf,
  whoAnswered,
  type Rehearsal,
} from '@edict/engine';
import { idOf, instant, startOf, type Actor, type Command, type Instant } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { CONCLUSION, example, filesOf, logOf, memoryPorts, type Stage } from './stage.ts';

const { directive: document, policy, calendar, units } = filesOf(example(CONCLUSION));
const zone = policy.policy.zone;
const secretariat: Actor = { id: 'ann', unit: 'politburo', capacity: 'secretariat', origin: 'person' };
const academy: Actor = {
  ...secretariat,
  id: 'ben',
  unit: 'ho-chi-minh-national-academy-of-politics',
  capacity: 'officer',
};

describe('A directive of May 2025 that is registered after units that it names have been succeeded', () => {
  const [gov, finance] = ['government-party-committee', 'ministry-of-finance-party-committee'];
  const [heirOfGov, heirOfFinance] = ['central-steering-committee', 'central-party-office'];
  let engine: Rehearsal;
  let directiveId: string;

  beforeEach(async () => {
    const ports = memoryPorts();
    engine = await openRehearsal(ports, instant('2026-02-01T00:00:00Z'));
    const send = (command: Command, occurredAt?: Instant) =>
      engine.execute(command, byPerson(secretariat, command.stream + command.type, occurredAt));
    for (const command of [publishing(policy), publishing(calendar), ...registering(units)]) await send(command);
    const planned = { kind: 'merge', effectiveOn: '2025-07-01', basis: 'Decision 1', zone } as const;
    for (const [from, to] of [
      [gov, heirOfGov],
      [finance, heirOfFinance],
    ])
      await send({ stream: `succession-of-${from!}`, type: 'PlanSuccession', data: { ...planned, from: [from], to } });
    await engine.advanceTo(instant('2026-02-05T00:00:00Z'));
    const issue = issuing({
      ...{ document, policy, issuedOn: '2025-05-16', registration: ['late'] },
      calendarId: calendar.calendar.id,
    });
    directiveId = idOf(issue.stream);
    await send(issue, startOf('2025-05-16', zone));
    await engine.advanceTo(instant('2026-02-10T00:00:00Z'));
  });

  it('hands on what two of them had to do with to both successors', async () => {
    const { tasks, successions } = (await summaryOf(engine.reader.as(MACHINE), directiveId))!;
    const left = tasks.filter(({ unit, accountable, lead, coordinating }) =>
      [unit, ...accountable, ...lead, ...coordinating].some((each) => each === gov || each === finance),
    );
    expect(left.map(({ ref }) => ref)).toStrictEqual([]);
    expect(tasks.find(({ ref }) => ref === '3.b1-1')).toMatchObject({
      accountable: [heirOfGov],
      lead: [heirOfFinance, 'ministry-of-home-affairs-party-committee'],
    });
    for (const { balanced, late, moved } of successions) expect([balanced, late]).toStrictEqual([true, moved]);
  });

  it('says who answered before and after, though all of it was entered since', async () => {
    const reading = engine.reader.as(MACHINE);
    const on = async (day: string) => {
      const { accountable, lead, successorOf } = (await whoAnswered(reading, '155-КЛ/TW#3.b5-2', day))!;
      return { accountable, lead: lead.filter((each) => [gov, heirOfGov].includes(each)), successorOf };
    };
    expect(await on('2025-05-15')).toStrictEqual({ accountable: [], lead: [], successorOf: [] });
    expect(await on('2025-06-15')).toMatchObject({ lead: [gov], successorOf: [] });
    expect(await on('2025-07-15')).toMatchObject({ lead: [heirOfGov], successorOf: [gov] });
  });
});

describe('A directive of May 2025 that is registered in February 2026', () => {
  let ports: Stage;
  let engine: Rehearsal;
  let directiveId: string;
  const send = (command: Command, actor = secretariat, occurredOn?: string) =>
    engine.execute(
      command,
      byPerson(actor, command.stream + command.type, occurredOn ? startOf(occurredOn, zone) : undefined),
    );
  const happened = async (...types: string[]) => (await logOf(ports.store)).filter(({ type }) => types.includes(type));
  const taskOf = async (ref: string) =>
    (await summaryOf(engine.reader.as(MACHINE), directiveId))!.tasks.find((task) => task.ref === ref)!;

  beforeEach(async () => {
    ports = memoryPorts();
    engine = await openRehearsal(ports, instant('2026-02-01T00:00:00Z'));
    for (const command of [publishing(policy), publishing(calendar), ...registering(units)]) await send(command);
    const calendarId = calendar.calendar.id;
    const issue = issuing({ document, policy, calendarId, issuedOn: '2025-05-16', registration: ['late'] });
    directiveId = idOf(issue.stream);
    await send(issue, secretariat, '2025-05-16');
    await engine.advanceTo(instant('2026-02-10T00:00:00Z'));
  });

  it('keeps both times, when it happened and when it was recorded', async () =>
    expect((await happened('DirectiveIssued'))[0]).toMatchObject({
      meta: { occurredAt: '2025-05-15T17:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z' },
      data: { issuedOn: '2025-05-16', watchFrom: null },
    }));

  it('has tasks that wait for nothing, and whose classes are computed all the same', async () => {
    expect((await happened('TaskAssigned')).length).toBe(511);
    expect(await ports.timers.due(instant('2030-01-01T00:00:00Z'), 10)).toStrictEqual([]);
    expect(await happened('TaskBecameOverdue', 'TaskEscalated', 'AcknowledgementMissed', 'TaskLapsed')).toStrictEqual(
      [],
    );
    expect((await taskOf('5.b3-1')).deadlineClass).toBe('overdue');
  });

  it('is watched from the day that a person names, and only for what lies after it', async () => {
    const from = startOf('2025-10-01', zone);
    await send({ stream: `directive-${directiveId}`, type: 'BeginWatch', data: { from } });
    await engine.advanceTo(instant('2026-02-20T00:00:00Z'));
    expect(await happened('AcknowledgementMissed')).toStrictEqual([]);
    expect(new Set((await happened('TaskEscalated')).map(({ stream }) => stream))).toStrictEqual(
      new Set([`task-${(await taskOf('4.b4-1')).id}`]),
    );
    expect((await happened('TaskLapsed')).length).toBe(210);
    expect((await happened('TaskBecameOverdue')).map(({ data }) => data)).toStrictEqual([
      { assignment: 1, dueAt: '2025-12-31T17:00:00.000Z' },
    ]);
  });

  it('counts a report as in time that came in time and was entered late, with its evidence', async () => {
    const { id } = await taskOf('5.b3-1');
    const submit = {
      stream: `task-${id}`,
      type: 'SubmitTask',
      data: { assignment: 1, report: 'Held.', evidence: 'Entry 312' },
    };
    await send(submit, academy, '2025-05-30');
    await send({ stream: `task-${id}`, type: 'AcceptTask', data: { submission: 1 } });
    await engine.drain();
    expect(await taskOf('5.b3-1')).toMatchObject({ state: 'accepted', deadlineClass: 'doneInTime' });
  });
});
