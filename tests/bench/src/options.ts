import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

export const PARTS = [
  'store',
  'engine',
  'verify',
  'reading',
  'loop',
  'http',
  'succession',
  'statistics',
  'scale',
  'console',
] as const;
export type Part = (typeof PARTS)[number];

export type Options = Readonly<{
  parts: readonly Part[];
  rounds: number;
  /** How long each cell of the store is measured, after its warm-up. */
  seconds: number;
  /** Of the logs, in events. The shortest is the measure of the others, the longest is verified. */
  lengths: readonly [short: number, middle: number, long: number];
  /** Of scale: tasks whose alarms are due with one, two and four workers each; in one minute; and open in all. */
  tasks: Readonly<{ few: number; many: number; open: number }>;
  soakMinutes: number;
  /** Where the stores lie while they are measured: the disk that is meant. */
  dir: string;
}>;

export const USAGE = `npm run bench [-- --quick] [--only store|engine|verify|reading|loop|http|succession|statistics|scale|console] [--rounds N] [--minutes N] [--dir DIR]
  --quick   one short round and a log of 100,000 events, to see that everything runs; its figures say little
  --only    only this part
  --rounds  5 unless told otherwise
  --minutes how long the soak of scale takes; 10 unless told otherwise
  --dir     a folder on the disk to be measured; the system's temporary folder unless told otherwise`;

const WHOLE = /^[1-9]\d*$/;
const MINUTES = /^\d+(\.\d+)?$/;

const FULL = {
  rounds: '5',
  minutes: '10',
  seconds: 1.2,
  lengths: [10_000, 100_000, 1_000_000],
  tasks: { few: 10_000, many: 100_000, open: 200_000 },
} as const;
const QUICK = {
  rounds: '1',
  minutes: '0.5',
  seconds: 0.3,
  lengths: [10_000, 30_000, 100_000],
  tasks: { few: 500, many: 2_000, open: 5_000 },
} as const;

export const optionsFrom = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      minutes: { type: 'string' },
      dir: { type: 'string', default: tmpdir() },
    },
  });
  const { rounds: usual, minutes: long, ...cells } = values.quick ? QUICK : FULL;
  const { only, rounds = usual, minutes = long, dir } = values;
  const parts = PARTS.filter((part) => only === undefined || part === only);
  if (parts.length === 0 || !WHOLE.test(rounds) || !MINUTES.test(minutes)) throw new TypeError(USAGE);
  return { parts, rounds: Number(rounds), soakMinutes: Number(minutes), dir, ...cells };
};
