import { Agent, request } from 'node:http';

import { atRate } from '../at-rate.ts';
import { answer, question } from '../child.ts';
import { quantile } from '../statistics.ts';
import { message } from '../store/events.ts';
import { WARM_UP_MS, type LoopLoad, type LoopTimes } from './load.ts';

/** Every so many-th question writes nothing. */
const PINGS = 10;

const { port, perSecond, seconds, connections } = question() as LoopLoad & Readonly<{ port: number }>;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

const ask = (method: string, body?: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method }, (reply) => {
      reply.resume().on('end', resolve);
    });
    sent.on('error', reject).end(body);
  });

const begin = performance.now() + WARM_UP_MS;
const times = { ping: [] as number[], command: [] as number[] };
let asked = 0;
await atRate(perSecond, begin + seconds * 1000, async (due) => {
  const n = asked++;
  const isPing = n % PINGS === 0;
  await (isPing ? ask('GET') : ask('POST', JSON.stringify(message(n))));
  if (due >= begin) times[isPing ? 'ping' : 'command'].push(performance.now() - due);
});
answer({ ping: quantile(times.ping, 0.99), command: quantile(times.command, 0.99) } satisfies LoopTimes);
