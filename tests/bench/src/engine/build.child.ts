import { answer, question } from '../child.ts';
import { buildLog } from './long-log.ts';

const { dir, events } = question() as { dir: string; events: number };
const from = performance.now();
await buildLog(dir, events);
answer((performance.now() - from) / 1000);
