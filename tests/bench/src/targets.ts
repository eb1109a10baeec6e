import type { Options } from './options.ts';
import { ratioOf, valueOf, type Cell, type Sample, type Spread } from './statistics.ts';

/** What is asked for: at least, at most, or within so much of 1. */
export type Target = Readonly<{
  name: string;
  wanted: string;
  measured: (samples: readonly Sample[]) => Spread | undefined;
  holds: (value: number) => boolean;
}>;

const edict = (cell: string): Cell => ({ candidate: 'edict', cell });
const of = (candidate: string, cell: string): Cell => ({ candidate, cell });

const atLeast = (least: number, name: string, cell: Cell, to: Cell): Target => ({
  name,
  wanted: `≥ ${least}`,
  measured: (samples) => ratioOf(samples, cell, to),
  holds: (value) => value >= least,
});

const atMost = (most: number, name: string, cell: Cell, to?: Cell): Target => ({
  name,
  wanted: to ? `≤ ${most}` : `< ${most} s`,
  measured: (samples) => (to ? ratioOf(samples, cell, to) : valueOf(samples, cell)),
  holds: (value) => value <= most,
});

const flat = (name: string, cell: string, events: number, shortest: number): Target => ({
  name,
  wanted: '1 ± 0.2',
  measured: (samples) => ratioOf(samples, edict(`${cell}, ${events}`), edict(`${cell}, ${shortest}`)),
  holds: (value) => Math.abs(value - 1) <= 0.2,
});

const ofLog = (least: number, cell: string): Target =>
  atLeast(least, `${cell} of a hand-written log doing the same work`, edict(cell), of('log', cell));

const STORE: readonly Target[] = [
  ofLog(0.75, 'B1'),
  ofLog(0.8, 'B64'),
  ofLog(0.8, 'B256'),
  ofLog(0.78, 'B1024'),
  ofLog(0.7, 'C1'),
  ofLog(0.6, 'C8'),
  atLeast(0.6, 'B1 of the fdatasync probe', edict('B1'), of('fdatasync', 'B1')),
  atLeast(2.5, 'B1 of Emmett on PostgreSQL', edict('B1'), of('emmett-postgresql', 'B1')),
  atLeast(20, 'B64 of Emmett on PostgreSQL', edict('B64'), of('emmett-postgresql', 'B64')),
  atLeast(30, 'B256 of Emmett on PostgreSQL', edict('B256'), of('emmett-postgresql', 'B256')),
  atLeast(2.5, 'C1 of Emmett on PostgreSQL', edict('C1'), of('emmett-postgresql', 'C1')),
  atLeast(6, 'stream read of Emmett on PostgreSQL', edict('S1'), of('emmett-postgresql', 'S1')),
  atLeast(10, 'replay of Emmett on PostgreSQL', edict('replay'), of('emmett-postgresql', 'replay')),
  atLeast(30, 'B64 of Emmett on SQLite, one connection and a queue', edict('B64'), of('emmett-sqlite', 'B64')),
  atLeast(12, 'B64 of naive SQLite', edict('B64'), of('naive', 'B64')),
  ...['B1', 'B64', 'B256', 'B1024'].map((cell) => atLeast(1.2, `${cell} of LMDB`, edict(cell), of('lmdb', cell))),
  ...['B64', 'B256', 'B1024', 'C8'].map((cell) =>
    atLeast(0.7, `${cell} with the hash chain, of without`, edict(cell), of('edict, no hash', cell)),
  ),
  ...['B64', 'B256', 'C8'].map((cell) =>
    atLeast(
      0.7,
      `${cell} on PostgreSQL of a bare group commit there`,
      of('edict on postgresql', cell),
      of('group commit on postgresql', cell),
    ),
  ),
  atLeast(15, 'B64 on PostgreSQL of Emmett there', of('edict on postgresql', 'B64'), of('emmett-postgresql', 'B64')),
  atLeast(0.5, 'replay of JSON.parse', edict('replay'), of('JSON.parse', 'replay')),
  atLeast(0.85, 'replay of the log', edict('replay'), of('log', 'replay')),
  atLeast(0.95, 'stream read of the log', edict('S1'), of('log', 'S1')),
  atMost(1.05, 'size of the log', edict('size'), of('log', 'size')),
];

const engine = ([shortest, middle, events]: Options['lengths']): readonly Target[] => {
  return [
    atMost(1, 'issue of 155-KL/TW to 512 tasks in the inboxes', edict('issue')),
    atMost(2, 'rehearsal from May to November', edict('rehearsal')),
    atMost(5, `start at ${middle} events`, edict(`start, ${middle}`)),
    flat(`time of a command at ${middle} events, of ${shortest}`, 'command ms', middle, shortest),
    flat(`CPU of a command at ${middle} events, of ${shortest}`, 'command cpu ms', middle, shortest),
    flat(`time of a command at ${events} events, of ${shortest}`, 'command ms', events, shortest),
    flat(`CPU of a command at ${events} events, of ${shortest}`, 'command cpu ms', events, shortest),
    atLeast(
      0.75,
      'catch-up of a view of 10,000 rows with one index, of the fold in memory',
      edict('catch-up of narrow'),
      edict('fold of narrow'),
    ),
  ];
};

const below = (most: number, unit: string, name: string, cell: string): Target => ({
  name,
  wanted: `< ${most} ${unit}`,
  measured: (samples) => valueOf(samples, edict(cell)),
  holds: (value) => value < most,
});

const READING: readonly Target[] = [
  below(50, 'ms', 'a page of an inbox of 10,000 tasks, p95', 'inbox page ms, p95'),
  below(200, 'MB', '2,000 open streams of events', '2000 streams, MB'),
];

const HTTP: readonly Target[] = [
  atLeast(
    0.5,
    'commands at 64 connections, of the same that do nothing',
    edict('HTTP done, commands/s'),
    edict('HTTP nothing, commands/s'),
  ),
  atMost(
    2.5,
    'p99 at 500 commands a second, of the same that do nothing',
    edict('HTTP done, p99 ms at 500/s'),
    edict('HTTP nothing, p99 ms at 500/s'),
  ),
];

const LOOP: readonly Target[] = [
  atMost(
    1.25,
    'delay of the event loop at 2,000 durable commands a second, p99, of a server that stores nothing',
    edict('loop storing, delay p99 ms'),
    edict('loop nothing, delay p99 ms'),
  ),
  atMost(
    2,
    'ping meanwhile, p99, of a server that stores nothing',
    edict('loop storing, ping p99 ms'),
    edict('loop nothing, ping p99 ms'),
  ),
];

const SUCCESSION: readonly Target[] = [
  atMost(10, 'a succession of 10,000 open tasks, from its moment to its proof', edict('succession')),
  below(50, 'ms', 'a page of an inbox meanwhile, p95', 'inbox page meanwhile ms, p95'),
];

const STATISTICS: readonly Target[] = [
  below(300, 'ms', 'the four buckets over 500,000 tasks, for who sees all, p95', 'statistics ms, p95'),
  below(300, 'ms', 'the same for who sees what is open, p95', 'statistics of what is open ms, p95'),
];

const FLAT = 1.1;
const flatMemory = (role: string): Target =>
  atMost(
    FLAT,
    `memory of ${role} over the soak, last quarter of the second`,
    edict(`${role}, MB in the last quarter`),
    edict(`${role}, MB in the second quarter`),
  );

const SCALE: readonly Target[] = [
  atMost(60, '100,000 alarms due in one minute, all rung', edict('alarms of one minute rung, s')),
  below(250, 'ms', 'event to view at 500 commands a second, p99', 'event to view ms, p99'),
  ...['sagas', 'web', 'worker'].map(flatMemory),
];

const CONSOLE: readonly Target[] = [
  below(1_000, 'ms', 'the console, first list of an inbox of 10,000 tasks, cold', 'console, first list cold, ms'),
  below(300, 'ms', 'the same, warm', 'console, first list warm, ms'),
  below(100, 'ms', 'the console, the slowest filter', 'console, slowest filter, ms'),
  below(250, 'ms', 'the console, from an act to its stored echo, p95', 'console, act to stored echo, p95, ms'),
  below(200, 'ms', 'the console, the longest task while scrolling', 'console, longest task while scrolling, ms'),
  below(
    2_000,
    'ms',
    'the console, a directive of 512 tasks as known at another moment',
    'console, directive as known at another moment, ms',
  ),
  below(60, 's', 'the console, a directive to twenty units by keys', 'console, directive to twenty units by keys, s'),
];

type Part = Options['parts'][number];

export const targetsOf = ({ parts, lengths }: Options): readonly Target[] => {
  const all: Readonly<Record<Part, readonly Target[]>> = {
    store: STORE,
    engine: engine(lengths),
    verify: [atMost(60, `${lengths[2]} events verified`, edict('verify'))],
    reading: READING,
    loop: LOOP,
    succession: SUCCESSION,
    statistics: STATISTICS,
    scale: SCALE,
    http: HTTP,
    console: CONSOLE,
  };
  return (Object.keys(all) as readonly Part[]).filter((part) => parts.includes(part)).flatMap((part) => all[part]);
};
