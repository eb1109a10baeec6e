import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort, MOVED_CLOCK } from '@edict/test-servers';

import type { Composed } from './composed.ts';

const MAIN = new URL('../../../apps/server/dist/main.js', import.meta.url).pathname;

/** What a container has of its own or shares with others: the folders behind its paths, and more variables. */
export type Host = Readonly<{ dir: string; more: Readonly<Record<string, string>> }>;

/** A process with the variables of a container, to be killed and started again as its engine would. */
export class Container {
  readonly name: string;
  readonly service: string;
  readonly data: string;
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: string;
  #child: ChildProcess | undefined;

  private constructor({ name, service, variables }: Composed, { dir, more }: Host, port: number) {
    this.name = name;
    this.service = service;
    this.data = join(dir, name);
    this.url = `http://127.0.0.1:${port}`;
    this.#log = join(dir, `${name}.log`);
    const onHost = Object.entries(variables).map(([key, value]) => [key, this.#placeOf(value, dir)]);
    const own = { EDICT_HOST: '127.0.0.1', EDICT_PORT: String(port) };
    this.#env = { PATH: process.env['PATH'], ...Object.fromEntries(onHost), ...own, ...more };
  }

  /** What a container has for itself is a port of this machine and a folder. */
  static async of(composed: Composed, host: Host): Promise<Container> {
    return new Container(composed, host, await freePort());
  }

  start(): void {
    mkdirSync(this.data, { recursive: true });
    const args = ['--disable-warning=ExperimentalWarning', '--import', MOVED_CLOCK, MAIN];
    const child = spawn(process.execPath, args, { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.#log, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    this.#child = child;
  }

  /** Rejects if it ends by itself. */
  async ready(ms = 120_000): Promise<void> {
    for (const until = Date.now() + ms; !(await this.#isReady());) {
      if (this.hasEnded) throw new Error(`${this.name} has ended: ${this.#log}`);
      if (Date.now() > until) throw new Error(`${this.name} is not ready: ${this.#log}`);
      await pause(50);
    }
  }

  get hasEnded(): boolean {
    return this.#child === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** All that it has said since its first start. */
  get said(): string {
    return readFileSync(this.#log, 'utf8');
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || this.hasEnded) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
    return child.exitCode;
  }

  async #isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
    return answer?.status === 200;
  }

  /** The folder behind a path in the container: its data are its own, all else is shared. */
  #placeOf(value: string, dir: string): string {
    if (value === '/data') return this.data;
    return /^\/(run\/secrets|shared|authority)\//.test(value) ? join(dir, value) : value;
  }
}
