import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { TASK_KINDS, type DirectiveDocument, type TaskItem } from '@edict/directives';
import { checkFiles, loadFiles, type File } from '@edict/documents';
import type { RehearsalFiles } from '@edict/engine';
import { SEED } from '@edict/kernel/testing';
import fc from 'fast-check';

import { example, play } from './stage.ts';

/** More by hand: `EDICT_RUNS=500`. */
const RUNS = Number(process.env['EDICT_RUNS'] ?? 40);
const own = (name: string): File => ({ name, text: readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8') });
const UNITS = own('units-river.yaml');
const RULES = [example('policy-vn-party.yaml'), example('calendar-vn-2025-2026.yaml')];
const whole = loadFiles([own('plan-river.yaml'), UNITS]);
if (!whole.ok) throw new Error(JSON.stringify(whole.errors));
const base = whole.documents.directive!;

const OPTIONAL = [
  'coordinating',
  'directs',
  'each',
  'due',
  'milestones',
  'window',
  'recurrence',
  'after',
  'trigger',
] as const;
const MORE = ['condition', 'status', 'direction', 'targets', 'byReference', 'reportsTo', 'concerns'] as const;

type Lot = Readonly<{ kind: TaskItem['kind']; drop: readonly string[]; nobody: boolean; swap: number }>;
const lot: fc.Arbitrary<Lot> = fc.record({
  kind: fc.constantFrom(...TASK_KINDS),
  drop: fc.subarray([...OPTIONAL, ...MORE]),
  nobody: fc.boolean(),
  swap: fc.nat({ max: base.tasks.length - 1 }),
});

/** A task with some of its keys and some of another one's, as far as they go together. */
const mixed = (task: TaskItem, { kind, drop, nobody, swap }: Lot): TaskItem => {
  const { ref: _, clause: __, ...other } = base.tasks[swap]!;
  const keys = Object.entries({ ...other, ...task }).filter(([key]) => !drop.includes(key));
  const said = { ...(Object.fromEntries(keys) as TaskItem), kind };
  const isUnconditional = kind !== 'conditional';
  const unfit = Object.entries({
    after: true,
    each: nobody,
    window: kind === 'once',
    recurrence: kind !== 'periodic',
    trigger: isUnconditional && typeof said.trigger === 'object',
    condition: isUnconditional && typeof said.condition === 'object',
  }).flatMap(([key, isUnfit]) => (isUnfit ? [key] : []));
  const fit = Object.fromEntries(Object.entries(said).filter(([key]) => !unfit.includes(key))) as TaskItem;
  return nobody ? { ...fit, accountable: [], lead: [], leadBasis: 'none' } : fit;
};

const documents = fc
  .record({
    lots: fc.array(lot, { minLength: base.tasks.length, maxLength: base.tasks.length }),
    drop: fc.subarray(['standingUnits', 'successions', 'openIssues', 'reportForms']),
    number: fc.constantFrom(null, '7-KH/TU', 'no known form', '21-БК/ДУ'),
    day: fc.constantFrom(null, '2025-05-01'),
  })
  .map(({ lots, drop, number, day }) => {
    const kept = Object.entries(base).filter(([key]) => !drop.includes(key));
    const directive = { ...base.directive, number, adoptedOn: day, signedOn: day, issuedOn: day };
    const tasks = base.tasks.map((task, n) => mixed(task, lots[n]!));
    return { ...(Object.fromEntries(kept) as DirectiveDocument), directive, tasks };
  });

describe('Whatever a valid file says', () => {
  it(`it is checked, played to the end of the year, and every task has a state (${RUNS} files)`, async () => {
    let valid = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const file = { name: 'any.json', text: JSON.stringify(document) };
        if (!checkFiles([file, UNITS]).ok) return;
        valid++;
        const loaded = loadFiles([file, UNITS, ...RULES]);
        if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
        const files = loaded.documents as RehearsalFiles;
        const { summary } = await play(files, { from: '2025-05-05', until: '2025-12-31' });
        expect(new Set(summary.tasks.map(({ ref }) => ref))).toStrictEqual(new Set(base.tasks.map(({ ref }) => ref)));
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(valid).toBeGreaterThan(RUNS / 2);
  }, 600_000);
});
