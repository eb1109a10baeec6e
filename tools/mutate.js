// npm run mutate -- [--sample 200|all] [--seed 1] [--only task] [--jobs 2]
// Tells small lies about the domain and the kernel, one at a time, and counts how many the specs notice. Below 85 % it fails.
// The lies are told in a copy, so that work goes on. What the compiler would refuse is not counted.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { compiler } from './mutate/compiles.js';
import { copyOf, specsPass } from './mutate/copy.js';
import { applied, mutantsOf } from './mutate/mutants.js';

const ROOT = join(import.meta.dirname, '..');
const NEEDED = 85;
const DOMAIN = ['libs/directives/src/**/*.ts', 'libs/kernel/src/**/*.ts'];
const isSpec = (file) => file.endsWith('.spec.ts') || file.includes('/testing/') || file.endsWith('/index.ts');

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
  },
});

/** Mulberry32: the same seed draws the same sample. */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const shuffled = (items, next) =>
  items
    .map((item) => [next(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const draw = ({ home, read }, files) => {
  const all = files.filter((file) => file.includes(options.only)).flatMap((file) => mutantsOf(file, read(file)));
  const compiles = compiler(
    home,
    files.map((file) => join(home, file)),
  );
  const wanted = options.sample === 'all' ? all.length : Number(options.sample);
  const drawn = [];
  for (const mutant of shuffled(all, random(Number(options.seed)))) {
    if (drawn.length === wanted) break;
    if (compiles(join(home, mutant.file), applied(mutant, read(mutant.file)))) drawn.push(mutant);
  }
  console.log(`${drawn.length} of ${all.length} mutants in ${files.length} files, seed ${options.seed}.`);
  return drawn;
};

/** Whose specs are asked, in turn: first the library's own, at last the story of a whole directive. */
const JUDGES = {
  'libs/directives': ['libs/directives', 'tests/story'],
  'libs/kernel': ['libs/kernel', 'libs/directives', 'libs/runtime', 'tests/story'],
};
const judgesOf = ({ file }) => JUDGES[file.split('/').slice(0, 2).join('/')];

const survives = async ({ home, read, write }, mutant, limits) => {
  const original = read(mutant.file);
  write(mutant.file, applied(mutant, original));
  try {
    for (const folder of judgesOf(mutant))
      if (!(await specsPass(home, folder, { file: mutant.file, limit: limits[folder] }))) return false;
    return true;
  } finally {
    write(mutant.file, original);
  }
};

/** How long each judge may take: some times as long as it takes when nothing is wrong. */
const limitsOf = async ({ home }) => {
  const limits = {};
  for (const folder of new Set(Object.values(JUDGES).flat())) {
    const start = performance.now();
    if (!(await specsPass(home, folder, { stdio: 'inherit' }))) return undefined;
    limits[folder] = 30_000 + 5 * Math.ceil(performance.now() - start);
  }
  return limits;
};

const shown = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 80);
const told = ({ file, line, before, after }) => `${file}:${line}  ${shown(before)}  →  ${shown(after)}`;

const work = async (copy, queue, limits, survivors) => {
  for (const [n, mutant] of queue) {
    if (await survives(copy, mutant, limits)) {
      survivors.push(mutant);
      console.log(`survived  ${told(mutant)}`);
    }
    if ((n + 1) % 25 === 0) console.log(`${n + 1} tried, ${survivors.length} survived`);
  }
};

const first = copyOf(ROOT);
const copies = [first, ...Array.from({ length: Number(options.jobs) - 1 }, () => copyOf(first.home))];
const find = (pattern) => globSync(pattern, { cwd: first.home });
const files = DOMAIN.flatMap(find)
  .filter((file) => !isSpec(file))
  .sort();
const mutants = draw(first, files);
const survivors = [];
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const limits = await limitsOf(first);
if (!limits) {
  console.log('The specs do not pass as they are: nothing to be learnt.');
  process.exit(1);
}
const queue = mutants.entries();
await Promise.all(copies.map((copy) => work(copy, queue, limits, survivors)));

const score = mutants.length > 0 ? (100 * (mutants.length - survivors.length)) / mutants.length : 0;
console.log(`${survivors.map(told).sort().join('\n')}\n`);
console.log(`${score.toFixed(1)} % of ${mutants.length} mutants died; ${NEEDED} % must.`);
process.exitCode = score < NEEDED ? 1 : 0;
