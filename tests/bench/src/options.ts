import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

export const PARTS = ['store', 'engine', 'verify', 'reading', 'http', 'succession', 'statistics', 'console'] as const;
export type Part = (typeof PARTS)[number];

export type Options = Readonly<{
  parts: readonly Part[];
  rounds: number;
  /** How long each cell of the store is measured, after its warm-up. */
  seconds: number;
  /** Of the logs, in events. The shortest is the measure of the others, the longest is verified. */
  lengths: readonly [short: number, middle: number, long: number];
  /** Where the stores lie while they are measured: the disk that is meant. */
  dir: string;
}>;

export const USAGE = `npm run bench [-- --quick] [--only store|engine|verify|reading|http|succession|statistics|console] [--rounds N] [--dir DIR]
  --quick   one short round and a log of 100,000 events, to see that everything runs; its figures say little
  --only    only this part
  --rounds  5 unless told otherwise
  --dir     a folder on the disk to be measured; the system's temporary folder unless told otherwise`;

const FULL = { seconds: 1.2, lengths: [10_000, 100_000, 1_000_000] } as const;
const QUICK = { seconds: 0.3, lengths: [10_000, 30_000, 100_000] } as const;

export const optionsFrom = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string' },
      dir: { type: 'string', default: tmpdir() },
    },
  });
  const { quick, only, rounds = quick ? '1' : '5', dir } = values;
  const parts = PARTS.filter((part) => only === undefined || part === only);
  if (parts.length === 0 || !/^[1-9]\d*$/.test(rounds)) throw new TypeError(USAGE);
  return { parts, rounds: Number(rounds), dir, ...(quick ? QUICK : FULL) };
};
