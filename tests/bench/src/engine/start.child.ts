import { openEmbedded } from '@edict/adapter-sqlite';
import { openEngine } from '@edict/engine';
import { instant } from '@edict/kernel';

import { answer, question } from '../child.ts';

/** Seconds from nothing but files until everything has caught up with the log. Ends without closing, as a kill does. */
const { dir } = question() as { dir: string };
const from = performance.now();
const embedded = await openEmbedded(dir);
const engine = await openEngine({ ...embedded, clock: () => instant('2025-11-02T00:00:00Z') });
await engine.drain();
const seconds = (performance.now() - from) / 1000;
const { head, subscribers } = await engine.health();
const behind = subscribers.filter(({ reached }) => reached !== head);
if (behind.length > 0) throw new Error(`Not at ${head}: ${behind.map(({ name }) => name).join(', ')}`);
answer(seconds);
