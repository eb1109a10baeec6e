import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Starts `append-until-killed.ts` on a data folder. */
export const startAppending = (dir: string, times: number, crashAt?: string): ChildProcess => {
  const program = new URL('append-until-killed.ts', import.meta.url).pathname;
  const env = { ...process.env, ...(crashAt && { EDICT_CRASH_AT: crashAt }) };
  return spawn(process.execPath, ['--conditions=@edict/source', program, dir, String(times)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
};

/** What the process wrote, and how it ended. */
export const ended = async (child: ChildProcess): Promise<{ lines: string[]; signal: string | null }> => {
  let output = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return { lines: output.split('\n').slice(0, -1), signal };
};
