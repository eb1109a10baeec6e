import { openEmbedded } from '@edict/adapter-sqlite';
import { CONCLUSION, example, filesOf, memoryPorts, play } from '@edict/story';

import { answer, question } from '../child.ts';

export type RehearsalAnswer = Readonly<{ memory: number; embedded: number }>;

/** Seconds from the files to the end of 1 November, in memory as a rehearsal is, and on the embedded store. */
const { dir } = question() as { dir: string };
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};
const rehearse = async (ports: Parameters<typeof memoryPorts> extends unknown ? object : never) =>
  play(filesOf(example(CONCLUSION), example('script-155.yaml')), { ports: ports as ReturnType<typeof memoryPorts> });

const memory = await seconds(() => rehearse(memoryPorts()));
const ports = await openEmbedded(dir);
const embedded = await seconds(() => rehearse(ports));
await ports.close();
answer({ memory, embedded } satisfies RehearsalAnswer);
