import { setTimeout as after } from 'node:timers/promises';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { plusMs } from '@edict/kernel';
import { SEED } from '@edict/kernel/testing';
import type { Recorded } from '@edict/runtime';

import { aftermath, differences } from './aftermath.ts';
import type { Ack } from './oracle.ts';
import { startWorker, type Job, type Sending } from './processes.ts';
import { randomOf } from './random.ts';
import { actor, copyOf, issuance, prepared, sending, START, type Prepared } from './scene.ts';

/** More by hand: `EDICT_KILLS=2000`. */
const KILLS = Number(process.env['EDICT_KILLS'] ?? 170);
const FOLDERS = 2;
const POINTS = ['before-write', 'before-commit', 'after-commit', 'after-ack', 'before-rename', 'after-checkpoint'];
const LIVELY_POINTS = POINTS.filter((point) => point !== 'after-checkpoint');
const MOST_ACKS = 60;
const DAY_MS = 86_400_000;

let scene: Prepared;
beforeAll(async () => {
  scene = await prepared();
}, 60_000);

const assignmentsIn = (log: readonly Recorded[]) =>
  log.filter(({ type }) => ['TaskAssigned', 'TaskLeftUnassigned'].includes(type));

const killed = async (job: Job, crashAt: string): Promise<readonly Ack[]> => {
  const { acks, signal } = await startWorker(job, crashAt).ended;
  expect(signal).toBe('SIGKILL');
  return acks;
};

describe('An engine that is killed at a named point', () => {
  const acts: Readonly<Record<string, (n: number) => Omit<Job, 'dir'>>> = {
    'acknowledges tasks': (n) => ({ now: START, send: [onTask(n, 'AcknowledgeTask', {})] }),
    'submits reports': (n) => ({ now: START, send: [onTask(n, 'SubmitTask', { report: 'Done.' })] }),
    'rings what is due': () => ({ now: plusMs(START, 20 * DAY_MS), ring: true }),
  };

  const onTask = (n: number, type: string, data: object): Sending => {
    const { taskId, unit, assignment } = scene.tasks.filter(({ kind, unit }) => kind === 'once' && unit !== null)[n]!;
    return sending({ stream: `task-${taskId}`, type, data: { assignment, ...data } }, actor(unit!), type);
  };

  it.each(Object.keys(acts))(
    `while it %s (${POINTS.join(', ')}) keeps its promise, and what is sent again has its effect once`,
    async (kind) => {
      const dir = copyOf(scene.assigned);
      const jobs = POINTS.map((_, n) => acts[kind]!(n));
      const acks: Ack[] = [];
      for (const [n, point] of POINTS.entries()) acks.push(...(await killed({ dir, ...jobs[n]! }, point)));
      const send = jobs.flatMap((job) => job.send ?? []);
      const { broken, log } = await aftermath(dir, { now: jobs[0]!.now, acks, send });
      expect(broken).toStrictEqual([]);
      const ids = send.map(({ caller }) => caller.commandId);
      expect(ids.map((id) => log.filter(({ meta }) => meta['commandId'] === id).length)).toStrictEqual(
        ids.map(() => 1),
      );
    },
    60_000,
  );

  it.each(POINTS)(
    'while it issues a directive, and again while a saga fans it out (%s), keeps its promise',
    async (point) => {
      const dir = copyOf(scene.registered);
      const job = { dir, now: START, send: [issuance] };
      const acks = [...(await killed(job, point)), ...(await killed(job, point))];
      const { broken, log } = await aftermath(dir, { ...job, acks, patienceMs: 0 });
      expect(broken).toStrictEqual([]);
      expect(assignmentsIn(log)).toHaveLength(512);
    },
    60_000,
  );
});

describe('A fan-out', () => {
  it('that is killed again and again half way comes to the same 512 tasks, to the byte, as one that is not', async () => {
    const dir = copyOf(scene.issued);
    const acks: Ack[] = [];
    for (const crashAt of ['before-commit:5', 'after-commit:4', 'after-ack:3', 'before-write:3'])
      acks.push(...(await killed({ dir, now: START }, crashAt)));
    const { broken, log } = await aftermath(dir, { now: START, acks, patienceMs: 0 });
    expect(broken).toStrictEqual([]);
    expect(assignmentsIn(log)).toHaveLength(512);
    const whole = await aftermath(copyOf(scene.assigned), { now: START, patienceMs: 0 });
    expect(differences(log, whole.log)).toStrictEqual([]);
  }, 60_000);
});

describe(`An engine under load (seed ${SEED})`, () => {
  /** Each life begins a day after the one before it; in each, a committee more sets up its standing unit. */
  const lives = async (dir: string, seed: number, many: number) => {
    const random = randomOf(seed);
    const undated = scene.tasks.filter(({ unit, dueAt }) => unit !== null && dueAt === null);
    const job = { dir, thenStop: true, load: undated.map(({ taskId }) => taskId) };
    const acks: Ack[] = [];
    for (let life = 0; life < many; life++) {
      const now = plusMs(START, life * DAY_MS);
      const send = scene.settingUp.slice(life, life + 1);
      const crashAt = life % 4 === 3 ? `${random.pick(LIVELY_POINTS)}:${1 + random.upTo(MOST_ACKS)}` : '';
      const worker = startWorker({ ...job, now, send, seed: seed * 10_000 + life }, crashAt);
      // Every fifth is killed while it starts, for which there is nothing to wait for.
      await Promise.race([
        worker.ended,
        life % 5 === 0 ? after(random.upTo(500)) : worker.heard(random.upTo(MOST_ACKS)),
      ]);
      worker.child.kill('SIGKILL');
      const { acks: more, signal } = await worker.ended;
      expect(signal).toBe('SIGKILL');
      acks.push(...more);
    }
    return { acks, ...(await aftermath(dir, { now: plusMs(START, many * DAY_MS), acks })) };
  };

  it(`that is killed ${KILLS} times in ${KILLS / FOLDERS} days loses nothing that was acknowledged, and doubles nothing`, async () => {
    const folders = Array.from({ length: FOLDERS }, async (_, n) =>
      lives(copyOf(scene.issued), SEED + n, KILLS / FOLDERS),
    );
    for (const { broken, acks, log, startMs } of await Promise.all(folders)) {
      expect(broken).toStrictEqual([]);
      expect(acks.length).toBeGreaterThan(KILLS * 5);
      expect(startMs).toBeLessThan(5_000);
      const types = new Set(log.map(({ type }) => type));
      expect([...types]).toEqual(
        expect.arrayContaining(['TaskAssigned', 'TaskSubmitted', 'TaskAccepted', 'TaskEscalated']),
      );
    }
  }, 600_000);
});
