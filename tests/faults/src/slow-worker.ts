import { setTimeout as pause } from 'node:timers/promises';

import { openEmbedded } from '@edict/adapter-sqlite';
import { labelView } from '@edict/directives';
import { openEngine } from '@edict/engine';
import { genesisOf, idFrom, instantAt, type Instant } from '@edict/kernel';
import { chain, tableOf, type Recorded, type Views } from '@edict/runtime';

// Run by the specs as a process of its own, whose memory is nobody else's: appends to a log while one view does not get on.

const [dir, now, count] = process.argv.slice(2) as [string, Instant, string];
const SLOW = tableOf(labelView);
const CALLERS = 64;
const MB = 1_024;

let isSlow = false;

const slowed = (views: Views): Views =>
  new Proxy(views, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...args: readonly unknown[]) => unknown;
      if (name !== 'commit') return method;
      return async (...args: Parameters<Views['commit']>) => {
        while (isSlow && args[0].name === SLOW) await pause(1_000);
        return method(...args);
      };
    },
  });

const embedded = await openEmbedded(dir);
const genesis = genesisOf(embedded.installation);
const engine = await openEngine({
  ...embedded,
  views: slowed(embedded.views),
  clock: () => instantAt(Date.parse(now)),
});
const stop = new AbortController();
const running = engine.start(stop.signal);

/** Events that say nothing to anybody, each from a command of its own. How long each append took, in milliseconds. */
const append = async (name: string, events: number): Promise<readonly number[]> => {
  const took: number[] = [];
  const caller = async (n: number) => {
    const stream = `refusal-${name}-${n}`;
    let last: Recorded | undefined;
    for (let turn = 0; turn < events / CALLERS; turn++) {
      const commandId = idFrom(stream, String(turn));
      const own = { commandId, causationId: commandId, correlationId: commandId, recordedAt: now, occurredAt: now };
      const [event] = chain({ stream, last, genesis }, [{ type: 'Happened', data: {} }], { ...own, version: '1' });
      const since = performance.now();
      const position = await embedded.store.append(stream, turn - 1, [event!]);
      took.push(performance.now() - since);
      last = { ...event!, stream, revision: turn, position };
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, n) => caller(n)));
  return took;
};
const p99 = (took: readonly number[]): number => took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)]!;

const until = async (isSo: () => Promise<boolean>): Promise<number> => {
  const since = performance.now();
  while (!(await isSo())) await pause(100);
  return performance.now() - since;
};
const stateOf = async (name: string) => {
  const { head, subscribers } = await engine.health();
  const { reached, behind } = subscribers.find((each) => each.name === name)!;
  return { lag: Number(head) - Number(reached || 0), behind };
};
const isQuiet = async () => engine.waitFor(await embedded.store.head(), 0);

await until(isQuiet);
await append('warming', 6_400);
const before = p99(await append('before', 12_800));
await until(isQuiet);
isSlow = true;
const meanwhile = p99(await append('meanwhile', Number(count)));
const slow = await stateOf(SLOW);
const othersMs = await until(async () => (await stateOf('alarm')).lag === 0 && (await stateOf('escalation')).lag === 0);
await until(async () => (await stateOf(SLOW)).behind);
const isStillSlow = (await stateOf(SLOW)).lag > 0;
isSlow = false;
const recoveredMs = await until(isQuiet);
stop.abort();
await running;
await embedded.close();
const maxMb = process.resourceUsage().maxRSS / MB;
console.log(JSON.stringify({ before, meanwhile, lag: slow.lag, isStillSlow, othersMs, recoveredMs, maxMb }));
