import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  chainOf,
  MACHINE,
  rehearse,
  summaryOf,
  type Chain,
  type Downward,
  type Reading,
  type Rehearsed,
  type Summary,
  type Upward,
} from '@edict/engine';
import type { Recorded } from '@edict/runtime';

import { AGREEMENT, CONCLUSION, example, filesOf, logOf, memoryPorts } from './stage.ts';

const PLAN = 'plan-thai-nguyen-155.yaml';
const SCRIPT = 'script-cascade.yaml';
const files = filesOf(
  example(CONCLUSION),
  ...[PLAN, AGREEMENT, 'units-thai-nguyen.yaml', SCRIPT].map((name) => example(name)),
);
const SPAN = { from: '2025-04-21', until: '2025-12-31' };
const MERGED = 'ppc-thai-nguyen-2025';

let played: Rehearsed;
let reading: Reading;
let log: readonly Recorded[];
let [conclusion, plan, agreement]: Summary[] = [];
beforeAll(async () => {
  const ports = memoryPorts();
  played = await rehearse(ports, files, SPAN);
  reading = played.rehearsal.reader.as(MACHINE);
  log = await logOf(ports.store);
  [conclusion, plan, agreement] = await Promise.all(
    played.directiveIds.map(async (id) => (await summaryOf(reading, id))!),
  );
}, 120_000);

const taskOf = (summary: Summary, ref: string, member?: string) =>
  summary.tasks.find((task) => task.ref === ref && (member === undefined || task.accountable.includes(member)))!;
const cellsOf = ({ coverage }: Summary, clause: string, steps: number) =>
  coverage.filter((each) => each.clause === clause && each.steps === steps);
const dayOf = (id: string) =>
  log.find(({ stream, type }) => type === 'DirectiveIssued' && stream === `directive-${id}`)!.meta['recordedAt'];

describe('Three directives in one rehearsal', () => {
  it('are issued each on its own day; the agreement, which names none, on the first', () =>
    expect(played.directiveIds.map(dayOf)).toStrictEqual([
      '2025-05-15T17:00:00.000Z',
      '2025-05-22T17:00:00.000Z',
      '2025-04-20T17:00:00.000Z',
    ]));

  it('are played by one script, of which nothing is refused', () => expect(played.refusals).toStrictEqual([]));

  it('cannot be issued after the last day', async () => {
    await expect(rehearse(memoryPorts(), files, { ...SPAN, until: '2025-05-22' })).rejects.toMatchObject({
      code: 'script/after-end',
      message: 'plan-thai-nguyen-155 is issued on 2025-05-23 only.',
    });
  });
});

describe('The story of the plan:', () => {
  it('time is asked for and granted, and the task is done in the time in force', () =>
    expect(taskOf(plan!, '1.b1-1')).toMatchObject({
      state: 'accepted',
      deadlineClass: 'doneInTime',
      dates: [{ how: 'extended', from: '2025-06-25T17:00:00.000Z', to: '2025-07-11T17:00:00.000Z' }],
      milestones: [{ state: 'met' }],
    }));

  it('a part of it is passed on and comes back before the whole', () => {
    expect(taskOf(plan!, '1.b1-1').children).toMatchObject([{ unit: 'thai-nguyen-home-affairs', ended: 'accepted' }]);
    expect(taskOf(plan!, '1.b1-1-d1')).toMatchObject({ state: 'accepted', parent: taskOf(plan!, '1.b1-1').id });
  });

  it('a task is refused as not theirs, given to the school, and the passing stays readable', () =>
    expect(taskOf(plan!, '4-1')).toMatchObject({
      unit: 'school-for-cadres',
      state: 'accepted',
      passed: [{ act: 'refused' }, { act: 'reassigned', unit: 'school-for-cadres' }],
    }));

  it('what starts on an event starts when somebody says that it has come about, and what nobody says does not', () => {
    expect(taskOf(plan!, '4-2')).toMatchObject({ state: 'accepted', dueAt: '2025-09-30T17:00:00.000Z' });
    expect(taskOf(plan!, '1.b2-2')).toMatchObject({ state: 'assigned', deadlineClass: 'none' });
  });

  it('one of three communes is late, and that goes up to the province', () => {
    const handedOver = plan!.tasks.filter(({ ref }) => ref === '1.b2-1');
    expect(handedOver.map(({ unit, deadlineClass }) => [unit, deadlineClass])).toStrictEqual([
      ['commune-one', 'doneInTime'],
      ['commune-two', 'doneInTime'],
      ['commune-three', 'overdue'],
    ]);
    expect(plan!.matters.filter(({ state }) => state === 'received')).toMatchObject([{ task: '1.b2-1', unit: MERGED }]);
  });

  it('the monthly report is given in time, once late, and missed from then on', () =>
    expect(plan!.occurrences.map(({ from, state }) => [from.slice(0, 7), state])).toStrictEqual([
      ['2025-05', 'reported'],
      ['2025-06', 'reported'],
      ['2025-07', 'late'],
      ['2025-08', 'missed'],
      ['2025-09', 'missed'],
      ['2025-10', 'missed'],
      ['2025-11', 'overdue'],
      ['2025-12', 'open'],
    ]));
});

describe('The story of the Conclusion and of the agreement:', () => {
  it('an obstacle is brought to the desk of the province, and answered', () =>
    expect(conclusion!.matters.filter(({ state }) => state === 'answered')).toMatchObject([
      { kind: 'obstacle', office: 'standingUnit', handedOverFrom: null },
    ]));

  it('more time is refused, and the decrees come late', () =>
    expect(taskOf(conclusion!, '3.b5-2')).toMatchObject({
      state: 'accepted',
      deadlineClass: 'doneLate',
      extensions: 0,
      dates: [],
    }));

  it('the standing unit of Bac Kan goes over to the merged province, which answers for what Bac Kan owed', () =>
    expect(
      conclusion!.tasks.filter(({ ref, accountable }) => ref === '5.b1-1' && accountable.includes(MERGED)),
    ).toMatchObject([{ unit: MERGED, state: 'accepted' }]));

  it('the merger loses nothing and doubles nothing', () =>
    expect(conclusion!.successions.filter(({ balanced }) => !balanced)).toStrictEqual([]));

  it('a date after the merger stays, and who follows keeps it', () =>
    expect(taskOf(agreement!, '2-3')).toMatchObject({
      unit: 'thai-nguyen-2025-peoples-committee-party-committee',
      state: 'accepted',
      deadlineClass: 'doneInTime',
      dates: [],
    }));
});

describe('What has come down of the Conclusion', () => {
  it('is what the plan names of it, and what was said later', () => {
    const brought = conclusion!.coverage.filter(({ documents }) => documents.length > 0);
    expect(brought.map(({ clause, unit, documents }) => [clause, unit, ...documents])).toStrictEqual(
      ['2.6', '5.b1', '5.p2', '5.b2', '5.b3'].map((clause) => [clause, MERGED, 'plan-thai-nguyen-155']),
    );
  });

  it('is as far as the last unit that was charged with it', () => {
    expect(cellsOf(conclusion!, '2.6', 1).map(({ unit, level, state }) => [unit, level, state])).toStrictEqual([
      ['commune-one', 'commune', 'done'],
      ['commune-three', 'commune', 'acknowledged'],
      ['commune-two', 'commune', 'done'],
      ['thai-nguyen-2025-peoples-committee-party-committee', 'province', 'done'],
      ['thai-nguyen-home-affairs', 'province', 'done'],
      ['thai-nguyen-inspection-committee', 'province', 'tasked'],
    ]);
    expect(cellsOf(conclusion!, '2.6', 0)).toMatchObject([
      { unit: 'party-committees-organisations-and-functional-bodies', state: 'tasked', through: null },
      { unit: MERGED, name: 'Thai Nguyen Provincial Party Committee', state: 'tasked', total: 0 },
    ]);
  });

  it('is done at a unit only when it is done itself', () =>
    expect(cellsOf(conclusion!, '5.b3', 0).find(({ unit }) => unit === MERGED)).toMatchObject({
      state: 'acknowledged',
      states: { assigned: 2 },
    }));

  it('and what has not, is a list with names', () =>
    expect(conclusion!.notComeDown.map(({ clause, name, state }) => [clause, name, state])).toStrictEqual([
      ['3.b1', 'Localities, agencies and units', 'notYetIssued'],
      ['5', null, 'issued'],
      ['6.b2', 'Party committees of all levels', 'notYetIssued'],
      ['7', 'Party inspection committees of all levels', 'notYetIssued'],
      ['7', 'State inspectorates of all levels', 'notYetIssued'],
    ]));

  it('was less, as long as less was known', async () => {
    const then = (await summaryOf(reading, played.directiveId, '2025-05-26T03:00:00.000Z' as never))!;
    const brought = then.coverage.filter(({ documents }) => documents.length > 0).map(({ clause }) => clause);
    expect(brought).toStrictEqual(['2.6', '5.b1', '5.p2', '5.b2']);
    const before = (await summaryOf(reading, played.directiveId, '2025-05-20T00:00:00.000Z' as never))!;
    expect(before.coverage.filter(({ steps, state }) => steps > 0 && state !== 'notYetIssued')).toStrictEqual([]);
  });
});

describe('The chain of a task', () => {
  const above = ({ directive, clause, up }: Upward): readonly string[] => [
    `${directive} ${clause}`,
    ...up.flatMap(above),
  ];
  const below = ({ task, down }: Downward): readonly string[] => [
    `${task.ref} ${task.unit} ${task.state}`,
    ...down.flatMap((each) => below(each).map((line) => `  ${line}`)),
  ];
  const chain = async (id: string): Promise<Chain> => (await chainOf(reading, id))!;

  it('reads upward to the clause of the Politburo', async () => {
    const { up } = await chain(taskOf(plan!, '1.b1-1-d1').id);
    expect(above(up)).toStrictEqual(['plan-thai-nguyen-155 1.b1', '155-KL/TW 2.6']);
    expect(up.tasks).toMatchObject([{ ref: '1.b1-1', state: 'accepted' }]);
    expect(up.up[0]).toMatchObject({
      issuers: ['politburo', 'secretariat'],
      tasks: [{ ref: '2.6-1' }, { ref: '2.6-2' }],
    });
  });

  it('and downward to the last unit', async () => {
    const { down } = await chain(taskOf(conclusion!, '2.6-1').id);
    expect(below(down)).toStrictEqual([
      '2.6-1 party-committees-organisations-and-functional-bodies assigned',
      '  1.b1-1 thai-nguyen-2025-peoples-committee-party-committee accepted',
      '    1.b1-1-d1 thai-nguyen-home-affairs accepted',
      '  1.b2-1 commune-one accepted',
      '  1.b2-1 commune-two accepted',
      '  1.b2-1 commune-three acknowledged',
      '  1.b2-2 thai-nguyen-inspection-committee assigned',
    ]);
  });

  it('leads from the task of a unit to what that unit has made of it, and to nobody else’s', async () => {
    const ofMerged = conclusion!.tasks.find(({ ref, unit }) => ref === '5.b3-2' && unit === MERGED)!;
    expect(below((await chain(ofMerged.id)).down)).toStrictEqual([
      `5.b3-2 ${MERGED} assigned`,
      '  4-1 school-for-cadres accepted',
      '  4-2 school-for-cadres accepted',
    ]);
    const another = conclusion!.tasks.find(({ ref, unit }) => ref === '5.b3-2' && unit === 'ppc-ha-noi')!;
    expect(below((await chain(another.id)).down)).toHaveLength(1);
  });

  it('is not there for what is no task', async () => expect(await chainOf(reading, 'nothing')).toBeUndefined());
});
