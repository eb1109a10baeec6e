import { BullWorkQueue } from '../bull-work-queue.ts';

// Run by the specs as a process of its own: it takes one piece of work and is killed in the middle of it.

const [url = '', prefix = ''] = process.argv.slice(2);
const queue = await BullWorkQueue.open({ url: () => url }, { prefix, lockMs: 500 });
await queue.work('ring', async () => void process.kill(process.pid, 'SIGKILL'), new AbortController().signal);
