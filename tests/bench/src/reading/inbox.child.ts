import { answer, question } from '../child.ts';
import { quantile } from '../statistics.ts';
import { issueTo, UNIT } from './one-inbox.ts';
import { serve, TOKEN } from './server.ts';

const [WARM_UP, MEASURED] = [50, 400];

/** Milliseconds of a page of fifty over HTTP, asked for and read by one client in the server's own process. */
export type InboxAnswer = Readonly<{ tasks: number; p50: number; p95: number; cpu: number }>;

type Page = Readonly<{ items: readonly unknown[]; next: string | null }>;

const { dir } = question() as { dir: string };
await issueTo(dir);
const { url } = await serve(dir);
const ask = async (path: string): Promise<Page> => {
  const headers = { authorization: `Bearer ${TOKEN}`, 'edict-unit': UNIT };
  const said = await fetch(`${url}${path}`, { headers });
  if (said.status !== 200) throw new Error(await said.text());
  return (await said.json()) as Page;
};

/** Page after page to the last one and from the first again: deep pages count as much as the first. */
const times: number[] = [];
let [cursor, tasks, isFirstWalk] = ['', 0, true];
const before = process.cpuUsage();
while (times.length < WARM_UP + MEASURED) {
  const from = performance.now();
  const { items, next } = await ask(`/inbox${cursor}`);
  times.push(performance.now() - from);
  if (isFirstWalk) tasks += items.length;
  isFirstWalk &&= next !== null;
  cursor = next === null ? '' : `?cursor=${next}`;
}
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000 / times.length;
const measured = times.slice(WARM_UP);
const said: InboxAnswer = { tasks, p50: quantile(measured, 0.5), p95: quantile(measured, 0.95), cpu };
if (tasks < 10_000) throw new Error(`The inbox has only ${tasks} tasks.`);
answer(said);
