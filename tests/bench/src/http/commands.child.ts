import { answer, measured, question } from '../child.ts';
import { issueTo, UNIT } from '../reading/one-inbox.ts';
import { NOTHING, serve, TOKEN, UNLIMITED } from '../reading/server.ts';
import type { Load, LoadAnswer } from './caller.child.ts';

const CLOSED: Load = { connections: 64, seconds: 3 };
const OPEN: Load = { connections: 64, seconds: 4, perSecond: 500 };

/** A report on a task, durably done; and the same one answered at the end of its way, with nothing loaded, decided or stored. */
export type CommandsAnswer = Readonly<Record<'done' | 'nothing', Readonly<Record<'closed' | 'open', LoadAnswer>>>>;

const { dir, round } = question() as { dir: string; round: number };
const tasks = await issueTo(dir);
const { url } = await serve(dir, UNLIMITED);
const under = (load: Load, what: readonly string[]): Promise<LoadAnswer> =>
  measured<LoadAnswer>('http/caller.child.ts', { ...load, url, token: TOKEN, unit: UNIT, tasks: what });

const loads = async (what: readonly string[]) => {
  return { closed: await under(CLOSED, what), open: await under(OPEN, what) };
};
const doing = () => loads(tasks.slice(0, 2_500));
const nothing = () => loads([NOTHING]);
for (const what of [tasks.slice(2_500, 5_000), [NOTHING]]) await under(CLOSED, what); // a process that has worked for a while
const [one, other] = round % 2 === 0 ? [await doing(), await nothing()] : [await nothing(), await doing()];
answer((round % 2 === 0 ? { done: one, nothing: other } : { done: other, nothing: one }) satisfies CommandsAnswer);
