import { beforeAll, describe, expect, it } from '@jest/globals';
import { directiveView, matterView, noticeView, taskView } from '@edict/directives';
import { canonical, genesisOf, sha256 } from '@edict/kernel';
import { isIntact, type Recorded } from '@edict/runtime';
import { MACHINE, openRehearsal, streamMeant } from '@edict/engine';

import { CONCLUSION, example, filesOf, logOf, memoryPorts, play, type Played, type Stage } from './stage.ts';

/** Megabytes are compared by their digest: a difference of two such texts would take for ever to print. */
const digestOf = (value: unknown): string => sha256(canonical(value));

/** As they are named today: a view that is made anew has another number. */
const VIEWS = [taskView, matterView, noticeView, directiveView];
const files = filesOf(example(CONCLUSION));
const told = (log: readonly Recorded[], ...types: readonly string[]) =>
  log
    .filter(({ type }) => types.includes(type))
    .map(({ type, meta, data }) => [meta['recordedAt'], type, data] as const);

describe('Conclusion 155-KL/TW with nobody acting', () => {
  let ports: Stage;
  let played: Played;
  const taskOf = (ref: string) => played.summary.tasks.find((task) => task.ref === ref)!;
  beforeAll(async () => {
    ports = memoryPorts();
    played = await play(files, { ports });
  });

  it('yields 512 tasks from 50, one of them with nobody', () => {
    const { tasks, counts } = played.summary;
    expect(new Set(tasks.map(({ ref }) => ref)).size).toBe(50);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(512);
    expect(counts.byState).toStrictEqual({ assigned: 301, lapsed: 210, unassigned: 1 });
    expect(tasks.filter(({ unit }) => unit === null).map(({ ref, state }) => [ref, state])).toStrictEqual([
      ['5-1', 'unassigned'],
    ]);
  });

  it('fans seven tasks out over the members that the groups had on the day of issue', () => {
    const sizes = Map.groupBy(played.summary.tasks, ({ ref }) => ref);
    expect([...sizes].filter(([, tasks]) => tasks.length > 1).map(([ref, tasks]) => [ref, tasks.length])).toStrictEqual(
      [
        ['2.1.p2-1', 63],
        ['2.1.p2-2', 63],
        ['5.b1-1', 70],
        ['5.b1-2', 70],
        ['5.p2-1', 70],
        ['5.p2-2', 70],
        ['5.b3-2', 63],
      ],
    );
  });

  it('reminds of each milestone a week and three days before its day, and on it', () => {
    const neared = played.log.filter(({ type }) => type === 'MilestoneNeared');
    const said = neared.map(
      ({ data, meta }) => `${meta['recordedAt']!.slice(0, 10)} ${(data as { milestone: string }).milestone}`,
    );
    expect(said).toStrictEqual([
      ...['2025-05-25', '2025-05-29', '2025-06-01'].map((day) => `${day} drafts finished`),
      ...['2025-06-18', '2025-06-22', '2025-06-25'].map((day) => `${day} documents issued`),
    ]);
  });

  it('calls time on two tasks and on nothing else', () =>
    expect(told(played.log, 'TaskBecameOverdue', 'MilestoneMissed')).toStrictEqual([
      ['2025-05-31T17:00:00.000Z', 'TaskBecameOverdue', { assignment: 1, dueAt: '2025-05-31T17:00:00.000Z' }],
      [
        '2025-06-01T17:00:00.000Z',
        'MilestoneMissed',
        { assignment: 1, milestone: 'drafts finished', dueAt: '2025-06-01T17:00:00.000Z' },
      ],
      [
        '2025-06-25T17:00:00.000Z',
        'MilestoneMissed',
        { assignment: 1, milestone: 'documents issued', dueAt: '2025-06-25T17:00:00.000Z' },
      ],
      ['2025-06-25T17:00:00.000Z', 'TaskBecameOverdue', { assignment: 1, dueAt: '2025-06-25T17:00:00.000Z' }],
    ]));

  it('takes each overdue task along its route: who was asked, who refused and why, who took it', () => {
    const asked = told(played.log, 'MatterReceived', 'MatterRefused').map(([at, type, data]) => {
      const { office, code } = data as unknown as { office: { kind: string; unit: string }; code?: string };
      return [at, type, office.kind, office.unit, code ?? null];
    });
    const [may, june] = ['2025-06-05T17:00:00.000Z', '2025-06-30T17:00:00.000Z'];
    expect(asked).toStrictEqual([
      [may, 'MatterRefused', 'standingUnit', 'ho-chi-minh-national-academy-of-politics', 'matter/no-standing-unit'],
      [may, 'MatterReceived', 'secretariat', 'politburo', null],
      [june, 'MatterRefused', 'standingUnit', 'government-party-committee', 'matter/no-standing-unit'],
      [june, 'MatterRefused', 'standingUnit', 'central-committee', 'matter/no-standing-unit'],
      [june, 'MatterReceived', 'secretariat', 'politburo', null],
    ]);
  });

  it('shows what can be late as late, and nothing else', () => {
    expect(taskOf('5.b3-1')).toMatchObject({ deadlineClass: 'overdue', dueAt: '2025-05-31T17:00:00.000Z' });
    expect(taskOf('3.b5-2')).toMatchObject({
      unit: 'government-party-committee',
      deadlineClass: 'overdue',
      dueAt: '2025-06-25T17:00:00.000Z',
      milestones: [
        { name: 'drafts finished', dueAt: '2025-06-01T17:00:00.000Z', state: 'missed' },
        { name: 'documents issued', dueAt: '2025-06-25T17:00:00.000Z', state: 'missed' },
      ],
    });
    expect(played.summary.counts.byDeadlineClass).toStrictEqual({ inTime: 1, none: 509, overdue: 2 });
  });

  it('expects 70 standing units and names the 70 that are missing', () => {
    const { expected, setUp, missing } = played.summary.standingUnits;
    expect([new Set(expected).size, setUp.length, missing]).toStrictEqual([70, 0, expected]);
  });

  it('reminds the lead of a task, each time at eight in the morning', () => {
    const reminded = played.log
      .filter(({ type, stream }) => type === 'DeadlineNeared' && stream === `task-${taskOf('3.b5-2').id}`)
      .map(({ meta }) => meta['recordedAt']);
    expect(reminded).toStrictEqual([
      '2025-06-18T01:00:00.000Z',
      '2025-06-22T01:00:00.000Z',
      '2025-06-25T01:00:00.000Z',
    ]);
  });

  it('misses the acknowledgement of every assigned task after three working days, once', () => {
    const missed = played.log.filter(({ type }) => type === 'AcknowledgementMissed');
    expect(missed.length).toBe(511);
    expect(new Set(missed.map(({ meta }) => meta['recordedAt']))).toStrictEqual(new Set(['2025-05-21T17:00:00.000Z']));
  });

  it('gives the same log twice, byte for byte', async () =>
    expect(digestOf((await play(files)).log)).toBe(digestOf(played.log)));

  it('changes nothing when every event is delivered three times, and builds the same views from nothing', async () => {
    const dump = async (stage: Stage) =>
      canonical(
        await Promise.all(
          VIEWS.map(({ table, version }) => `${table}_v${version}`).map((t) => stage.views.find(t, {})),
        ),
      );
    const [views, log] = [await dump(ports), digestOf(played.log)];
    for (let time = 0; time < 3; time++) {
      const again = { ...memoryPorts(ports.store), anchor: ports.anchor };
      const engine = await openRehearsal(again, played.rehearsal.now());
      await engine.advanceTo(engine.now());
      expect(await dump(again)).toBe(views);
    }
    expect(digestOf(await logOf(ports.store))).toBe(log);
  });

  it('links every stream back to the installation', () => {
    for (const history of Map.groupBy(played.log, ({ stream }) => stream).values())
      expect(isIntact(history, genesisOf('rehearsal'))).toBe(true);
  });

  it('does not open again without the checkpoint that seals it', () =>
    expect(openRehearsal(memoryPorts(ports.store), played.rehearsal.now())).rejects.toThrow(
      'The checkpoint is missing',
    ));

  it('is found by its number, a task in it by its ref, and asks back where several bear a name', async () => {
    const reading = played.rehearsal.reader.as(MACHINE);
    expect(await streamMeant(reading, '155-KL/TW')).toBe(`directive-${played.directiveId}`);
    expect(await streamMeant(reading, '155-KL/TW#3.b5-2')).toBe(`task-${taskOf('3.b5-2').id}`);
    expect(await streamMeant(reading, '155-KL/TW#5.b1-1@ppc-ha-noi')).toMatch(/^task-/);
    expect(await streamMeant(reading, '156-KL/TW#3.b5-2')).toBeUndefined();
    await expect(streamMeant(reading, '155-KL/TW#5.b1-1')).rejects.toMatchObject({
      code: 'name/ambiguous',
      message: expect.stringContaining('ppc-ha-noi'),
    });
  });

  it('shows any task as it was known at any moment', async () => {
    const reading = played.rehearsal.reader.as(MACHINE);
    const known = async (asOf: string) => (await reading.task(taskOf('3.b5-2').id, asOf as never))?.escalatedTo;
    expect([
      await reading.task(taskOf('3.b5-2').id, '2025-05-15T16:59:59.999Z' as never),
      await known('2025-06-30T16:59:59.999Z'),
      await known('2025-06-30T17:00:00.000Z'),
    ]).toStrictEqual([undefined, null, 'politburo']);
  });
});
