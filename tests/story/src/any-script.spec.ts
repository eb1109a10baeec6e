import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, MemoryViews } from '@edict/adapter-memory';
import {
  directiveView,
  matterView,
  noticeView,
  SCRIPT_VERBS,
  standingUnitView,
  successionView,
  TASK_STATES,
  taskView,
  unitView,
  type ScriptDocument,
  type ScriptLine,
} from '@edict/directives';
import { loadFiles } from '@edict/documents';
import { MACHINE, openRehearsal, type RehearsalFiles } from '@edict/engine';
import { canonical, sha256 } from '@edict/kernel';
import { RUNS, SEED } from '@edict/kernel/testing';
import { ALARM } from '@edict/runtime';
import fc from 'fast-check';

import { example, logOf, memoryPorts, play, type Played, type Stage } from './stage.ts';

/** However slow the machine: what takes longer hangs. */
const LONGEST = Math.max(600_000, RUNS * 1_200);
const UNITS = ['north', 'south', 'east', 'ministry', 'new-north'];
const UNITS_FILE = `units:
  - {id: politburo, kind: unit, level: central, parent: null, names: {en: politburo}}
${UNITS.map((id) => `  - {id: ${id}, kind: unit, level: province, parent: politburo, names: {en: ${id}}}`).join('\n')}
  - {id: provinces, kind: group, level: null, parent: null, names: {en: provinces}, members: [north, south, east]}
  - {id: relevant, kind: placeholder, level: null, parent: null, names: {en: relevant}}
`;
const DIRECTIVE_FILE = `directive:
  id: any-script
  number: 9-KL/TW
  type: conclusion
  issuers: [politburo]
  title: Whatever is done
  language: en
  adoptedOn: 2025-06-16
  classification: open
clauses:
  - {ref: '1', kind: task-bearing, text: What is to be done}
tasks:
  - {ref: '1-1', clause: '1', statement: Each, kind: once, accountable: [provinces], lead: [provinces], each: true,
     leadBasis: stated, urgency: false, due: {on: 2025-06-27, bound: by, firmness: firm}}
  - {ref: '1-2', clause: '1', statement: Together, kind: once, accountable: [north], lead: [north, ministry],
     coordinating: [south, relevant], leadBasis: stated, urgency: false, due: {on: 2025-07-04, bound: by, firmness: expected}}
  - {ref: '1-3', clause: '1', statement: Nobody, kind: once, accountable: [], lead: [], leadBasis: none, urgency: true}
  - {ref: '1-4', clause: '1', statement: Again, kind: periodic, accountable: [ministry], lead: [ministry],
     leadBasis: stated, urgency: false, recurrence: {every: week}, reportsTo: [south]}
  - {ref: '1-5', clause: '1', statement: If need be, kind: conditional, accountable: [south], lead: [south], leadBasis: stated,
     urgency: false, trigger: {task: 1-2, when: overdue}, due: {on: 2025-07-08, bound: by, firmness: firm}}
  - {ref: '1-6', clause: '1', statement: Always, kind: standing, accountable: [east], lead: [east], leadBasis: implied, urgency: false}
  - {ref: '1-7', clause: '1', statement: All of them, kind: once, accountable: [provinces], lead: [provinces], leadBasis: stated,
     urgency: false, after: [1-2], due: {month: 2025-06, bound: within, firmness: firm}}
standingUnits:
  {createdBy: [provinces], each: true, functions: [receive], mandate: {from: issue, until: 2025-07-05, inclusive: true}}
`;
const loaded = loadFiles([
  { name: 'units.yaml', text: UNITS_FILE },
  { name: 'directive.yaml', text: DIRECTIVE_FILE },
  example('policy-vn-party.yaml'),
  example('calendar-vn-2025-2026.yaml'),
]);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
const files = loaded.documents as RehearsalFiles;

const REFS = ['1-1', '1-2', '1-3', '1-4', '1-5', '1-6', '1-7', '1-1-d1', '1-2-d1', '1-2-d2'];
const DAYS = ['2025-06-16', '2025-06-18', '2025-06-20', '2025-06-27', '2025-07-01', '2025-07-04', '2025-07-07'];
const someUnit = fc.constantFrom(...UNITS, 'politburo');
const someDay = fc.constantFrom(...DAYS, '2025-12-31');
/** What nobody should write, and somebody will. */
const nonsense = fc.constantFrom<string | number | boolean>(
  ...['nobody-at-all', 'provinces', 'relevant', '2025-02-30', 'soon', '', '31.12.2025', 'a,b', '=1+1'],
  ...[0, -1, true, false],
);
const said = <T extends string | number | boolean>(sense: fc.Arbitrary<T>) =>
  fc.option(fc.oneof({ weight: 25, arbitrary: sense }, nonsense), {
    nil: undefined,
    freq: 2,
  });

const line: fc.Arbitrary<ScriptLine> = fc
  .record({
    at: fc.tuple(someDay, fc.constantFrom('00:00', '09:00', '12:30', '23:59')).map(([on, time]) => `${on}T${time}`),
    as: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('each', ...UNITS, 'politburo') },
      { weight: 9, arbitrary: fc.constant('each') },
      fc.constant('nobody-at-all'),
    ),
    do: fc.constantFrom<string>(...SCRIPT_VERBS),
    task: fc.option(fc.constantFrom(...REFS, ...REFS.slice(0, 7)), { nil: undefined, freq: 19 }),
    member: fc.option(someUnit, { nil: undefined, freq: 1 }),
    text: fc.option(fc.constantFrom('What was done.', 'Why.', '=cmd'), { nil: undefined, freq: 19 }),
    to: said(fc.oneof(someUnit, someDay)),
    on: said(someDay),
    due: said(someDay),
    from: said(fc.oneof(someUnit, someDay)),
    lead: said(someUnit),
    coordinating: said(someUnit),
    kind: said(fc.constantFrom('obstacle', 'petition', 'merge', 'split', 'dissolve', 'once', 'periodic')),
    matter: said(fc.constantFrom('m1', 'm2')),
    how: said(fc.constantFrom('route', 'guide')),
    outcome: said(fc.constantFrom('consider', 'solve', 'adjust')),
    finding: said(fc.constantFrom('several-leads', 'no-lead', 'common-or-each', 'no-interval')),
  })
  .chain((most) =>
    fc
      .record({
        every: said(fc.constantFrom('week', 'month')),
        each: said(fc.constant(true)),
        child: said(fc.constantFrom('1-1-d1', '1-2-d1', 'south')),
        decision: said(fc.constantFrom('cancel', 'leave')),
        order: said(fc.constantFrom('10-KL/TW')),
        by: said(someUnit),
        exception: said(fc.constant('The law changes.')),
        progress: said(fc.constant('Half of it.')),
        opinion: said(fc.constant(true)),
        succession: said(fc.constantFrom('s1', 's2')),
        ref: said(fc.constantFrom('1-8', '1-9', '1-1')),
        clause: said(fc.constant('1')),
        accountable: said(someUnit),
        source: said(fc.constant('386-BC/BTCTW')),
        with: said(fc.constant('9-KL/TW')),
        occurredAt: fc.option(fc.constant('2025-06-17T09:00'), { nil: undefined, freq: 1 }),
        evidence: said(fc.constant('Receipt 1')),
      })
      .map((rest) => ({ ...most, ...rest }) as unknown as ScriptLine),
  )
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as ScriptLine);

const scripts: fc.Arbitrary<ScriptDocument> = fc.array(line, { minLength: 1, maxLength: 24 });
/** Within the first term, after the first deadlines, after successions, and when all but the last alarms have rung. */
const ends = fc.constantFrom('2025-06-21', '2025-06-28', '2025-07-02', '2025-07-10');

const VIEWS = [taskView, matterView, noticeView, directiveView, standingUnitView, successionView, unitView];
const TABLES = [ALARM.name, ...VIEWS.map(({ table, version }) => `${table}_v${version}`)];

/** All that comes before any script: the files in force, the directive issued, and nothing rung. It is the same each time, so it is done once. */
const worldOf = async () => {
  const ports = memoryPorts();
  const silent = { due: async () => [], defer: async () => undefined };
  await play(files, { ports: { ...ports, timers: silent }, from: '2025-06-16', until: '2025-06-16' });
  return { ...ports, checkpoint: (await ports.anchor.read())! };
};

let world: Awaited<ReturnType<typeof worldOf>>;
beforeAll(async () => {
  world = await worldOf();
});

/** Apart from all others that begin there. */
const begun = async (): Promise<Stage> => {
  const ports = memoryPorts(MemoryEventStore.copyOf(world.store), MemoryViews.copyOf(world.views));
  await ports.anchor.write(world.checkpoint);
  return ports;
};

/** Everything that is read, and everything that is waited for. */
const dump = async ({ views }: Stage): Promise<string> =>
  canonical(await Promise.all(TABLES.map((table) => views.find(table, {}))));

const OVER = ['accepted', 'lapsed', 'cancelled'];

/** Nobody is asked twice and nobody is left out: whoever has a task is one, and what nobody has is pointed at. */
const assertAnswered = async ({ rehearsal, directiveId, summary }: Played): Promise<void> => {
  const findings = JSON.parse((await rehearsal.reader.as(MACHINE).directive(directiveId))!.findings) as readonly {
    ref: string;
  }[];
  const pointedAt = new Set(findings.map(({ ref }) => ref));
  for (const { ref, state, unit } of summary.tasks) {
    expect(TASK_STATES).toContain(state);
    if (state === 'unassigned') expect([ref, pointedAt.has(ref)]).toStrictEqual([ref, true]);
    else if (!OVER.includes(state)) expect(unit).toMatch(/^[a-z-]+$/);
  }
};

type Saying = Readonly<{ exception?: unknown; childrenAfter?: readonly unknown[]; order?: unknown; child?: Saying }>;

/** A reason why a part may end later, the order that moved a day, or that the parts were seen when it was. */
const isWordOn = ({ exception, childrenAfter = [], order, child }: Saying): boolean =>
  Boolean(exception) || childrenAfter.length > 0 || Boolean(order) || (child !== undefined && isWordOn(child));

const assertPartsSaid = async ({ rehearsal, directiveId, log }: Played): Promise<void> => {
  const rows = await rehearsal.reader.as(MACHINE).tasks(directiveId);
  for (const part of rows) {
    const whole = rows.find(({ taskId }) => taskId === part.parent);
    if (!whole?.dueAt || !part.dueAt || part.dueAt <= whole.dueAt) continue;
    const streams = [part, whole].map(({ taskId }) => `task-${taskId}`);
    const said = log.filter(({ stream, data }) => streams.includes(stream) && isWordOn(data as Saying));
    expect([part.ref, said.length > 0]).toStrictEqual([part.ref, true]);
  }
};

const assertAddsUp = ({ summary }: Played): void => {
  const { doneInTime, doneLate, openInTime, openOverdue, fellDue } = summary.statistics;
  const classed = summary.tasks.filter(
    ({ parent, kind, deadlineClass }) => parent === null && kind !== 'until' && deadlineClass !== 'none',
  );
  expect(doneInTime + doneLate + openInTime + openOverdue).toBe(classed.length);
  expect(fellDue).toBe(doneInTime + doneLate + openOverdue);
  for (const { holdings, late, moved, closedMeanwhile, balanced } of summary.successions)
    if (balanced) expect(holdings + late).toBe(moved + closedMeanwhile);
};

/** Twice more over what has happened since those views, so that every event has come three times: the same views, and not an event more. */
const assertTheSameAgain = async ({ rehearsal, log }: Played, ports: Stage, since: MemoryViews): Promise<void> => {
  const [views, digest] = [await dump(ports), sha256(canonical(log))];
  for (let time = 1; time < 3; time++) {
    const again = { ...memoryPorts(ports.store, MemoryViews.copyOf(since)), anchor: ports.anchor };
    const engine = await openRehearsal(again, rehearsal.now());
    await engine.advanceTo(engine.now());
    expect(await dump(again)).toBe(views);
  }
  expect(sha256(canonical(await logOf(ports.store)))).toBe(digest);
};

describe('Whatever a script does, in whatever order', () => {
  it('is the same log, byte for byte, whether what comes before it is done anew or not, and the same views from nothing', async () => {
    const script: ScriptDocument = [
      { at: '2025-06-16T09:00', as: 'each', do: 'acknowledge' },
      { at: '2025-06-20T09:00', as: 'ministry', do: 'merge', from: 'north', to: 'new-north', succession: 's1' },
    ];
    const span = { script, from: '2025-06-16', until: '2025-07-10' };
    const ports = memoryPorts();
    const played = await play(files, { ...span, ports });
    const { log } = await play(files, { ...span, ports: await begun() });
    expect(canonical(log)).toBe(canonical(played.log));
    await assertTheSameAgain(played, ports, new MemoryViews());
  });

  it(
    `it is played or refused, somebody answers for every task, and what is counted adds up (${RUNS} scripts)`,
    async () => {
      let [done, refused] = [0, 0];
      await fc.assert(
        fc.asyncProperty(scripts, ends, async (script, until) => {
          const ports = await begun();
          const played = await play(files, { script, ports, from: '2025-06-16', until });
          for (const { code } of played.refusals) expect(code).toMatch(/^[a-zA-Z]+\/[a-z-]+$/);
          await assertAnswered(played);
          await assertPartsSaid(played);
          assertAddsUp(played);
          await assertTheSameAgain(played, ports, world.views);
          refused += played.refusals.length;
          done += played.log.filter(({ meta }) => String(meta['actor']).startsWith('script')).length;
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(Math.min(done, refused)).toBeGreaterThan(RUNS / 2);
    },
    LONGEST,
  );
});
