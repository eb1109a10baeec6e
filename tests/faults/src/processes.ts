import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach } from '@jest/globals';
import type { Command, Instant } from '@edict/kernel';
import type { Caller } from '@edict/runtime';

import type { Ack } from './oracle.ts';

export type Sending = Readonly<{ command: Command; caller: Caller }>;

/**
 * What a process is to do on a data folder: send these commands one after the other, each with all that follows from it; ring what is
 * due; or act on tasks, side by side on a running engine, until it is killed.
 */
export type Job = Readonly<{
  dir: string;
  now: Instant;
  seed?: number;
  send?: readonly Sending[];
  /** Let what follows from the last command wait. */
  thenStop?: boolean;
  ring?: boolean;
  /** The tasks to act on until killed. */
  load?: readonly string[];
}>;

export type Worker = Readonly<{
  child: ChildProcess;
  /** Resolves once it has sent what it had to send, or has ended. */
  atWork: Promise<void>;
  /** Resolves once so many appends were acknowledged in it, or it has ended. */
  heard(acks: number): Promise<void>;
  /** What was acknowledged in it, once it has ended, and the signal that ended it. Rejects if it met what it should not have. */
  ended: Promise<Readonly<{ acks: readonly Ack[]; signal: string | null }>>;
}>;

/** So that the second process and all after it start in half the time. */
const compiled = mkdtempSync(join(tmpdir(), 'edict-compiled-'));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

const FLAGS = ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning'];

/** A process of its own. With `crashAt` it kills itself there: `after-commit:3` is the third time it gets to that point. */
export const startWorker = (job: Job, crashAt = ''): Worker => {
  const file = `${job.dir}.job.json`;
  writeFileSync(file, JSON.stringify(job));
  return startProgram('worker.ts', { file, env: { EDICT_CRASH_AT: crashAt } });
};

type How = Readonly<{ file: string; flags?: readonly string[]; env?: NodeJS.ProcessEnv }>;

/** A program of this folder that is told in a file what to do. */
export const startProgram = (name: string, { file, flags = [], env = {} }: How): Worker => {
  const program = new URL(name, import.meta.url).pathname;
  const child = spawn(process.execPath, [...FLAGS, ...flags, program, file], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let output = '';
  const listeners = new Set<() => void>();
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      listeners.add(() => isSo() && resolve());
      if (isSo()) resolve();
    });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    for (const tell of listeners) tell();
  });
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    for (const tell of listeners) tell();
    return { acks: acksIn(output), signal: child.signalCode };
  });
  const hasEnded = () => !running.has(child);
  return {
    child,
    atWork: until(() => hasEnded() || output.includes('at work')),
    heard: (acks) => until(() => hasEnded() || output.split('{').length > acks),
    ended,
  };
};

/** No test leaves a process behind, however it ends. */
const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all([...running].map((child) => once(child, 'close')));
});

/** A line that the kill has cut off was not read by anybody. */
const acksIn = (output: string): readonly Ack[] => {
  const lines = output.split('\n').slice(0, -1);
  const fault = lines.find((line) => line.startsWith('fault '));
  if (fault) throw new Error(`A worker met a ${fault}`);
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Ack);
};
