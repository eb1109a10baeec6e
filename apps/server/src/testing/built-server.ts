import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const MAIN = join(import.meta.dirname, '../../dist/main.js');

export type Ended = Readonly<{ code: number | null; said: string }>;

export type Running = Readonly<{
  url: string;
  /** Everything that was said up to where it runs. */
  said: string;
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
}>;

type Env = Readonly<Record<string, string>>;

const child = (dir: string, env: Env) => {
  const all = { ...process.env, EDICT_DATA: dir, EDICT_PORT: '0', EDICT_HOST: '127.0.0.1', ...env };
  const spawned = spawn(process.execPath, [MAIN], { env: all, stdio: ['ignore', 'pipe', 'pipe'] });
  const whenClosed = once(spawned, 'close') as Promise<[number | null]>;
  return { spawned, whenClosed };
};

/** Starts the built server and waits until it ends by itself. */
export const startInVain = async (dir: string, env: Env = {}): Promise<Ended> => {
  const { spawned, whenClosed } = child(dir, env);
  const [out, problem, [code]] = await Promise.all([text(spawned.stdout), text(spawned.stderr), whenClosed]);
  return { code, said: out + problem };
};

/** Starts the built server on a free port and waits until it says where it runs. */
export const startBuilt = async (dir: string, env: Env = {}): Promise<Running> => {
  const { spawned, whenClosed } = child(dir, env);
  let said = '';
  const runs = Promise.withResolvers<string>();
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('Ctrl-C')) runs.resolve(said);
  };
  spawned.stdout.on('data', hear);
  spawned.stderr.on('data', hear);
  const ended = whenClosed.then(([code]): Ended => ({ code, said }));
  ended.then(() => runs.reject(new Error(`It ended: ${said}`))).catch(() => undefined);
  await runs.promise;
  const { url } = JSON.parse(await readFile(join(dir, 'server.json'), 'utf8')) as { url: string };
  return { url, said, ended, signal: (name) => void spawned.kill(name) };
};
