import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { spawnServer, stopServer } from './child.ts';
import { freePort } from './free-port.ts';

export type RedisServer = Readonly<{
  url: string;
  port: number;
  /** What `redis-cli` answers to these words. */
  say(...words: readonly string[]): string;
  /** It keeps its connections and answers nobody, until it is let go on. */
  hang(): void;
  goOn(): void;
  /** Ends it at once; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  stop(): Promise<void>;
}>;

/** A real Redis on a free port, which keeps nothing on disk. `settings` as in `redis.conf`. */
export const startRedis = async (settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'edict-redis-'));
  const port = await freePort();
  const pidfile = join(folder, 'pid');
  const flags = { ...SETTINGS, ...settings, port: String(port), dir: folder, pidfile };
  const command = ['redis-server', ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])];
  const say = (...words: readonly string[]): string =>
    spawnSync('redis-cli', ['-p', String(port), ...words], { encoding: 'utf8', timeout: 10_000 }).stdout.trim();
  const launch = async () => {
    const child = spawnServer(command, { signal: 'KILL' });
    await untilAnswers(child, () => say('config', 'get', 'dir').endsWith(folder));
    return child;
  };
  let child = await launch();
  const pid = () => Number(/process_id:(\d+)/.exec(say('info', 'server'))?.[1]);
  let known = pid();
  const kill = () => stopServer(child);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    say,
    hang: () => void process.kill(known, 'SIGSTOP'),
    goOn: () => void process.kill(known, 'SIGCONT'),
    kill,
    async start() {
      child = await launch();
      known = pid();
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const SETTINGS = { bind: '127.0.0.1', save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction', daemonize: 'no' };

/** That it is this one which answers, its folder shows: another may have taken the port. */
const untilAnswers = async (child: ChildProcess, answers: () => boolean): Promise<void> => {
  const ended = once(child, 'exit').then(() => {
    throw new Error('redis-server did not start. Where it is missing: apt-get install redis-server');
  });
  ended.catch(() => undefined);
  for (let left = 200; left > 0 && !answers(); left--) {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
    if (left === 1) throw new Error('redis-server does not answer.');
  }
};
