import { describe, expect, it } from '@jest/globals';
import type { Finding, ScriptDocument } from '@edict/directives';
import { MACHINE, rehearse, summaryOf } from '@edict/engine';

import { CONCLUSION, example, filesOf, logOf, memoryPorts } from './stage.ts';

const further = {
  name: 'further.yaml',
  text: `directive:
  {id: conclusion-160, number: 160-KL/TW, type: conclusion, issuers: [politburo], title: What follows (written for this spec), language: vi,
   adoptedOn: 2025-06-02, signedOn: null, issuedOn: null, effective: {from: null, until: null}, horizon: {from: null, until: null},
   classification: open, urgency: none, links: []}
clauses:
  - {ref: '1', kind: task-bearing, text: Issue the decrees.}
tasks:
  - {ref: '1-1', clause: '1', statement: Issue the decrees., kind: once, accountable: [government-party-committee], lead: [government-party-committee],
     leadBasis: stated, urgency: false, due: {'on': 2025-07-31, bound: by, firmness: firm}}
`,
};
const files = filesOf(example(CONCLUSION), further);
const finance = 'ministry-of-finance-party-committee';

const played = async (script: ScriptDocument) => {
  const ports = memoryPorts();
  const { rehearsal, directiveIds, refusals } = await rehearse(
    ports,
    { ...files, script },
    { from: '2025-05-16', until: '2025-06-10' },
  );
  const reading = rehearsal.reader.as(MACHINE);
  const summary = (await summaryOf(reading, directiveIds[0]!))!;
  const row = (await reading.directive(directiveIds[0]!))!;
  const log = await logOf(ports.store);
  const tasks = (ref: string) => summary.tasks.filter((task) => task.ref === ref);
  return { tasks, summary, row, log, refusals, further: directiveIds[1]! };
};
const amend = { at: '2025-06-03T09:00', as: 'politburo', do: 'amend', with: '160-KL/TW', text: 'The law is late.' };

describe('A further document', () => {
  it('says what becomes of each open task, and each one keeps what was said', async () => {
    const {
      tasks,
      summary,
      row,
      log,
      refusals,
      further: id,
    } = await played([
      { at: '2025-05-20T09:00', as: 'government-party-committee', do: 'delegate', task: '3.b1-1', to: finance },
      {
        ...amend,
        change: '5.b3-1=2025-06-30',
        replace: '3.b5-2=1-1',
        cancel: '3.b1-1, 5.b1-1@ppc-ha-noi',
        others: 'keep',
      },
    ]);
    expect(refusals).toStrictEqual([]);
    expect(tasks('5.b3-1')).toMatchObject([
      {
        dueAt: '2025-06-30T17:00:00.000Z',
        dates: [{ how: 'amended', from: '2025-05-31T17:00:00.000Z', order: { number: '160-KL/TW', on: '2025-06-02' } }],
      },
    ]);
    expect(tasks('3.b5-2')).toMatchObject([{ state: 'cancelled' }]);
    expect([...tasks('3.b1-1'), ...tasks('3.b1-1-d1')].map(({ state }) => state)).toStrictEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(tasks('5.b1-1').filter(({ state }) => state === 'cancelled')).toMatchObject([{ unit: 'ppc-ha-noi' }]);
    const applied = log.filter(({ type }) => type === 'DirectiveChangeApplied');
    expect(Map.groupBy(applied, ({ data }) => (data as { effect: string }).effect).get('continues')?.length).toBe(
      summary.tasks.length - 6,
    );
    expect(applied.find(({ stream }) => stream === `task-${tasks('3.b5-2')[0]!.id}`)!.data).toMatchObject({
      replacedBy: { directiveId: id, ref: '1-1' },
    });
    expect([row.force, JSON.parse(row.changes)]).toMatchObject(['inForce', [{ how: 'amends', directiveId: id }]]);
  });

  it('changes nothing where it passes over an open task', async () => {
    const { log, refusals } = await played([{ ...amend, cancel: '3.b5-2' }]);
    expect(refusals).toMatchObject([{ do: 'amend', code: 'directive/effect-missing' }]);
    expect(log.filter(({ type }) => /DirectiveChange/.test(type))).toStrictEqual([]);
  });

  it('is known, and is of who may; in half it says nothing', async () => {
    const { refusals } = await played([
      { ...amend, at: '2025-05-20T09:00', others: 'keep' },
      { ...amend, as: finance, others: 'keep' },
      { ...amend, change: '5.b3-1=2025-06-01', others: 'keep' },
      { ...amend, replace: '3.b5-2=7-7', others: 'keep' },
      { ...amend, keep: '9-9', others: 'keep' },
      { ...amend, others: 'forget' },
    ]);
    expect(refusals.map(({ code }) => code)).toStrictEqual([
      'script/no-such-directive',
      'directive/not-the-issuer',
      'directive/effect-not-whole',
      'directive/effect-not-whole',
      'directive/no-such-task',
      'script/unknown-kind',
    ]);
  });

  it.each([
    ['supersede', 'superseded', 'keep', 'assigned'],
    ['revoke', 'revoked', 'cancel', 'cancelled'],
    ['reaffirm', 'inForce', 'keep', 'assigned'],
  ] as const)('can %s it', async (verb, force, others, state) => {
    const { row, tasks, refusals } = await played([{ ...amend, do: verb, others }]);
    expect(refusals).toStrictEqual([]);
    expect(row.force).toBe(force);
    expect(tasks('5.b3-1')).toMatchObject([{ state }]);
  });
});

describe('A further document that states in its own text what becomes of open tasks', () => {
  const link = (effects: string) =>
    `links: [{rel: amends, number: 155-KL/TW, type: conclusion, issuers: [politburo, secretariat], date: 2025-05-16, title: Apparatus, ${effects}}]`;
  const issue = async (effects: string) => {
    const stated = { ...further, text: further.text.replace('links: []', link(effects)) };
    const ports = memoryPorts();
    const span = { from: '2025-05-16', until: '2025-06-10' };
    const { rehearsal, directiveIds } = await rehearse(ports, filesOf(example(CONCLUSION), stated), span);
    const reading = rehearsal.reader.as(MACHINE);
    const { tasks } = (await summaryOf(reading, directiveIds[0]!))!;
    const row = (await reading.directive(directiveIds[0]!))!;
    const findings = JSON.parse((await reading.directive(directiveIds[1]!))!.findings) as readonly Finding[];
    return { tasks, row, findings, log: await logOf(ports.store) };
  };

  it('changes them on the day of its issue, by nobody else’s doing', async () => {
    const effects =
      "effects: [{ref: 3.b5-2, effect: replace, by: '1-1'}, {ref: 5.b3-1, effect: change, toOn: 2025-06-30}]";
    const { tasks, row, log } = await issue(`${effects}, others: keep`);
    const of = (ref: string) => tasks.filter((task) => task.ref === ref);
    expect(of('3.b5-2')).toMatchObject([{ state: 'cancelled' }]);
    expect(of('5.b3-1')).toMatchObject([{ dueAt: '2025-06-30T17:00:00.000Z', dates: [{ how: 'amended' }] }]);
    expect(JSON.parse(row.changes)).toMatchObject([{ how: 'amends', by: { number: '160-KL/TW' } }]);
    const changed = log.find(({ type }) => type === 'DirectiveChanged')!;
    expect(changed.meta).toMatchObject({ recordedAt: '2025-06-01T17:00:00.000Z', origin: 'saga' });
  });

  it('changes nothing where it passes an open task over, and the refusal says which', async () => {
    const { row, log, findings } = await issue('effects: [{ref: 3.b5-2, effect: cancel}]');
    expect(JSON.parse(row.changes)).toStrictEqual([]);
    const refused = log.filter(({ stream }) => stream.startsWith('refusal-')).map(({ data }) => JSON.stringify(data));
    expect(refused.filter((text) => text.includes('directive/effect-missing')).length).toBe(1);
    expect(findings.filter(({ code }) => code === 'effects-refused')).toMatchObject([
      { ref: 'conclusion-160', message: expect.stringContaining('(directive/effect-missing)') },
    ]);
  });
});
