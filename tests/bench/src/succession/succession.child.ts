import { setTimeout as sleep } from 'node:timers/promises';

import { openEmbedded } from '@edict/adapter-sqlite';
import { conservationOf, MACHINE, openEngine } from '@edict/engine';
import { instant, type Actor } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { answer, question } from '../child.ts';
import { Builder } from '../engine/long-log.ts';
import { copyOf, templateOf155, type Act } from '../engine/template.ts';
import { quantile } from '../statistics.ts';

const [FROM, TO, TASKS] = ['ppc-ha-giang', 'ppc-tuyen-quang-2025', 10_000] as const;

/** `seconds`, and of the process `cpu` seconds with all its threads, from the moment at which it takes effect to its completion; pages of fifty of both inboxes, read all the while. */
export type SuccessionAnswer = Readonly<{ seconds: number; cpu: number; p50: number; p95: number; pages: number }>;

type Assigned = Readonly<{ task: Readonly<Record<string, unknown>> }>;

/** Every task that the directive assigns lies with one unit. */
const withOne = (act: Act): Act => ({
  ...act,
  messages: act.messages.map(({ type, data }) => ({
    type,
    data: { ...data, task: { ...(data as Assigned).task, unit: FROM, accountable: [FROM], lead: [FROM] } },
  })),
});

/** Directives of 155-KL/TW one after the other, until ten thousand open tasks lie with the unit. */
const fill = async (dir: string): Promise<void> => {
  const { common, copied } = await templateOf155();
  const embedded = await openEmbedded(dir);
  const builder = new Builder(embedded);
  await builder.write(common);
  const issued = copied.filter(({ messages: [first] }) => first!.type === 'DirectiveIssued');
  const tasks = copied.filter(({ messages: [first] }) => first!.type === 'TaskAssigned').map(withOne);
  for (let n = 0; n * tasks.length < TASKS; n++)
    await builder.write(copyOf(n, [...issued, ...tasks.slice(0, TASKS - n * tasks.length)]));
  await embedded.anchor.write(builder.checkpoint);
  await embedded.close();
};

const { dir } = question() as { dir: string };
await fill(dir);

let now = instant('2025-05-16T02:00:00Z');
const embedded = await openEmbedded(dir);
const engine = await openEngine({ ...embedded, clock: () => now });
const stop = new AbortController();
await engine.drain();
const running = engine.start(stop.signal);
const reading = engine.reader.as(MACHINE);

const registrar: Actor = { id: 'bench', unit: 'secretariat', capacity: 'secretariat', origin: 'person' };
const zone = 'Asia/Ho_Chi_Minh';
const plan = { from: [FROM], to: TO, kind: 'merge', effectiveOn: '2025-05-17', basis: 'bench', zone };
await engine.execute({ stream: 'succession-bench', type: 'PlanSuccession', data: plan }, byPerson(registrar, 'plan'));
await engine.waitFor(await embedded.store.head(), 60_000);

const times: number[] = [];
const read = async (): Promise<void> => {
  for (const unit of [FROM, TO]) {
    const from = performance.now();
    await reading.lists.inbox(unit, { limit: 50 });
    times.push(performance.now() - from);
    await sleep(2);
  }
};

now = instant('2025-05-16T17:00:00Z');
const before = process.cpuUsage();
const from = performance.now();
let done = false;
while (!done) {
  await read();
  done = (await reading.successions()).some(({ state }) => state === 'complete');
}
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(before);
const { balanced, tally } = await conservationOf(embedded.store, 'bench');
if (!balanced || tally.moved !== TASKS) throw new Error(`It did not balance: ${JSON.stringify(tally)}`);
stop.abort();
await running;
await embedded.close();
const cpu = (user + system) / 1_000_000;
const said: SuccessionAnswer = {
  seconds,
  cpu,
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  pages: times.length,
};
answer(said);
