import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

import { atRate } from '../at-rate.ts';
import { answer, question } from '../child.ts';
import { quantile } from '../statistics.ts';

/** So many connections, each asking again as soon as it is answered; or so many questions a second, whether answered or not. */
export type Load = Readonly<{ connections: number; seconds: number; perSecond?: number }>;
export type LoadQuestion = Load & Readonly<{ url: string; token: string; unit: string; tasks: readonly string[] }>;

/** Milliseconds, from when a question was due to the whole of its answer. */
export type LoadAnswer = Readonly<{ perSecond: number; p50: number; p99: number }>;

const WARM_UP_MS = 500;

const { url, token, unit, tasks, connections, seconds, perSecond } = question() as LoadQuestion;
const { hostname, port } = new URL(url);
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const body = JSON.stringify({
  assignment: 1,
  report: 'Twenty of thirty drafts are finished, ten are with the lawyers.',
});

let asked = Math.floor(Math.random() * tasks.length);
const report = (): Promise<void> => {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'edict-unit': unit,
    'idempotency-key': randomUUID(),
  };
  const path = `/tasks/${tasks[asked++ % tasks.length]!}/report`;
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, method: 'POST', path, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      reply.on('end', () => (reply.statusCode === 200 ? resolve() : reject(new Error(text))));
    });
    sent.on('error', reject).end(body);
  });
};

const begin = performance.now() + WARM_UP_MS;
const end = begin + seconds * 1000;
const times: number[] = [];
const timed = async (due: number): Promise<void> => {
  await report();
  if (due >= begin && due < end) times.push(performance.now() - due);
};

const connection = async (): Promise<void> => {
  while (performance.now() < end) await timed(performance.now());
};

if (perSecond === undefined) await Promise.all(Array.from({ length: connections }, connection));
else await atRate(perSecond, end, timed);
const said = { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
answer(said satisfies LoadAnswer);
