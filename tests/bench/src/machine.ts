import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem, type as os, release } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** By the number that `statfs` gives; ext2 and ext3 have the same one as ext4. */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x01021994: 'tmpfs (memory: nothing on it is durable)',
  0x794c7630: 'overlayfs',
  0x1a: 'apfs',
};

export type Machine = Readonly<Record<'cpu' | 'memory' | 'system' | 'node' | 'sqlite' | 'fileSystem' | 'load', string>>;

export const machineOf = async (dir: string): Promise<Machine> => {
  const { type } = await statfs(dir);
  return {
    cpu: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${os()} ${release()}`,
    node: process.version,
    sqlite: process.versions['sqlite'] ?? 'none',
    fileSystem: FILE_SYSTEMS[type] ?? `of type 0x${type.toString(16)}`,
    load: loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
  };
};

const QUIET = 0.15;
const LOOK_MS = 200;

/** Waits until others use little of the machine, but no longer than this. Gives the share of its time that was last in use. */
export const quiet = async (patienceMs: number): Promise<number> => {
  for (const end = Date.now() + patienceMs; ;) {
    const busy = await busyFor(LOOK_MS);
    if (busy < QUIET || Date.now() > end) return busy;
  }
};

const busyFor = async (ms: number): Promise<number> => {
  const before = timesOf();
  await sleep(ms);
  const after = timesOf();
  const all = after.all - before.all;
  return all > 0 ? (after.busy - before.busy) / all : 0;
};

const timesOf = () => {
  const times = stolen() ?? cpus().map(({ times: { idle, ...busy } }) => ({ idle, busy: sum(Object.values(busy)) }));
  const [busy, idle] = [sum(times.map((each) => each.busy)), sum(times.map((each) => each.idle))];
  return { busy, all: busy + idle };
};

/** On Linux the kernel also says what the host took for others. */
const stolen = (): readonly { idle: number; busy: number }[] | undefined => {
  if (process.platform !== 'linux') return undefined;
  const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, ...interrupts] = ticks.slice(0, 8);
  return [{ idle: idle + waiting, busy: user + nice + system + sum(interrupts) }];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
