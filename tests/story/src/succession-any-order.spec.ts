import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryViews } from '@edict/adapter-memory';
import {
  membersOn,
  standingUnitOf,
  type Conservation,
  type DirectiveDocument,
  type Registration,
  type SuccessionRow,
  type TaskRow,
  type UnitsDocument,
} from '@edict/directives';
import { loadFiles } from '@edict/documents';
import {
  conservationOf,
  issuing,
  MACHINE,
  openRehearsal,
  publishing,
  registering,
  type Rehearsal,
} from '@edict/engine';
import { endOf, idOf, plusMs, Rejection, startOf, type Actor, type Command, type Instant } from '@edict/kernel';
import { RUNS, SEED } from '@edict/kernel/testing';
import { byPerson, type NewEvent } from '@edict/runtime';
import fc from 'fast-check';

import { CONCLUSION, example, filesOf, logOf, memoryPorts, type Stage } from './stage.ts';

/** However slow the machine: what takes longer hangs. */
const LONGEST = Math.max(600_000, RUNS * 1_200);
const { policy, calendar } = filesOf(example(CONCLUSION));
const { zone } = policy.policy;
const UNITS = ['north', 'south', 'east', 'west', 'new-north', 'new-south'];

const UNITS_FILE = `units:
${['politburo', ...UNITS].map((id) => `  - {id: ${id}, kind: unit, level: province, parent: null, names: {en: ${id}}}`).join('\n')}
  - {id: provinces, kind: group, level: null, parent: null, names: {en: provinces}, members: [north, south, east, west]}
`;
const DIRECTIVE_FILE = `directive:
  id: any-order
  number: 9-KL/TW
  type: conclusion
  issuers: [politburo]
  title: Succession in any order
  language: en
  adoptedOn: 2025-06-16
  classification: open
clauses:
  - {ref: '1', kind: task-bearing, text: What is to be done}
tasks:
  - {ref: '1-1', clause: '1', statement: Each, kind: once, accountable: [provinces], lead: [provinces], each: true,
     leadBasis: stated, urgency: false, due: {on: 2025-12-31, bound: by, firmness: firm}}
  - {ref: '1-2', clause: '1', statement: Together, kind: once, accountable: [north], lead: [north],
     coordinating: [south, east], leadBasis: stated, urgency: false, due: {on: 2025-12-31, bound: by, firmness: firm}}
standingUnits:
  {createdBy: [provinces], each: true, functions: [receive], mandate: {from: issue, until: 2025-10-31, inclusive: true}}
`;

const loaded = loadFiles([
  { name: 'units.yaml', text: UNITS_FILE },
  { name: 'directive.yaml', text: DIRECTIVE_FILE },
]);
const officer = (unit: string, capacity = 'officer'): Actor => ({ id: unit, unit, capacity, origin: 'person' });
const morning = (day: string): Instant => plusMs(startOf(day, zone), 9 * 3_600_000);

type Step = Readonly<{ day: string; by: Actor; command: Command }>;
type World = Readonly<{
  store: Stage['store'];
  views: Stage['views'];
  /** How many events it begins with. */
  length: number;
  checkpoint: string;
  tasks: readonly TaskRow[];
  directiveId: string;
}>;

const worldOf = async (): Promise<World> => {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  const { directive, units } = loaded.documents as { directive: DirectiveDocument; units: UnitsDocument };
  const ports = memoryPorts();
  const rehearsal = await openRehearsal(ports, morning('2025-06-16'));
  const secretariat = officer('politburo', 'secretariat');
  const issue = issuing({
    ...{ document: directive, policy, calendarId: calendar.calendar.id },
    ...{ issuedOn: '2025-06-16', registration: ['any-order'] },
  });
  for (const command of [publishing(policy), publishing(calendar), ...registering(units), issue])
    await rehearsal.execute(command, byPerson(secretariat, command.stream));
  await rehearsal.drain();
  const directiveId = idOf(issue.stream);
  const tasks = await rehearsal.reader.as(MACHINE).tasks(directiveId);
  const checkpoint = (await ports.anchor.read())!;
  const { store, views } = ports;
  return { store, views, length: (await logOf(store)).length, checkpoint, tasks, directiveId };
};

let world: World;
beforeAll(async () => {
  world = await worldOf();
});

const DAYS = ['2025-06-29', '2025-06-30', '2025-07-01', '2025-07-02', '2025-07-03'];
const days = fc.constantFrom(...DAYS);
const someUnit = fc.constantFrom(...UNITS);
const someSuccession = fc.constantFrom('succession-s1', 'succession-s2', 'succession-s3', 'succession-s4');
const registrar = officer('politburo', 'secretariat');

const plans: fc.Arbitrary<readonly Step[]> = fc
  .record({
    ...{ stream: someSuccession, day: days, on: fc.option(days, { freq: 5 }) },
    ...{ from: fc.uniqueArray(someUnit, { minLength: 1, maxLength: 3 }), to: fc.option(someUnit, { freq: 5 }) },
    dissolves: fc.boolean(),
  })
  .map(({ stream, day, on, from, to, dissolves }) => {
    const kind = to === null && dissolves ? 'dissolve' : 'merge';
    const data = { from, to, kind, effectiveOn: on, basis: 'R', zone };
    return [{ day, by: registrar, command: { stream, type: 'PlanSuccession', data } }];
  });

const completions: fc.Arbitrary<readonly Step[]> = fc
  .record({ stream: someSuccession, day: days, to: someUnit, on: days })
  .map(({ stream, day, to, on }) => [
    { day, by: registrar, command: { stream, type: 'NameSuccessor', data: { to, basis: 'R' } } },
    { day, by: registrar, command: { stream, type: 'FixEffectiveDay', data: { on, basis: 'R' } } },
  ]);

const TYPES = ['AcknowledgeTask', 'ReportProgress', 'SubmitTask', 'AcceptTask', 'SetUpStandingUnit'] as const;
type Act = Readonly<{ day: string; by: string; task: number; type: (typeof TYPES)[number] }>;

const acts: fc.Arbitrary<readonly Act[]> = fc
  .record({ day: days, by: someUnit, task: fc.nat({ max: 4 }), type: fc.constantFrom(...TYPES) })
  .map((act) => [act]);

const stepOf = (step: Step | Act): Step => {
  if ('command' in step) return step;
  const { day, by, task, type } = step;
  const { taskId } = world.tasks[task]!;
  if (type === 'SetUpStandingUnit') {
    const { stream } = standingUnitOf(world.directiveId, by);
    return { day, by: officer(by), command: { stream, type, data: { directiveId: world.directiveId, committee: by } } };
  }
  const data = type === 'AcceptTask' ? { submission: 1 } : { assignment: 1, report: 'What was done.' };
  const { report: _, ...bare } = data as { report?: string };
  const who = type === 'AcceptTask' ? officer('politburo') : officer(by);
  return { day, by: who, command: { stream: `task-${taskId}`, type, data: type === 'AcknowledgeTask' ? bare : data } };
};

const scripts = fc
  .array(fc.oneof({ weight: 3, arbitrary: plans }, completions, { weight: 2, arbitrary: acts }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((steps: readonly (readonly (Step | Act)[])[]) =>
    steps.flat().toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))),
  );

class Killed extends Error {}

/** Dies instead of an append, each time that as many as it is told have been made since it was opened. */
const mortal = (store: Stage['store'], lives: readonly number[]) => {
  let [life, left] = [0, lives[0] ?? Infinity];
  return {
    read: store.read.bind(store),
    follow: store.follow.bind(store),
    head: store.head.bind(store),
    close: store.close.bind(store),
    append: async (stream: string, after: number, events: readonly NewEvent[]) => {
      if (left-- > 0) return store.append(stream, after, events);
      left = lives[++life] ?? Infinity;
      throw new Killed(stream);
    },
  } as unknown as Stage['store'];
};

const END = endOf('2025-07-10', zone);

/** Plays the script on the world, however often it is killed, up to ten days into July. */
const played = async (script: readonly (Step | Act)[], lives: readonly number[]) => {
  const ports = memoryPorts(MemoryEventStore.copyOf(world.store), MemoryViews.copyOf(world.views));
  await ports.anchor.write(world.checkpoint);
  const store = mortal(ports.store, lives);
  let time = morning('2025-06-16');
  const open = () => openRehearsal({ ...memoryPorts(store, ports.views), anchor: ports.anchor }, time);
  let rehearsal: Rehearsal | undefined;
  let deaths = 0;
  const attempt = async (work: (engine: Rehearsal) => Promise<unknown>): Promise<boolean> => {
    try {
      await work((rehearsal ??= await open()));
      return true;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      deaths++;
      time = rehearsal?.now() ?? time;
      rehearsal = undefined;
      return false;
    }
  };
  const survive = async (work: (engine: Rehearsal) => Promise<unknown>): Promise<void> => {
    while (!(await attempt(work)));
  };
  for (const [n, step] of script.entries()) {
    const { day, by, command } = stepOf(step);
    await survive(async (engine) => {
      await engine.advanceTo(morning(day));
      await engine.execute(command, byPerson(by, String(n))).catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error;
      });
      await engine.drain();
    });
  }
  await survive((engine) => engine.advanceTo(END));
  await survive((engine) => engine.drain());
  return { store: ports.store, reading: rehearsal!.reader.as(MACHINE), deaths };
};

type Result = Awaited<ReturnType<typeof played>>;

/** Who has what in the end. In which order two successions of one day were noticed is not the point. */
const outcomeOf = async ({ reading }: Result) => {
  const rows = await reading.tasks(world.directiveId);
  const { setUp } = await reading.standingUnits(world.directiveId);
  return {
    tasks: rows.map(({ taskId, state, unit, accountable, lead, coordinating, dueAt }) => [
      ...[taskId, state, unit, accountable, lead, dueAt],
      (JSON.parse(coordinating) as string[]).toSorted(),
    ]),
    standingUnits: setUp.map(({ committee, state }) => `${committee} ${state}`).toSorted(),
    members: (await reading.units()).map(({ unitId, membership }) =>
      [...DAYS, '2025-07-10'].map((day) => [
        unitId,
        membersOn({ membership: JSON.parse(membership) as Registration['membership'] }, day).toSorted(),
      ]),
    ),
  };
};

/** What every proof must say, recomputed from the log, and that the list of successions says the same. */
const assertProven = async ({ store }: Result, row: SuccessionRow): Promise<Conservation> => {
  const proof = await conservationOf(store, row.successionId);
  const { items, tally, manifestAgrees, cut } = proof;
  expect(tally.holdings + tally.late).toBe(tally.moved + tally.closedMeanwhile + tally.open);
  expect(new Set(items.map(({ holding }) => holding)).size).toBe(items.length);
  if (cut === null) return proof;
  expect(manifestAgrees).toBe(true);
  const { open, ...counts } = tally;
  expect(row).toMatchObject({
    ...counts,
    open,
    state: open === 0 ? 'complete' : 'inEffect',
    balanced: Number(open === 0),
  });
  return proof;
};

/** Nothing that is open lies with somebody who has ended, unless the proof says that it waits there for a decision. */
const assertConserved = async (result: Result): Promise<void> => {
  const rows = await result.reading.successions();
  const proofs = await Promise.all(rows.map((row) => assertProven(result, row)));
  const inEffect = proofs.filter(({ cut }) => cut !== null);
  const ended = new Set(inEffect.flatMap(({ from, to }) => from.filter((unit) => unit !== to)));
  const waiting = new Set(
    inEffect.flatMap(({ items }) => items.filter(({ outcome }) => outcome === 'open').map(({ holding }) => holding)),
  );
  const tasks = (await result.reading.tasks(world.directiveId)).filter(({ state }) => state !== 'accepted');
  const lost = tasks.filter(({ taskId, unit }) => ended.has(unit ?? '') && !waiting.has(`task-${taskId}`));
  expect(lost).toStrictEqual([]);
};

type Lives = readonly number[];

/** Conserved with and without deaths, and the same in the end. Gives how often it died, and how many successions were completed. */
const assertTheSame = async (script: readonly (Step | Act)[], lives: Lives): Promise<readonly [number, number]> => {
  const whole = await played(script, []);
  await assertConserved(whole);
  const resumed = await played(script, lives);
  await assertConserved(resumed);
  expect(await outcomeOf(resumed)).toStrictEqual(await outcomeOf(whole));
  const completed = (await whole.reading.successions()).filter(({ state }) => state === 'complete');
  return [resumed.deaths, completed.length];
};

const plan = (
  day: string,
  id: string,
  data: Readonly<{ from: readonly string[]; to: string | null; effectiveOn: string | null }>,
) => {
  const command = {
    stream: `succession-${id}`,
    type: 'PlanSuccession',
    data: { ...data, kind: 'merge', basis: 'R', zone },
  };
  return { day, by: registrar, command };
};
const complete = (day: string, id: string, to: string, on: string): readonly Step[] => [
  { day, by: registrar, command: { stream: `succession-${id}`, type: 'NameSuccessor', data: { to, basis: 'R' } } },
  { day, by: registrar, command: { stream: `succession-${id}`, type: 'FixEffectiveDay', data: { on, basis: 'R' } } },
];

describe('Successions in any order', () => {
  it(
    `lose nothing and double nothing, and come to the same however often they are killed (${RUNS} scripts)`,
    async () => {
      let [deaths, effects] = [0, 0];
      await fc.assert(
        fc.asyncProperty(scripts, fc.array(fc.nat({ max: 25 }), { maxLength: 4 }), async (script, lives) => {
          const [died, completed] = await assertTheSame(script, lives);
          deaths += died;
          effects += completed;
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(Math.min(deaths, effects)).toBeGreaterThan(RUNS / 2);
    },
    LONGEST,
  );

  it('come to the same between whichever two appends they are killed, once or twice', async () => {
    const [eve, day] = ['2025-06-29', '2025-07-01'];
    const script: readonly Step[] = [
      plan(eve, 's1', { from: ['north', 'south'], to: 'new-north', effectiveOn: day }),
      plan(eve, 's2', { from: ['new-north', 'east'], to: 'new-south', effectiveOn: '2025-07-02' }),
      plan(eve, 's3', { from: ['west'], to: null, effectiveOn: null }),
      ...complete('2025-07-03', 's3', 'new-south', day),
    ];
    const whole = await played(script, []);
    await assertConserved(whole);
    const outcome = await outcomeOf(whole);
    const appends = (await logOf(whole.store)).length - world.length;
    for (let at = 0; at < appends; at++)
      for (const lives of [[at], [at, at % 3]]) {
        const resumed = await played(script, lives);
        await assertConserved(resumed);
        expect([lives, await outcomeOf(resumed)]).toStrictEqual([lives, outcome]);
      }
    expect(appends).toBeGreaterThan(30);
  }, 120_000);

  it('come to the same also where a day is fixed anew in the past, with two deaths close together', async () => {
    const [eve, later] = ['2025-06-29', '2025-07-03'];
    const script: readonly Step[] = [
      plan(eve, 's2', { from: ['north'], to: 'new-north', effectiveOn: null }),
      plan(eve, 's1', { from: ['new-north', 'west'], to: null, effectiveOn: eve }),
      plan(eve, 's4', { from: ['north'], to: null, effectiveOn: null }),
      plan(eve, 's3', { from: ['north'], to: null, effectiveOn: null }),
      ...complete(eve, 's1', 'north', eve),
      ...complete(later, 's1', 'east', '2025-07-02'),
    ];
    await assertTheSame(script, [23, 1]);
  });

  it('come to the same also where a part of a task has gone over before the rest of it arrives', async () => {
    const day = '2025-07-03';
    const [out, into] = [
      plan(day, 's1', { from: ['east'], to: 'south', effectiveOn: '2025-06-29' }),
      plan(day, 's4', { from: ['north'], to: 'east', effectiveOn: '2025-06-29' }),
    ];
    const [one, other] = [await played([out, into], []), await played([into, out], [])];
    await assertConserved(one);
    const together = async (result: Result) => (await outcomeOf(result)).tasks.map((task) => task.at(4));
    expect(await together(one)).toStrictEqual(await together(other));
    expect(JSON.stringify(await together(one))).not.toMatch(/north|east/);
  });

  it('come to the same also where what has gone over is brought again, by way of units that ended on the same day', async () => {
    const eve = '2025-06-29';
    const script: readonly Step[] = [
      plan(eve, 's3', { from: ['north'], to: 'new-south', effectiveOn: '2025-07-03' }),
      plan(eve, 's2', { from: ['west'], to: 'north', effectiveOn: eve }),
      plan(eve, 's1', { from: ['south'], to: 'new-north', effectiveOn: '2025-07-02' }),
      plan(eve, 's4', { from: ['east', 'new-south'], to: 'south', effectiveOn: '2025-07-02' }),
    ];
    await assertTheSame(script, [13, 19, 1]);
    const { tasks } = await outcomeOf(await played(script, []));
    expect(new Set(tasks.map(([, , unit]) => unit))).toStrictEqual(new Set(['new-north']));
  });

  it('are refused where they would go round, also by way of others', async () => {
    const eve = '2025-06-29';
    const script: readonly Step[] = [
      plan(eve, 's3', { from: ['north'], to: 'new-south', effectiveOn: '2025-07-03' }),
      plan(eve, 's1', { from: ['south'], to: 'north', effectiveOn: '2025-07-02' }),
      plan(eve, 's4', { from: ['east', 'new-south'], to: 'south', effectiveOn: '2025-07-02' }),
    ];
    await assertTheSame(script, [13, 19, 1]);
    const planned = await (await played(script, [])).reading.successions();
    expect(planned.map(({ successionId }) => successionId)).toStrictEqual(['s1', 's3']);
  });
});
