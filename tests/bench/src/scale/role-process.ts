import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePort, MOVED_CLOCK } from '@edict/test-servers';

import { WITH_DECORATORS } from '../child.ts';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const MAIN = fileOf('../../../../apps/server/src/main.ts');
const CLOCK = ['--import', MOVED_CLOCK];
const FLAGS = ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning'];
const PATIENCE_MS = 120_000;

/** A server in one role, from its sources. */
export class RoleProcess {
  readonly role: string;
  readonly url: string;
  readonly dir: string;
  readonly #child: ChildProcess;

  private constructor(role: string, place: Readonly<{ url: string; dir: string }>, child: ChildProcess) {
    this.role = role;
    this.url = place.url;
    this.dir = place.dir;
    this.#child = child;
  }

  static async start(role: string, dir: string, env: Readonly<Record<string, string>>): Promise<RoleProcess> {
    const port = await freePort();
    mkdirSync(dir, { recursive: true });
    const log = openSync(join(dir, 'log'), 'a');
    const own = { EDICT_ROLE: role, EDICT_DATA: dir, EDICT_HOST: '127.0.0.1', EDICT_PORT: String(port) };
    const child = spawn(process.execPath, [...FLAGS, ...WITH_DECORATORS, ...CLOCK, MAIN], {
      env: { PATH: process.env['PATH'], ...own, ...env },
      stdio: ['ignore', log, log],
    });
    const started = new RoleProcess(role, { url: `http://127.0.0.1:${port}`, dir }, child);
    await started.#lives();
    return started;
  }

  /** What of the process is in memory now, in MB. */
  get resident(): number {
    const [, kilobytes = 'NaN'] =
      /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.#child.pid!}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  }

  /** Seconds of CPU since its start, with all its threads. */
  get cpu(): number {
    const fields = readFileSync(`/proc/${this.#child.pid!}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }

  /** Answers, which it does before it has caught up. */
  async #lives(): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; ;) {
      await pause(100);
      const answer = await fetch(`${this.url}/health/live`).catch(() => undefined);
      if (answer?.ok) return;
      if (this.#child.exitCode !== null || Date.now() > until)
        throw new Error(
          `Error: ${this.role} did not start: ${readFileSync(join(this.dir, 'log'), 'utf8').slice(-500)}`,
        );
    }
  }
}
