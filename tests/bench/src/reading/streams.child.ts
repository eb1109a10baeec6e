import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { answer, question } from '../child.ts';
import { serve, TOKEN } from './server.ts';

const STREAMS = 2_000;

/** Megabytes that the server's process grew by, of them in the JavaScript heap, and seconds until everybody had heard of one change. */
export type StreamsAnswer = Readonly<{ resident: number; heap: number; seconds: number }>;

const measure = () => {
  globalThis.gc!();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rss / 1e6, heapUsed: heapUsed / 1e6 };
};

const register = async (url: string, name: string): Promise<void> => {
  const document = `units:\n  - {id: ${name}, kind: unit, level: ministry, parent: null, names: {en: X}}\n`;
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    'idempotency-key': name,
    'edict-capacity': 'secretariat',
  };
  const said = await fetch(`${url}/units`, { method: 'POST', headers, body: JSON.stringify({ document }) });
  if (said.status !== 201) throw new Error(await said.text());
};

const { dir } = question() as { dir: string };
const { url } = await serve(dir);
for (let n = 0; n < 50; n++) await register(url, `warm-up-${n}`);
const before = measure();

const listeners = fork(fileURLToPath(new URL('listeners.child.ts', import.meta.url)), [url, String(STREAMS)]);
listeners.once('exit', (code) => code && process.exit(code)); // it has said why
await once(listeners, 'message'); // all are open
const from = performance.now();
await register(url, 'heard-of');
await once(listeners, 'message'); // all have heard
const seconds = (performance.now() - from) / 1000;
const after = measure();
listeners.kill();
await once(listeners, 'exit');
const said: StreamsAnswer = { resident: after.rss - before.rss, heap: after.heapUsed - before.heapUsed, seconds };
answer(said);
