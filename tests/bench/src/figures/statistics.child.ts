import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { labelView, rankOf, standingOf, taskView, type TaskRow } from '@edict/directives';
import { MACHINE, openEngine, type Reading, type Viewer } from '@edict/engine';
import { instant, type Row } from '@edict/kernel';
import { tableOf, type Replacement } from '@edict/runtime';
import { CONCLUSION, example, filesOf, memoryPorts, play } from '@edict/story';

import { answer, question } from '../child.ts';
import { copyOf } from '../engine/template.ts';
import { quantile } from '../statistics.ts';

const [WARM_UP, MEASURED, TASKS] = [3, 20, 500_000];

/** Milliseconds of wall and of CPU, of the first time and the median of the others: for who sees everything, and for who sees what is open. */
export type StatisticsAnswer = Readonly<{
  tasks: number;
  directives: number;
  fellDue: number;
  first: number;
  all: Took;
  open: Took;
}>;
type Took = Readonly<{ p50: number; p95: number; cpu: number }>;

const AT = instant('2025-12-31T00:00:00Z');

const REPORTED_AT = [undefined, '2025-05-30T03:00:00.000Z', '2025-05-29T03:00:00.000Z', '2025-06-02T03:00:00.000Z'];

/** A row as it is after one of five courses that a task takes, and the tasks of the Conclusion that have no deadline as they are. */
const lived = (row: TaskRow, n: number): TaskRow => {
  const dueAt = n % 5 === 4 ? '2026-05-31T17:00:00.000Z' : '2025-05-31T17:00:00.000Z';
  const decidedAt = REPORTED_AT[n % 5] ?? null;
  const course = { ...row, kind: 'once', dueAt, decidedAt, state: decidedAt === null ? 'inProgress' : 'accepted' };
  const changed = n % 8 === 0 ? row : course;
  return { ...changed, ...standingOf(changed) };
};

const rowsOf155 = async (): Promise<readonly TaskRow[]> => {
  const ports = memoryPorts();
  const files = filesOf(example(CONCLUSION));
  await play({ ...files, units: { ...files.units, successions: [] } }, { ports, until: '2025-05-20' });
  return [...ports.views.all(tableOf(taskView)).values()].flat() as unknown as readonly TaskRow[];
};

/** Directive by directive, each with its label: every third is not open to all. */
const fill = async ({ views, leases }: Embedded): Promise<number> => {
  const rows = await rowsOf155();
  const lease = (await leases.acquire('bench', 600_000))!;
  let n = 0;
  for (; n * rows.length < TASKS; n++) {
    const own = copyOf(n, rows).map((row, place) => lived(row, n + place));
    const { directiveId } = own[0]!;
    const level = n % 3 === 0 ? 'internal' : 'open';
    const label = { directiveId, level: rankOf(level), compartments: '[]' };
    const put = (table: string, key: string, row: Row): Replacement => ({ table, key, rows: [row] });
    const tasks = own.map((row) => put(tableOf(taskView), row.taskId, row));
    await views.commit(lease, { rows: [put(tableOf(labelView), directiveId, label), ...tasks] }, String(n));
  }
  return n;
};

const timesOf = async (reading: Reading): Promise<Took> => {
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let n = 0; n < WARM_UP + MEASURED; n++) {
    if (n === WARM_UP) before = process.cpuUsage();
    const from = performance.now();
    await reading.statistics({});
    if (n >= WARM_UP) times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpu: (user + system) / 1000 / MEASURED };
};

const { dir } = question() as { dir: string };
const filling = await openEmbedded(dir);
await openEngine({ ...filling, clock: () => AT });
const directives = await fill(filling);
await filling.close();

const embedded = await openEmbedded(dir);
const { reader } = await openEngine({ ...embedded, clock: () => AT });
const viewer: Viewer = { id: 'bench', unit: '', clearance: { level: 'open', compartments: [] } };
const from = performance.now();
const { doneInTime, doneLate, openInTime, openOverdue, fellDue } = await reader.as(MACHINE).statistics({});
const first = performance.now() - from;
const tasks = doneInTime + doneLate + openInTime + openOverdue;
const said: StatisticsAnswer = {
  ...{ tasks, directives, fellDue, first },
  all: await timesOf(reader.as(MACHINE)),
  open: await timesOf(reader.as(viewer)),
};
await embedded.close();
answer(said);
