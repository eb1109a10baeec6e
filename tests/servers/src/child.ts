import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** PostgreSQL refuses to run as root: then it runs as nobody. */
const NOBODY = 65_534;
export const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

type Options = Readonly<{ uid?: number; gid?: number; signal?: 'QUIT' | 'KILL' }>;

/** A server that ends with this process, however this process ends: its shell waits for our end of the pipe to close. */
export const spawnServer = (command: readonly string[], { signal = 'QUIT', ...options }: Options = {}) => {
  const script = `"$@" & server=$!; cat >/dev/null; kill -${signal} $server 2>/dev/null; wait $server`;
  return spawn('sh', ['-c', script, 'sh', ...command], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
};

export const stopServer = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.stdin!.end();
  await exit;
};

/** What a command printed. Rejects with that too if the command fails. */
export const output = async (
  [command, ...args]: readonly [string, ...string[]],
  options: Readonly<{ uid?: number; gid?: number }> = {},
): Promise<string> => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => parts.push(text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${String(code)}: ${parts.join('')}`);
  return parts.join('');
};
