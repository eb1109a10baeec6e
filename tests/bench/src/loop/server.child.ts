import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { json } from 'node:stream/consumers';

import type { Message } from '@edict/kernel';

import { answer, measured, question } from '../child.ts';
import { open } from '../store/candidates/index.ts';
import { meta } from '../store/events.ts';
import { WARM_UP_MS, type LoopLoad, type LoopTimes } from './load.ts';

export type LoopQuestion = Readonly<{ dir: string; stores: boolean; load: LoopLoad }>;
/** Milliseconds; `delay` is of the event loop, with the millisecond of its timer in it. */
export type LoopAnswer = LoopTimes & Readonly<{ delay: number }>;

const RESOLUTION_MS = 1;

const { dir, stores, load } = question() as LoopQuestion;
const candidate = stores ? await open('edict', dir, '') : undefined;
let commands = 0;

/** Nothing but HTTP before the store: a command is parsed, appended as the first event of a stream, and answered when that is on disk. */
const serve = async (...[request, reply]: Parameters<RequestListener>): Promise<void> => {
  if (request.method === 'POST') {
    const said = (await json(request)) as Message;
    await candidate?.append({ stream: `task-${commands++}`, revision: -1, last: undefined }, [said], meta());
  }
  reply.end('done');
};
const server = createServer((...exchange) => void serve(...exchange));
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
setTimeout(() => delay.enable(), WARM_UP_MS);
const times = await measured<LoopTimes>('loop/load.child.ts', { ...load, port });
delay.disable();
await candidate?.close();
answer({ ...times, delay: delay.percentile(99) / 1e6 } satisfies LoopAnswer);
