import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';
import type { LateFigures, PassingFigures, PilingUpFigures, StatisticsFigures } from '@edict/engine';
import { fileOf, MACHINE, REPORT_KINDS, reportOf, reportText, type Reading, type ReportKind } from '@edict/engine';
import { instant, type Instant } from '@edict/kernel';

import { CONCLUSION, example, filesOf, play, type Played } from './stage.ts';

const academy = 'ho-chi-minh-national-academy-of-politics';
const gov = 'government-party-committee';

/** One task is done late, another extended, passed on in part and left; a third is refused. */
const SCRIPT: ScriptDocument = [
  { at: '2025-05-19T09:00', as: gov, do: 'acknowledge', task: '3.b5-2' },
  { at: '2025-05-20T09:00', as: academy, do: 'acknowledge', task: '5.b3-1' },
  {
    at: '2025-05-26T09:00',
    as: gov,
    do: 'request-extension',
    task: '3.b5-2',
    on: '2025-06-27',
    text: 'Late.',
    progress: 'Half.',
  },
  { at: '2025-05-27T09:00', as: 'politburo', do: 'grant-extension', task: '3.b5-2' },
  { at: '2025-05-28T09:00', as: gov, do: 'set-up-standing-unit' },
  {
    at: '2025-05-29T09:00',
    as: gov,
    do: 'receive-matter',
    matter: 'funds',
    from: 'ministry-of-finance-party-committee',
    kind: 'obstacle',
    text: '=No funds.',
    about: '3.b5-2',
  },
  {
    ...{ at: '2025-06-03T09:00', as: gov, do: 'fill-form', task: '3.b5-2', form: 'premises' },
    values: 'total=2 888; keptInUse=2507; otherPlan=258; noLongerUsed=123',
  },
  { at: '2025-06-04T09:00', as: academy, do: 'submit', task: '5.b3-1', text: 'The course was held.' },
  { at: '2025-06-05T09:00', as: 'politburo', do: 'accept', task: '5.b3-1' },
  { at: '2025-05-19T10:00', as: gov, do: 'refuse-task', task: '3.b3-1', text: 'It is not ours.' },
];

describe('A report', () => {
  let played: Played;
  let reading: Reading;
  let published: Instant;
  /** What was published then, as every file. */
  const then = new Map<ReportKind, readonly string[]>();

  const filesOfReport = async (kind: ReportKind, asOf?: Instant): Promise<readonly string[]> => {
    const of = kind === 'form-owed' ? { directiveId: played.directiveId } : {};
    const ofForm = kind.startsWith('form') ? { form: 'premises', on: '2025-06-03', ...of } : {};
    const report = await reportOf(reading, { kind, ...ofForm, ...(asOf ? { asOf } : {}) });
    const files = (['csv', 'xlsx'] as const).map((format) =>
      Buffer.from(fileOf(report, format).content).toString('latin1'),
    );
    return [reportText(report), ...files];
  };

  beforeAll(async () => {
    played = await play(filesOf(example(CONCLUSION), example('form-premises.yaml')), {
      script: SCRIPT,
      until: '2025-07-05',
    });
    reading = played.rehearsal.reader.as(MACHINE);
    published = reading.now();
    for (const kind of REPORT_KINDS) then.set(kind, await filesOfReport(kind));
    await played.rehearsal.advanceTo(instant('2025-11-01T16:00:00Z'));
  });

  it.each(REPORT_KINDS)('of %s that was published for a past date comes out again byte for byte', async (kind) => {
    expect(await filesOfReport(kind, published)).toStrictEqual(then.get(kind));
    expect(await filesOfReport(kind)).not.toStrictEqual(then.get(kind));
  });

  it('of the future is refused', async () => {
    await expect(reportOf(reading, { kind: 'late', asOf: instant('2025-11-02T00:00Z') })).rejects.toMatchObject({
      code: 'reading/in-the-future',
    });
  });

  it('of what fell due counts what the summary counts, and lists every task that it counts', async () => {
    const { figures } = await reportOf(reading, { kind: 'statistics', asOf: published });
    const { statistics } = figures as { statistics: { fellDue: number; tasks: Record<string, readonly string[]> } };
    expect(statistics).toMatchObject({ doneInTime: 0, doneLate: 1, openOverdue: 1, fellDue: 2, percentDone: 50 });
    const { tasks, ...counts } = statistics as unknown as Record<string, number> & {
      tasks: Record<string, readonly string[]>;
    };
    for (const [bucket, own] of Object.entries(tasks)) expect(own.length).toBe(counts[bucket]);
    const { openOverdue, doneLate } = tasks as Record<'openOverdue' | 'doneLate', readonly string[]>;
    const refs = (ids: readonly string[]) => ids.map((id) => played.summary.tasks.find((task) => task.id === id)!.ref);
    expect([refs(doneLate), refs(openOverdue)]).toStrictEqual([['5.b3-1'], ['3.b5-2']]);
  });

  it('is counted in the index as it is counted one by one, at any moment', async () => {
    const { at: _, ...now } = await reading.statistics({});
    const { at: __, ...folded } = await reading.asOf(reading.now()).statistics({});
    expect(now).toStrictEqual(folded);
    const { figures } = await reportOf(reading, { kind: 'statistics' });
    expect((figures as { statistics: object }).statistics).toMatchObject({
      doneLate: now.doneLate,
      openOverdue: now.openOverdue,
      openInTime: now.openInTime,
    });
    expect(await reading.asOf(published).statistics({ unit: gov })).toMatchObject({ openOverdue: 1, doneLate: 0 });
    expect(await reading.statistics({ unit: academy, directiveId: played.directiveId })).toMatchObject({
      doneLate: 1,
      fellDue: 1,
    });
  });

  it('of what is late stands by who answers for it, in working days of the calendar of the directive', async () => {
    const { figures, sheets, calendars } = await reportOf(reading, { kind: 'late', asOf: published });
    expect(calendars).toStrictEqual(['reference-calendar-vn-working-days@0']);
    const { byAccountable } = figures as { byAccountable: readonly object[] };
    // 27 June 2025 is a Friday: late from the 28th on, until 5 July, of which 30 June to 4 July are worked.
    expect(byAccountable[0]).toMatchObject({ unit: gov, overdue: 1, doneLate: 0, longestDays: 8, meanWorkingDays: 5 });
    expect(sheets.map(({ name }) => name)).toStrictEqual(['Late', 'By accountable', 'By lead']);
    expect(sheets[0]!.rows.find(({ name }) => name === '155-KL/TW#5.b3-1')).toMatchObject({
      bucket: 'doneLate',
      dueOn: '2025-05-31',
      reportedOn: '2025-06-04',
      calendarDaysLate: 4,
      workingDaysLate: 3,
    });
  });

  it('tells what is stuck from what waits, and for whom', async () => {
    const { figures } = await reportOf(reading, { kind: 'statistics', asOf: published });
    const { stuck, waiting } = figures as {
      stuck: readonly { task: string; needs: string; by: readonly string[] }[];
      waiting: readonly { task: string; owed: readonly { unit: string }[] }[];
    };
    const refOf = (id: string) => played.summary.tasks.find((task) => task.id === id)!.ref;
    expect(stuck.filter(({ needs }) => needs === 'addressee').map(({ task, by }) => [refOf(task), by])).toStrictEqual([
      ['3.b3-1', ['politburo', 'secretariat']],
    ]);
    expect(stuck.filter(({ needs }) => needs === 'lead').map(({ task }) => refOf(task))).toStrictEqual(['5-1']);
    expect(stuck.filter(({ needs }) => needs === 'interval').length).toBeGreaterThan(0);
    const kinds = new Map((await reading.units()).map(({ unitId, kind }) => [unitId, kind]));
    const unitOf = (id: string) => played.summary.tasks.find((task) => task.id === id)!.unit!;
    const classes = stuck.filter(({ needs }) => needs === 'unit').map(({ task }) => kinds.get(unitOf(task)));
    expect(new Set(classes)).toStrictEqual(new Set(['group']));
    expect(new Set(waiting.flatMap(({ owed }) => owed.map(({ unit }) => kinds.get(unit))))).toStrictEqual(
      new Set(['unit']),
    );
    expect(waiting.find(({ task }) => refOf(task) === '3.b5-2')!.owed).toContainEqual({ unit: gov, step: 'submit' });
  });

  it('shows what piles up before it is late, by kind, unit and clause, and nothing that is late', async () => {
    const report = await reportOf(reading, { kind: 'piling-up', asOf: instant('2025-06-02T03:00:00Z') });
    const { byKind, byUnit, byClause, atHand } = report.figures as PilingUpFigures;
    expect(byKind.find(({ key }) => key === 'obstacle')).toMatchObject({ tasks: [], because: { unanswered: 1 } });
    expect(byUnit.find(({ key }) => key === gov)!.matters.length).toBe(1);
    expect(byClause.every(({ key }) => key.startsWith('155-KL/TW '))).toBe(true);
    const size = ({ tasks, matters }: { tasks: readonly string[]; matters: readonly string[] }) =>
      tasks.length + matters.length;
    expect(byKind.reduce((all, heap) => all + size(heap), 0)).toBe(atHand);
    expect(byUnit.map(size)).toStrictEqual(byUnit.map(size).toSorted((a, b) => b - a));
    const late = (await reportOf(reading, { kind: 'late', asOf: instant('2025-06-02T03:00:00Z') }))
      .figures as LateFigures;
    const isLate = new Set(late.byLead.flatMap(({ tasks }) => tasks));
    expect(byKind.flatMap(({ tasks }) => tasks).filter((id) => isLate.has(id))).toStrictEqual([]);
  });

  it('counts and times what went round: by unit and by task, until it was answered', async () => {
    const report = await reportOf(reading, { kind: 'passing', asOf: instant('2025-05-23T03:00:00Z') });
    const { byTask, byUnit, passes } = report.figures as PassingFigures;
    const refused = byTask.find(({ acts }) => acts.refused.count > 0)!;
    expect(refused.acts.refused).toStrictEqual({ count: 1, open: 1, workingDays: 4 });
    expect(byUnit.find(({ key }) => key === gov)!.acts.refused).toMatchObject({ count: 1, open: 1 });
    expect(byUnit.reduce((all, { total }) => all + total, 0)).toBe(passes);
    expect(report.sheets.map(({ name }) => name)).toStrictEqual(['By unit', 'By task']);
  });

  it('of a unit has 25 columns, a line for each of its tasks, and nothing made up', async () => {
    const { figures, sheets } = await reportOf(reading, { kind: 'unit-form', asOf: published, unit: gov });
    const [sheet] = sheets;
    expect(sheet!.columns.length).toBe(25);
    expect(sheet!.rows.length).toBe((figures as { tasks: number }).tasks);
    expect(new Set(sheet!.rows.map(({ lead }) => lead))).toContain(gov);
    expect(sheet!.rows.find(({ origin }) => String(origin).includes('#3.b5-2,'))).toMatchObject({
      startOn: '2025-05-16',
      dueOn: '2025-06-27',
      oldDates: '2025-06-25',
      extensions: 1,
      difficulties: '=No funds.',
      proposals: null,
      assignedBy: 'politburo, secretariat',
      completedOn: null,
    });
    const { notRecorded } = figures as { notRecorded: readonly string[] };
    for (const row of sheet!.rows) expect(notRecorded.filter((key) => key in row)).toStrictEqual([]);
  });
});

describe('The unit report form', () => {
  const entry = {
    ...{ as: 'politburo', do: 'enter-task', clause: '1', text: 'Hand over.', accountable: gov, lead: gov },
    ...{ source: '386-BC/BTCTW', sourceType: 'report', sourceTitle: 'Two weeks' },
  };
  const LATER: ScriptDocument = [
    { at: '2025-06-02T09:00', as: 'politburo', do: 'assign', task: '5-1', to: gov },
    { ...entry, at: '2025-06-10T09:00', ref: '1-1', on: '2025-07-25' },
    { at: '2025-06-12T09:00', as: gov, do: 'delegate', task: '1-1', to: academy },
    { at: '2025-06-13T09:00', as: gov, do: 'delegate', task: '3.b5-2', to: academy },
  ];

  it('says of each task when it began: with its directive, or when it was entered, assigned or passed on', async () => {
    const { rehearsal } = await play(filesOf(example(CONCLUSION)), { script: LATER, until: '2025-06-20' });
    const { sheets, formulas } = await reportOf(rehearsal.reader.as(MACHINE), { kind: 'unit-form' });
    const startOf = (ref: string) =>
      sheets[0]!.rows.find(({ origin }) => String(origin).split(/[#@,]/)[1] === ref)?.['startOn'];
    expect(['3.b5-2', '5-1', '1-1', '1-1-d1', '3.b5-2-d1'].map(startOf)).toStrictEqual([
      '2025-05-16',
      '2025-06-02',
      '2025-06-10',
      '2025-06-12',
      '2025-06-13',
    ]);
    expect(formulas).toStrictEqual(['unit-form@2']);
  });
});

describe('A report after successions', () => {
  const SUCCESSIONS: ScriptDocument = [
    { at: '2025-05-19T09:00', as: gov, do: 'acknowledge', task: '3.b5-2' },
    { at: '2025-05-20T09:00', as: gov, do: 'submit', task: '3.b5-2', text: 'All are issued.' },
    { at: '2025-05-20T10:00', as: gov, do: 'delegate', task: '3.b4.1-1', to: academy },
    {
      ...{ at: '2025-05-21T09:00', as: 'central-party-office', do: 'merge', kind: 'split', on: '2025-05-26' },
      ...{ from: academy, to: 'central-organising-commission', basis: 'Decision 1' },
    },
    {
      ...{ at: '2025-05-21T09:00', as: 'central-party-office', do: 'merge', on: '2025-05-26' },
      ...{ from: 'politburo', to: 'secretariat', basis: 'Decision 2' },
    },
    { at: '2025-05-27T08:00', as: academy, do: 'acknowledge', task: '5.b3-1' },
    {
      ...{ at: '2025-05-28T09:00', as: 'central-party-office', do: 'decide', task: '5.b3-1' },
      ...{ succession: 'merge-central-organising-commission', to: 'central-organising-commission', text: 'It trains.' },
    },
    {
      ...{ at: '2025-05-28T09:00', as: 'central-party-office', do: 'decide', task: '3.b4.1-1-d1' },
      ...{ succession: 'merge-central-organising-commission', to: 'central-organising-commission', text: 'This too.' },
    },
  ];
  const halted = async (day: string) => {
    const { figures } = await reportOf(reading, { kind: 'statistics', asOf: instant(`${day}T09:00:00Z`) });
    const { stuck, waiting } = figures as StatisticsFigures;
    const of = (all: readonly Readonly<{ task: string }>[], ref: string): object => {
      const { id } = played.summary.tasks.find((each) => each.ref === ref)!;
      const { task: _, ...said } = all.find(({ task }) => task === id) ?? { task: id };
      return said;
    };
    const halt = (ref: string) => [of(stuck, ref), of(waiting, ref)];
    return { training: halt('5.b3-1'), whole: halt('3.b4.1-1'), drafts: of(waiting, '3.b5-2') };
  };
  let played: Played;
  let reading: Reading;

  beforeAll(async () => {
    played = await play(filesOf(example(CONCLUSION)), { script: SUCCESSIONS, until: '2025-05-28' });
    reading = played.rehearsal.reader.as(MACHINE);
  });

  it('says what a unit that was split held to be stuck, and names the successors of issuers', async () => {
    const accept = (...units: readonly string[]) => ({ owed: units.map((unit) => ({ unit, step: 'accept' })) });
    expect(await halted('2025-05-22')).toStrictEqual({
      training: [{}, { owed: [{ unit: academy, step: 'acknowledge' }] }],
      whole: [{}, { owed: [{ unit: academy, step: 'part' }] }],
      drafts: accept('politburo', 'secretariat'),
    });
    expect(await halted('2025-05-27')).toStrictEqual({
      training: [{ needs: 'successor', by: ['secretariat'] }, {}],
      whole: [{ needs: 'successor', by: ['secretariat'] }, {}],
      drafts: accept('secretariat'),
    });
    const owed = (step: string) => [{}, { owed: [{ unit: 'central-organising-commission', step }] }];
    expect(await halted('2025-05-28')).toMatchObject({ training: owed('acknowledge'), whole: owed('part') });
    expect(played.refusals).toMatchObject([
      { as: academy, message: expect.stringContaining('was split on 2025-05-26') },
    ]);
  });
});

describe('What went round to units that have been succeeded since', () => {
  const [training, asked] = ['central-organising-commission', 'national-assembly-party-committee'];
  const heir = 'central-steering-committee';
  const merge = { at: '2025-05-21T09:00', as: 'central-party-office', do: 'merge', to: heir, on: '2025-05-26' };
  const ask = { at: '2025-05-20T10:00', as: gov, do: 'ask-contribution', task: '3.b5-2', opinion: true };
  const ROUND: ScriptDocument = [
    { at: '2025-05-20T09:00', as: gov, do: 'acknowledge', task: '3.b5-2' },
    { ...ask, to: asked, text: 'Are they lawful?' },
    { at: '2025-05-20T09:00', as: 'politburo', do: 'reassign', task: '5.b3-1', to: training, text: 'It is theirs.' },
    { at: '2025-05-20T09:00', as: 'politburo', do: 'reassign', task: '3.b1-1', to: training, text: 'This as well.' },
    { at: '2025-05-21T08:00', as: training, do: 'acknowledge', task: '3.b1-1' },
    { ...merge, from: training, succession: 's1', basis: 'Decision 1' },
    { ...merge, from: asked, succession: 's2', basis: 'Decision 2' },
    { at: '2025-05-28T09:00', as: heir, do: 'acknowledge', task: '5.b3-1' },
    { at: '2025-05-28T09:00', as: heir, do: 'contribute', task: '3.b5-2', text: 'They are.' },
  ];

  it('counts for whoever follows them while it is open, and for them what they had answered', async () => {
    const { rehearsal, refusals } = await play(filesOf(example(CONCLUSION)), { script: ROUND, until: '2025-05-30' });
    expect(refusals).toStrictEqual([]);
    const counted = async (day: string) => {
      const asOf = instant(`${day}T09:00:00Z`);
      const { figures } = await reportOf(rehearsal.reader.as(MACHINE), { kind: 'passing', asOf });
      const { byUnit } = figures as PassingFigures;
      return byUnit
        .map(({ key, acts: { reassigned, opinion } }) => [key, reassigned.count, opinion.count, opinion.open] as const)
        .toSorted(([one], [other]) => (one < other ? -1 : 1));
    };
    expect(await counted('2025-05-25')).toStrictEqual([
      [training, 2, 0, 0],
      [asked, 0, 1, 1],
    ]);
    const since = (open: number) => [
      [training, 1, 0, 0],
      [heir, 1, 1, open],
    ];
    expect(await counted('2025-05-27')).toStrictEqual(since(1));
    expect(await counted('2025-05-29')).toStrictEqual(since(0));
  });
});

describe('What others were asked for', () => {
  const ask = { at: '2025-05-20T10:00', do: 'ask-contribution', text: 'Who takes part?' };
  const training = { as: academy, task: '5.b3-1' };
  const drafting = { as: 'national-assembly-party-committee', task: '4.b1-1' };
  const halt = async (asked: Readonly<{ as: string; task: string; to: string; opinion?: boolean }>) => {
    const { as, task } = asked;
    const script = [
      { at: '2025-05-20T09:00', as, do: 'acknowledge', task },
      { ...ask, ...asked },
    ];
    const { rehearsal, summary, refusals } = await play(filesOf(example(CONCLUSION)), { script, until: '2025-05-21' });
    expect(refusals).toStrictEqual([]);
    const reading = rehearsal.reader.as(MACHINE);
    const { id } = summary.tasks.find(({ ref }) => ref === task)!;
    const { stuck, waiting } = (await reportOf(reading, { kind: 'statistics' })).figures as StatisticsFigures;
    const lying = new Set(summary.tasks.map(({ unit }) => unit));
    const kinds = new Map((await reading.units()).map(({ unitId, kind }) => [unitId, kind]));
    const of = (unit: string) => ({ kind: kinds.get(unit), hasTasks: lying.has(unit) });
    return { halts: [...stuck, ...waiting].filter((each) => each.task === id), of };
  };

  it.each([
    ['group', { ...training, to: 'central-mass-organisations' }],
    ['placeholder', { ...drafting, to: 'relevant-agencies' }],
  ])('is stuck where a %s was asked, also one with which nothing else lies', async (kind, asked) => {
    const { halts, of } = await halt(asked);
    expect(of(asked.to)).toStrictEqual({ kind, hasTasks: false });
    expect(halts).toMatchObject([{ needs: 'unit', by: ['politburo', 'secretariat'] }]);
  });

  it('waits where a unit was asked, also one with which nothing else lies', async () => {
    const unit = 'government';
    const { halts, of } = await halt({ ...training, to: unit, opinion: true });
    expect(of(unit)).toStrictEqual({ kind: 'unit', hasTasks: false });
    expect(halts).toMatchObject([
      {
        owed: [
          { unit: academy, step: 'submit' },
          { unit, step: 'contribute' },
        ],
      },
    ]);
  });
});

describe('A part that was passed on', () => {
  it('waits for whoever has the whole, and not for who has issued the directive, also where only its unit is asked about', async () => {
    const part = '3.b4.1-1-d1';
    const script: ScriptDocument = [
      { at: '2025-05-20T09:00', as: gov, do: 'delegate', task: '3.b4.1-1', to: 'government' },
      { at: '2025-05-20T10:00', as: gov, do: 'delegate', task: '3.b5-2', to: academy },
      { at: '2025-05-21T09:00', as: academy, do: 'submit', task: '3.b5-2-d1', text: 'Drafted.' },
      { at: '2025-05-21T10:00', as: 'government', do: 'refuse-task', task: part, text: 'It is not ours.' },
    ];
    const { rehearsal, summary, refusals } = await play(filesOf(example(CONCLUSION)), { script, until: '2025-05-22' });
    expect(refusals).toStrictEqual([]);
    const idOf = (ref: string) => summary.tasks.find((task) => task.ref === ref)!.id;
    for (const [unit, ref, halt] of [
      [academy, '3.b5-2-d1', { owed: [{ unit: gov, step: 'accept' }] }],
      ['government', part, { needs: 'addressee', by: [gov] }],
    ] as const)
      for (const scope of [{}, { unit }]) {
        const reading = rehearsal.reader.as(MACHINE);
        const { stuck, waiting } = (await reportOf(reading, { kind: 'statistics', ...scope }))
          .figures as StatisticsFigures;
        expect([...stuck, ...waiting].find(({ task }) => task === idOf(ref))).toStrictEqual({
          task: idOf(ref),
          ...halt,
        });
      }
  });
});
