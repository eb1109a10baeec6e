import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  answeringOn,
  conservationOf,
  openRehearsal,
  successionSummary,
  summaryOf,
  MACHINE,
  type SuccessionSummary,
} from '@edict/engine';
import { instant, type Command } from '@edict/kernel';
import type { ScriptDocument } from '@edict/directives';
import { byPerson } from '@edict/runtime';

import { CONCLUSION, example, filesOf, logOf, memoryPorts, play, type Played, type Stage, dying } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const merging = files.units.successions!.flatMap(({ from }) => from);
const heirs = new Map(files.units.successions!.flatMap(({ from, to }) => from.map((unit) => [unit, to] as const)));
const figuresOf = ({ holdings, late, moved, closedMeanwhile, open, balanced }: SuccessionSummary) =>
  [holdings, late, moved, closedMeanwhile, open, balanced] as const;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('On 1 July 2025, 63 committees become 34', () => {
  let ports: Stage;
  let played: Played;
  const taskOf = (ref: string, member: string) =>
    played.log.find(
      ({ type, data }) =>
        type === 'TaskAssigned' &&
        (data as unknown as { task: { ref: string; member: string } }).task.ref === ref &&
        (data as unknown as { task: { ref: string; member: string } }).task.member === member,
    )!.stream;
  beforeAll(async () => {
    ports = memoryPorts();
    played = await play(files, { ports });
  });

  it('7 tasks of each of 52 committees move to 23 successors, and none is left behind', () => {
    const { successions, tasks } = played.summary;
    expect([successions.length, new Set(merging).size]).toStrictEqual([23, 52]);
    expect(sum(successions.map(({ moved }) => moved))).toBe(364);
    for (const { holdings, late, moved, closedMeanwhile, balanced } of successions)
      expect([late, closedMeanwhile, balanced, holdings === moved]).toStrictEqual([0, 0, true, true]);
    expect(tasks.filter(({ unit }) => merging.includes(unit!))).toStrictEqual([]);
    expect(tasks.filter(({ unit }) => unit?.endsWith('-2025')).length).toBe(364);
  });

  it('no deadline moves, and what a task waits for stays what it was', () => {
    const dueOf = (event: (typeof played.log)[number]) => (event.data as { assignment?: number }).assignment;
    const transferred = played.log.filter(({ type }) => type === 'TaskTransferred');
    expect(new Set(transferred.map(dueOf))).toStrictEqual(new Set([1]));
    expect(new Set(transferred.map(({ meta }) => meta['recordedAt']))).toStrictEqual(
      new Set(['2025-06-30T17:00:00.000Z']),
    );
    expect(played.log.filter(({ type }) => type === 'TaskLapsed').length).toBe(210);
  });

  it('who answered for each of them on 15 June, and on 15 July, has an answer', async () => {
    for (const { id, unit } of played.summary.tasks.filter((task) => task.unit !== null)) {
      const history = await ports.store.read(`task-${id}`);
      const [june, july] = ['2025-06-15', '2025-07-15'].map((day) => answeringOn(id, history, day));
      expect(june!.accountable.length + june!.lead.length).toBeGreaterThan(0);
      expect(june!.successorOf).toStrictEqual([]);
      const heir = heirs.get(june!.accountable[0]!);
      expect(july!.accountable).toStrictEqual(heir ? [heir] : june!.accountable);
      expect(july!.successorOf).toStrictEqual(heir ? june!.accountable : []);
      expect(heir ? [unit] : [heir]).toStrictEqual([heir]);
    }
  });

  it('before it was assigned, nobody did', async () => {
    const stream = taskOf('5.b3-2', 'ppc-ha-giang');
    expect(answeringOn('t', await ports.store.read(stream), '2025-05-15')).toStrictEqual({
      task: 't',
      on: '2025-05-15',
      accountable: [],
      lead: [],
      coordinating: [],
      successorOf: [],
    });
  });

  it('whoever has the log makes the same list again, with the same hash', async () => {
    for (const { id, holdings } of played.summary.successions) {
      const proof = await conservationOf(ports.store, id);
      expect(proof).toMatchObject({
        manifestAgrees: true,
        balanced: true,
        tally: { holdings, moved: holdings, open: 0 },
      });
      expect(proof.items.every(({ outcome, at }) => outcome === 'moved' && at !== null)).toBe(true);
    }
  });

  it('a proof says so when one thing was left behind', async () => {
    const ended = new Set(played.log.filter(({ type }) => type === 'TaskLapsed').map(({ stream }) => stream));
    const lost = played.log.find(({ type, stream }) => type === 'TaskTransferred' && !ended.has(stream))!;
    const store = {
      async *follow(after: string, signal: AbortSignal) {
        for await (const batch of ports.store.follow(after, signal))
          yield { ...batch, events: batch.events.filter(({ id }) => id !== lost.id) };
      },
    };
    const id = (lost.data as { succession: string }).succession;
    expect(await conservationOf(store as never, id)).toMatchObject({ balanced: false, tally: { open: 1 } });
  });
});

describe('Who has been succeeded', () => {
  const acts = async (...script: ScriptDocument) => play(files, { script, until: '2025-07-31' });

  it('acts no more from the first minute of the day on, and the successor acts in its place', async () => {
    const { refusals, log } = await acts(
      { at: '2025-06-30T23:59', as: 'ppc-ha-giang', do: 'report', task: '5.b3-2', member: 'ppc-ha-giang', text: 'a' },
      { at: '2025-07-01T00:00', as: 'ppc-ha-giang', do: 'report', task: '5.b3-2', member: 'ppc-ha-giang', text: 'b' },
      {
        at: '2025-07-01T00:00',
        as: 'ppc-tuyen-quang-2025',
        do: 'report',
        task: '5.b3-2',
        member: 'ppc-ha-giang',
        text: 'c',
      },
    );
    expect(refusals.map(({ code }) => code)).toStrictEqual(['unit/succeeded']);
    const reports = log
      .filter(({ type }) => type === 'ProgressReported')
      .map(({ data, meta }) => [(data as { report: string }).report, meta['unit']]);
    expect(reports).toStrictEqual([
      ['a', 'ppc-ha-giang'],
      ['c', 'ppc-tuyen-quang-2025'],
    ]);
  });

  it('leaves its standing unit, with its mandate and what is open there, to the successor', async () => {
    const { summary, refusals, log } = await play(files, {
      script: [
        { at: '2025-05-20T09:00', as: 'ppc-ha-giang', do: 'set-up-standing-unit' },
        { at: '2025-05-21T09:00', as: 'ppc-tuyen-quang', do: 'set-up-standing-unit' },
        { at: '2025-06-25T09:00', as: 'ppc-ha-giang', do: 'receive-matter', matter: 'm', text: 'No building.' },
        {
          at: '2025-07-02T09:00',
          as: 'ppc-tuyen-quang-2025',
          do: 'answer-matter',
          matter: 'm',
          text: 'The old school.',
        },
      ],
    });
    expect(refusals).toStrictEqual([]);
    expect(summary.matters).toContainEqual(
      expect.objectContaining({ unit: 'ppc-tuyen-quang-2025', office: 'standingUnit', state: 'answered' }),
    );
    expect(summary.standingUnits.setUp).toStrictEqual(['ppc-tuyen-quang-2025']);
    expect(summary.standingUnits.missing).not.toContain('ppc-ha-giang');
    expect(log.filter(({ type }) => type === 'MandateEnded').length).toBe(1);
    expect(summary.successions.find(({ id }) => id === 'merge-2025-tuyen-quang')).toMatchObject({
      holdings: 17,
      moved: 17,
      balanced: true,
    });
  });
});

describe('What is not known when it is planned', () => {
  const plain = { ...files, units: { ...files.units, successions: [] } };
  const pair = { as: 'central-party-office', from: 'ppc-ha-giang, ppc-tuyen-quang', basis: '202/2025/QH15' };
  const merge = { ...pair, at: '2025-06-20T09:00', do: 'merge', succession: 'm', to: 'ppc-tuyen-quang-2025' };

  it('moves nothing until the successor is named, and then at once', async () => {
    const { to: _, ...unknown } = { ...merge, on: '2025-07-01' };
    const named = { at: '2025-07-10T09:00', as: 'central-party-office', do: 'merge', succession: 'm', to: merge.to };
    const before = await play(plain, { script: [unknown], until: '2025-07-05' });
    expect(before.summary.successions).toMatchObject([{ id: 'm', holdings: 0, moved: 0 }]);
    expect(before.summary.tasks.filter(({ unit }) => unit === 'ppc-ha-giang').length).toBe(7);
    const after = await play(plain, { script: [unknown, named], until: '2025-07-15' });
    expect(after.refusals).toStrictEqual([]);
    expect(after.summary.successions).toMatchObject([{ id: 'm', effectiveOn: '2025-07-01', holdings: 14, moved: 14 }]);
  });

  it('takes effect on the day on which it is fixed, in the place of another', async () => {
    const fixed = {
      at: '2025-06-25T09:00',
      as: 'central-party-office',
      do: 'merge',
      succession: 'm',
      on: '2025-07-08',
    };
    const { log } = await play(plain, { script: [{ ...merge, on: '2025-07-01' }, fixed], until: '2025-07-15' });
    expect(
      log.filter(({ type }) => type === 'SuccessionTookEffect').map(({ meta }) => meta['recordedAt']),
    ).toStrictEqual(['2025-07-07T17:00:00.000Z']);
  });

  it.each([
    ['a unit that nobody knows', { to: 'nobody' }, 'unit/unknown'],
    ['no predecessor', { from: '' }, 'succession/predecessors'],
    ['itself alone', { from: 'ppc-ha-noi', to: 'ppc-ha-noi' }, 'succession/itself'],
    ['a class of units', { from: 'ministry-party-committees' }, 'succession/no-unit'],
    ['a sort that there is not', { kind: 'vanish' }, 'script/unknown-kind'],
  ])('is refused with %s', async (_, changes, code) => {
    const { refusals, summary } = await play(plain, { script: [{ ...merge, ...changes }], until: '2025-07-02' });
    expect([refusals.map((each) => each.code), summary.successions]).toStrictEqual([[code], []]);
  });

  it('in a split waits for a decision on each thing', async () => {
    const split = (to: string) => ({ ...merge, kind: 'split', from: 'ppc-ha-giang', succession: `to-${to}`, to });
    const script = [split('ppc-ha-noi'), split('ppc-tuyen-quang')].map((line) => ({ ...line, on: '2025-07-01' }));
    const { summary, rehearsal, refusals } = await play(plain, { script, until: '2025-07-02' });
    expect(refusals).toStrictEqual([]);
    expect(summary.successions.map(({ holdings, balanced }) => [holdings, balanced])).toStrictEqual([
      [7, false],
      [7, false],
    ]);
    const own = summary.tasks.filter(({ unit }) => unit === 'ppc-ha-giang');
    const actor = { id: 'r', unit: 'central-party-office', capacity: 'secretariat', origin: 'person' } as const;
    for (const [n, { id }] of own.entries()) {
      const to = n < 3 ? 'ppc-ha-noi' : 'ppc-tuyen-quang';
      const data = { holding: `task-${id}`, to, reason: 'It lies there.' };
      await rehearsal.execute({ stream: `succession-to-${to}`, type: 'DecideHolding', data }, byPerson(actor, id));
    }
    await rehearsal.drain();
    const again = { holding: `task-${own[0]!.id}`, to: 'ppc-tuyen-quang', reason: 'It lies there.' };
    const command = { stream: `succession-to-${again.to}`, type: 'DecideHolding', data: again };
    await expect(rehearsal.execute(command, byPerson(actor, 'again'))).rejects.toMatchObject({
      code: 'succession/not-held',
    });
    const after = await rehearsal.reader.as(MACHINE).successions();
    expect(
      after.map(({ holdings, moved, closedMeanwhile, balanced }) => [holdings, moved, closedMeanwhile, balanced]),
    ).toStrictEqual([
      [7, 3, 4, 1],
      [7, 4, 3, 1],
    ]);
  });

  it('in a split does not balance any more when something comes late, until that is decided as well', async () => {
    const split = { ...merge, on: '2025-07-01', kind: 'split', from: 'ppc-tuyen-quang-2025' };
    const parts = ['ppc-ha-giang', 'ppc-tuyen-quang'].map((to) => ({ ...split, succession: `to-${to}`, to }));
    const late = {
      at: '2025-07-02T09:00',
      as: 'politburo',
      do: 'reassign',
      task: '3.b5-2',
      to: split.from,
      text: 'Near.',
    };
    const decided = {
      ...{ at: '2025-07-03T09:00', as: merge.as, do: 'decide', task: '3.b5-2' },
      ...{ succession: 'to-ppc-ha-giang', to: 'ppc-ha-giang', text: 'Nearer.' },
    };
    const said = async (...script: ScriptDocument) => {
      const { summary, refusals, rehearsal } = await play(plain, {
        script: [...parts, ...script],
        until: '2025-07-05',
      });
      expect(refusals).toStrictEqual([]);
      const before = await rehearsal.reader.as(MACHINE).successions(instant('2025-07-01T12:00:00.000Z'));
      return { now: summary.successions.map(figuresOf), before: before.map(successionSummary).map(figuresOf) };
    };
    const nothing = [0, 0, 0, 0, 0, true];
    const waits = [0, 1, 0, 0, 1, false];
    expect(await said(late)).toStrictEqual({ now: [waits, waits], before: [nothing, nothing] });
    const { now } = await said(late, decided);
    expect(now).toStrictEqual([
      [0, 1, 1, 0, 0, true],
      [0, 1, 0, 1, 0, true],
    ]);
  });
});

describe('A succession that is interrupted', () => {
  const night = { from: '2025-06-29', until: '2025-07-01' };
  const told = async (ports: Stage) =>
    (await logOf(ports.store))
      .filter(({ type }) => /Transferred|Succession|Holdings/.test(type))
      .map(({ stream, type, data }) => JSON.stringify([stream, type, data]))
      .toSorted();

  it('comes to the same result, wherever it was killed', async () => {
    const whole = memoryPorts();
    const { directiveId } = await play(files, { ports: whole, ...night });
    const expected = await told(whole);
    const { summary: meant } = { summary: (await play(files, night)).summary };
    for (const at of [0, 1, 22, 23, 45, 46, 150, 300, 400, 409]) {
      const ports = memoryPorts();
      await expect(
        play(files, { ports: { ...ports, store: dying(ports.store, 'SuccessionTookEffect', at) }, ...night }),
      ).rejects.toThrow('killed');
      const again = await openRehearsal(
        { ...memoryPorts(ports.store, ports.views), anchor: ports.anchor },
        '2025-06-30T16:59:59.999Z' as never,
      );
      await again.advanceTo('2025-07-01T16:59:59.999Z' as never);
      expect(await told(ports)).toStrictEqual(expected);
      const summary = await summaryOf(again.reader.as(MACHINE), directiveId);
      expect(summary!.successions).toStrictEqual(meant.successions);
    }
  }, 120_000);
});

describe('A directive whose issuers have been succeeded', () => {
  const heir = 'central-steering-committee';
  const office = 'central-party-office';
  const acts = (at: string): ScriptDocument => [
    {
      ...{ at, as: heir, do: 'enter-task', ref: '1-1', clause: '1', text: 'Take stock.', on: '2025-08-31' },
      ...{ accountable: office, lead: office, source: '386-BC/BTCTW', sourceType: 'report', sourceTitle: 'Results' },
    },
    { at, as: heir, do: 'reclassify', to: 'internal', text: 'Decision 1' },
    { at, as: heir, do: 'assign', task: '5-1', to: office },
    { at, as: heir, do: 'override-deadline', task: '3.b5-2', on: '2025-07-31', order: '1-QD', by: heir, text: 'Anew.' },
  ];
  const merge = (from: string): ScriptDocument[number] => ({
    ...{ at: '2025-05-20T09:00', as: office, do: 'merge', succession: `after-${from}`, from, to: heir },
    ...{ on: '2025-06-01', basis: 'Decision 2' },
  });

  it('is gone on with by whoever follows them, from that day on', async () => {
    const script = [merge('politburo'), merge('secretariat'), ...acts('2025-05-31T09:00'), ...acts('2025-06-02T09:00')];
    const { refusals, summary } = await play(files, { script, until: '2025-06-03' });
    expect(refusals.map(({ do: verb }) => verb)).toStrictEqual(acts('').map(({ do: verb }) => verb));
    const of = (ref: string) => summary.tasks.find((task) => task.ref === ref);
    expect([of('1-1'), of('5-1')]).toMatchObject([
      { unit: office, state: 'assigned', dueAt: '2025-08-31T17:00:00.000Z' },
      { unit: office, state: 'assigned' },
    ]);
    expect(of('3.b5-2')).toMatchObject({ dueAt: '2025-07-31T17:00:00.000Z' });
  });
});

describe('Two successions that are planned in one moment', () => {
  const a = 'government-party-committee';
  const b = 'national-assembly-party-committee';
  const c = 'central-organising-commission';
  const registrar = { id: 'ann', unit: 'central-party-office', capacity: 'secretariat', origin: 'person' } as const;
  const planning = (id: string, from: string, to: string, effectiveOn: string): Command => {
    const data = { from: [from], to, kind: 'merge', effectiveOn, basis: 'Decision 1', zone: 'Asia/Ho_Chi_Minh' };
    return { stream: `succession-${id}`, type: 'PlanSuccession', data };
  };
  const on = (log: Played['log'], type: string) =>
    log.filter((event) => event.type === type).map(({ stream }) => stream);

  it.each<[string, readonly (readonly [id: string, from: string, to: string, day: string])[], readonly string[]]>([
    [
      'two of one day',
      [
        ['s1', a, b, '2025-06-01'],
        ['s2', b, a, '2025-06-01'],
      ],
      ['s2'],
    ],
    [
      'two of one day, the later name first',
      [
        ['s2', b, a, '2025-06-01'],
        ['s1', a, b, '2025-06-01'],
      ],
      ['s2'],
    ],
    [
      'two of two days',
      [
        ['s1', a, b, '2025-06-02'],
        ['s2', b, a, '2025-06-01'],
      ],
      ['s1'],
    ],
    [
      'two of a day that has passed',
      [
        ['s1', a, b, '2025-05-10'],
        ['s2', b, a, '2025-05-10'],
      ],
      ['s2'],
    ],
    [
      'three',
      [
        ['s1', a, b, '2025-06-01'],
        ['s2', b, c, '2025-06-01'],
        ['s3', c, a, '2025-06-01'],
      ],
      ['s3'],
    ],
    [
      'three, the first of them last',
      [
        ['s1', a, b, '2025-06-03'],
        ['s2', b, c, '2025-06-01'],
        ['s3', c, a, '2025-06-02'],
      ],
      ['s1'],
    ],
  ])('and go round: one is called off, and the others take effect: %s', async (_, plans, off) => {
    const ports = memoryPorts();
    const { rehearsal } = await play(files, { ports, until: '2025-05-17' });
    for (const plan of plans) {
      const command = planning(...plan);
      await rehearsal.execute(command, byPerson(registrar, command.stream));
    }
    await rehearsal.drain();
    await rehearsal.advanceTo(instant('2025-06-04T00:00:00.000Z'));
    const log = await logOf(ports.store);
    const streams = (ids: readonly string[]) => ids.map((id) => `succession-${id}`);
    const all = streams(plans.map(([id]) => id)).toSorted();
    expect(on(log, 'SuccessionWithdrawn')).toStrictEqual(streams(off));
    expect([...on(log, 'SuccessionTookEffect'), ...streams(off)].toSorted()).toStrictEqual(all);
    const rows = await rehearsal.reader.as(MACHINE).successions();
    for (const { successionId, balanced, open } of rows.filter(({ successionId: id }) =>
      all.includes(`succession-${id}`),
    ))
      expect([successionId, balanced, open]).toStrictEqual([successionId, 1, 0]);
    const [last] = plans.filter(([id]) => off.includes(id));
    const anew = planning('anew', last![1], 'fatherland-front-party-committee', '2025-06-10');
    await rehearsal.execute(anew, byPerson(registrar, anew.stream));
    await rehearsal.drain();
    await rehearsal.advanceTo(instant('2025-06-11T00:00:00.000Z'));
    expect(on(await logOf(ports.store), 'SuccessionTookEffect')).toContain('succession-anew');
  });
});
