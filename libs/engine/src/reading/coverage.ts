import type { TaskRow, UnitRow } from '@edict/directives';
import { dayOf, type Instant } from '@edict/kernel';

import type { Reading } from '../reader.ts';
import { answeringNow } from './answering.ts';
import { clauseLines } from './clauses.ts';
import { directedUnder, heldFrom, implementing, tasksUnder, within, type Held, type Lower } from './held.ts';

/** How far a clause has come, from nowhere to the end. `cancelled`: nothing of it is left. */
export const COVERAGE_STATES = ['notYetIssued', 'issued', 'tasked', 'acknowledged', 'done', 'cancelled'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/**
 * What came of a clause at a unit. `unit` is `null` where nobody has it; `total` is 0 where no task of the clause lies there. `steps`: how
 * many documents further down; `through`: by which document it came there, `null` for the directive itself; `documents`: by which ones the
 * unit has brought it further down.
 */
export type Coverage = Readonly<{
  clause: string;
  unit: string | null;
  name: string | null;
  level: string | null;
  state: CoverageState;
  steps: number;
  through: string | null;
  documents: readonly string[];
  total: number;
  states: Readonly<Record<string, number>>;
}>;

/** Of what nobody has been told, or nobody is charged with: what has not come down. */
export const notComeDown = (rows: readonly Coverage[]): readonly Coverage[] =>
  rows.filter(({ state }) => state === 'notYetIssued' || state === 'issued');

/** Clause by clause in the order of the text, from the directive down to the last unit. `undefined`: there is no such directive. */
export const coverageOf = async (
  reading: Reading,
  directiveId: string,
  asOf?: Instant,
): Promise<readonly Coverage[] | undefined> => {
  const held = await heldFrom(reading, directiveId, asOf);
  if (!held) return undefined;
  const { zone } = (await reading.issued(directiveId))!.policy.value.policy;
  return covered(held, registryOf(await reading.units(), dayOf(asOf ?? reading.now(), zone)));
};

type Registry = Readonly<{
  /** Who answers in place of a unit. */
  answering(unit: string): string;
  known(unit: string | null): Pick<Coverage, 'name' | 'level'>;
}>;

const registryOf = (units: readonly UnitRow[], day: string): Registry => {
  const rows = new Map(units.map((row) => [row.unitId, row]));
  const known = (unit: string | null) => {
    const row = rows.get(unit ?? '');
    const names = row ? (JSON.parse(row.names) as Readonly<Record<string, string>>) : {};
    return { name: names['en'] ?? Object.values(names)[0] ?? null, level: row?.level ?? null };
  };
  return { answering: answeringNow(units, day), known };
};

const covered = (held: Held, registry: Registry): readonly Coverage[] => {
  const bearing = new Set(held.tasks.map(({ clause }) => clause));
  return clauseLines(held.clauses)
    .filter(({ kind, ref }) => kind === 'task-bearing' || bearing.has(ref))
    .flatMap(({ ref }) => {
      const rows = clauseCovered(held, ref, registry);
      const below = [...within(held.clauses, [ref])].some((each) => bearing.has(each));
      return rows.length > 0 || below ? rows : [nothingOf(ref)];
    });
};

const nothingOf = (clause: string): Coverage => ({
  clause,
  unit: null,
  name: null,
  level: null,
  state: 'issued',
  steps: 0,
  through: null,
  documents: [],
  total: 0,
  states: {},
});

/** Where it has come, and then, by name, to whom the text says that it is to be passed on and has not been. */
const clauseCovered = (held: Held, ref: string, registry: Registry): readonly Coverage[] => {
  const scene = { clause: ref, registry };
  const rows = rowsOf(scene, held, { refs: new Set([ref]), steps: 0, through: null });
  const reached = new Set(rows.map(({ unit }) => unit));
  const directed = new Set(directedUnder(held, new Set([ref])).map((unit) => registry.answering(unit)));
  const missing = [...directed].filter((unit) => !reached.has(unit)).toSorted();
  return [
    ...rows,
    ...missing.map((unit) => ({
      ...nothingOf(ref),
      unit,
      ...registry.known(unit),
      state: 'notYetIssued' as const,
      steps: 1,
    })),
  ];
};

type Scene = Readonly<{ clause: string; registry: Registry }>;
type Place = Readonly<{ refs: ReadonlySet<string>; steps: number; through: string | null }>;

const rowsOf = (scene: Scene, held: Held, { refs, steps, through }: Place): readonly Coverage[] => {
  const { clause, registry } = scene;
  const byUnit = Map.groupBy(
    held.tasks.filter((task) => refs.has(task.clause)),
    ({ unit }) => unit,
  );
  const lower = implementing(held, refs);
  const issuing = ({ held: { issuers } }: Lower) => issuers.map((unit) => registry.answering(unit));
  const units = [...new Set([...byUnit.keys(), ...lower.flatMap(issuing)])].toSorted(byName);
  const here = units.map((unit): Coverage => {
    const tasks = byUnit.get(unit) ?? [];
    const brought = unit === null ? [] : lower.filter((each) => issuing(each).includes(unit));
    return {
      clause,
      unit,
      ...registry.known(unit),
      state: stateOf(tasks, brought),
      steps,
      through,
      documents: [...new Set(brought.map((each) => each.held.name))],
      total: tasks.length,
      states: tally(tasks),
    };
  });
  const further = [...Map.groupBy(lower, (each) => each.held)].flatMap(([below, said]) =>
    rowsOf(scene, below, { refs: broughtBy(below, said), steps: steps + 1, through: below.name }),
  );
  return [...here, ...further];
};

const broughtBy = ({ clauses }: Held, said: readonly Lower[]): ReadonlySet<string> =>
  new Set(said.flatMap(({ by }) => [...within(clauses, by)]));

const byName = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

const tally = (rows: readonly TaskRow[]): Readonly<Record<string, number>> => {
  const counts = Map.groupBy(rows, ({ state }) => state);
  return Object.fromEntries([...counts].map(([state, of]) => [state, of.length] as const).toSorted());
};

const RANKS = { issued: 0, tasked: 1, acknowledged: 2, done: 3 } as const;
type Stage = keyof typeof RANKS;

const STAGES: Readonly<Record<string, Stage>> = {
  unassigned: 'issued',
  assigned: 'tasked',
  accepted: 'done',
  lapsed: 'done',
};

/** What was refused or suspended has come as far as it had come before. */
const stageOf = ({ state, halted }: TaskRow): Stage =>
  STAGES[state === 'refused' || state === 'suspended' ? (halted ?? state) : state] ?? 'acknowledged';

const least = (stages: readonly Stage[]): Stage | undefined => stages.toSorted((a, b) => RANKS[a] - RANKS[b])[0];

/** A unit that has brought it further down is as far as the last of what it has charged others with, and done only when it is itself. */
const stateOf = (own: readonly TaskRow[], brought: readonly Lower[]): CoverageState => {
  const live = own.filter(({ state }) => state !== 'cancelled');
  const mine = least(live.map(stageOf));
  if (brought.length === 0) return mine ?? (own.length > 0 ? 'cancelled' : 'issued');
  const charged = brought.flatMap(({ held, by }) => tasksUnder(held, by).filter(({ state }) => state !== 'cancelled'));
  const below = least(charged.map(stageOf)) ?? 'issued';
  return below === 'done' && mine !== undefined && mine !== 'done' ? 'acknowledged' : below;
};
