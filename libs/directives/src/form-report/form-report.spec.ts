import { describe, expect, it } from '@jest/globals';
import { dayOf, fold, instant, type Message } from '@edict/kernel';
import { alarmLaw, answersAlways, at, person, specify, specifyProjection, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import type { FormDocument } from '../document/index.ts';
import type { Filled } from '../figures/index.ts';
import { editionOf } from '../reference/reference.decider.ts';
import { staffForm } from '../testing/forms.ts';
import { assigned, terms, ZONE } from '../testing/task-examples.ts';
import { formReport, formReportStream } from './form-report.decider.ts';
import type { Charged, FiledForm, FormReportCommand, FormReportEvent } from './form-report.messages.ts';
import { formReportView } from './form-report.projection.ts';

const NOW = '2025-06-25T02:00:00.000Z';
const KEYS = ['total', 'cadres', 'civilServants', 'publicEmployees', 'workers'];
const filled = (...values: readonly (string | number)[]): Filled =>
  values.map((value, n) => ({ key: KEYS[n]!, value }));
const OF = { formId: 'staff-at-the-merger', concerning: 't1', on: '2025-06-24' };
const WHOLE = filled('12 874', '87', '2382', '9757', '648');
const VALUES = { total: 12_874, cadres: 87, civilServants: 2_382, publicEmployees: 9_757, workers: 648 };
const charged: Charged = { directiveId: 'd1', fill: ['ministry', 'academy'], zone: ZONE, over: false };

type Data = FormReportCommand['data'];
const file = (changes: Partial<Data> = {}, document: FormDocument | null = staffForm()): FormReportCommand => ({
  type: 'FileFormReport',
  data: {
    ...OF,
    values: WHOLE,
    form: { value: document, source: 'reference-form-staff-at-the-merger@0' },
    task: { value: charged, source: 'task-t1@0' },
    ...changes,
  },
});
const here = (unit = 'ministry', of: Partial<typeof OF> = {}, occurredAt = NOW) =>
  at(NOW, person(unit), occurredAt, formReportStream({ ...OF, ...of, unit }));
const form: FiledForm = {
  ...OF,
  directiveId: 'd1',
  unit: 'ministry',
  edition: 1,
  source: 'reference-form-staff-at-the-merger@0',
  values: VALUES,
  written: WHOLE,
  evidence: null,
};
const filed: FormReportEvent = { type: 'FormReportFiled', data: form };

const given = specify(formReport);
const fieldsOf = (command: FormReportCommand) => {
  const decision = formReport.decide(command, null, here());
  return 'rejection' in decision ? decision.rejection.fields.map(({ pointer, rule }) => `${pointer} ${rule}`) : [];
};

describe('A form', () => {
  it('is filled in by whoever has the task, leads it or coordinates, and by nobody else', () => {
    given().when(file(), here()).then(filed);
    given()
      .when(file(), here('academy'))
      .then({ type: 'FormReportFiled', data: { ...form, unit: 'academy' } });
    given().when(file(), here('politburo')).thenRefused('form/not-the-performer');
  });

  it('keeps apart what is keyed apart, whatever the names: 2,382 civil servants and 9,757 public employees', () => {
    const [event] = formReport.decide(file(), null, here()) as readonly FormReportEvent[];
    expect(event!.data.values).toMatchObject({ civilServants: 2_382, publicEmployees: 9_757 });
  });

  it('takes both spellings, and what can be read in two ways only where the form says which', () => {
    const commas = filled('12,874', '87', '2,382', '9,757', '648');
    given()
      .when(file({ values: commas }), here())
      .thenRefused('form/wrongly-filled');
    given()
      .when(file({ values: commas }, staffForm({ spelling: 'comma-thousands' })), here())
      .then({ type: 'FormReportFiled', data: { ...form, written: commas } });
    const points = filled('12.874', '87', '2.382', '9.757', '648');
    given()
      .when(file({ values: points }, staffForm({ spelling: 'point-thousands' })), here())
      .then({ type: 'FormReportFiled', data: { ...form, written: points } });
  });

  it('is refused field by field, each with the rule that it breaks', () => {
    const wrong = filled(748, 27, 287, 311, 122);
    given()
      .when(file({ values: wrong }), here())
      .thenRefused('form/wrongly-filled');
    expect(fieldsOf(file({ values: wrong }))).toStrictEqual(['/values/0 form/parts-do-not-add-up']);
    const more = [...filled(747, 27, 287, 311), { key: 'guests', value: 'many' }, { key: 'cadres', value: 28 }];
    expect(fieldsOf(file({ values: more }))).toStrictEqual([
      '/values/5 form/key-twice',
      '/values/4 form/key-unknown',
      '/values/4 form/not-a-number',
      '/values form/missing',
    ]);
  });

  it('is filled in once for a day; other figures for that day are a correction, with its reason', () => {
    const other = filled(747, 27, 287, 311, 122);
    given(filed).when(file(), here()).thenNothing();
    given(filed)
      .when(file({ values: filled(12_874, 87, 2_382, 9_757, 648) }), here())
      .thenNothing();
    given(filed)
      .when(file({ values: other }), here())
      .thenRefused('form/filed-already');
    const values = { total: 747, cadres: 27, civilServants: 287, publicEmployees: 311, workers: 122 };
    given(filed)
      .when(file({ values: other, correcting: 'It was the wrong column.' }), here())
      .then({
        type: 'FormReportCorrected',
        data: { ...form, values, written: other, from: VALUES, reason: 'It was the wrong column.' },
      });
  });

  it('is of a day that has come, in the place of the task', () => {
    given()
      .when(file({ on: '2025-06-25' }), here('ministry', { on: '2025-06-25' }))
      .then({
        type: 'FormReportFiled',
        data: { ...form, on: '2025-06-25' },
      });
    given()
      .when(file({ on: '2025-06-26' }), here('ministry', { on: '2025-06-26' }))
      .thenRefused('form/in-the-future');
    const evening = '2025-06-24T17:30:00.000Z';
    expect(dayOf(instant(evening), ZONE)).toBe('2025-06-25');
    given()
      .when(file({ on: '2025-06-25', evidence: 'Receipt 4' }), here('ministry', { on: '2025-06-25' }, evening))
      .then({ type: 'FormReportFiled', data: { ...form, on: '2025-06-25', evidence: 'Receipt 4' } });
  });

  it('is not filled in for a task that is unknown or over, nor without a form that is in force, nor late without evidence', () => {
    given()
      .when(file({ task: { value: null, source: 'task-t1@-1' } }), here())
      .thenRefused('task/unknown');
    given()
      .when(file({ task: { value: { ...charged, over: true }, source: 'task-t1@9' } }), here())
      .thenRefused('form/task-over');
    given().when(file({}, null), here()).thenRefused('form/unknown');
    given()
      .when(file(), here('ministry', {}, MAY))
      .thenRefused('act/without-evidence');
  });

  it('has a stream of its own, by form, task, unit and day', () => {
    for (const other of [{ formId: 'premises' }, { concerning: 't2' }, { on: '2025-06-23' }])
      given().when(file(), here('ministry', other)).thenRefused('form/other-stream');
    given()
      .when(file(), at(NOW, person('academy'), NOW, formReportStream({ ...OF, unit: 'ministry' })))
      .thenRefused('form/other-stream');
  });

  it('is filled in by persons only, and waits for nothing', () => {
    expect(formReport.category).toBe('formReport');
    expect(formReport.origins).toStrictEqual({ FileFormReport: ['person'] });
    given(filed).thenWaitsFor();
  });
});

const MAY = '2025-05-20T02:00:00.000Z';

describe('What a form report looks up', () => {
  const { form: edition, task } = formReport.facts!({ ...file(), stream: 'formReport-1' }, null) as Readonly<
    Record<string, { stream: string; select(history: readonly Message[]): unknown }>
  >;
  const published = (version: number, from: string): Message => ({
    type: 'ReferencePublished',
    data: editionOf(staffForm({ version, valid: { from, until: null } })),
  });

  it('is the edition of the form that is in force on the day of the figures', () => {
    expect(edition!.stream).toBe('reference-form-staff-at-the-merger');
    const history = [published(1, '2025-01-01'), published(2, '2025-06-24'), published(3, '2025-06-25')];
    expect(edition!.select(history)).toMatchObject({ form: { version: 2 } });
    expect(edition!.select([])).toBeNull();
  });

  it('is who may fill it in: whoever has the task, leads it, answers for it or coordinates', () => {
    expect(task!.stream).toBe('task-t1');
    expect(task!.select([])).toBeNull();
    expect(task!.select([assigned()])).toStrictEqual({
      directiveId: terms.directiveId,
      fill: expect.arrayContaining(['ministry', 'bureau', 'academy']),
      zone: ZONE,
      over: false,
    });
    const cancelled: Message = { type: 'TaskCancelled', data: { reason: 'Over.', order: null, evidence: null } };
    expect(task!.select([assigned(), cancelled])).toMatchObject({ over: true });
  });
});

describe('The row of a form report', () => {
  const stream = formReportStream({ ...OF, unit: 'ministry' });
  const formReportId = stream.slice('formReport-'.length);
  const row = {
    formReportId,
    formId: OF.formId,
    edition: 1,
    directiveId: 'd1',
    concerning: 't1',
    unit: 'ministry',
    ofDay: '2025-06-24',
    values: '{"cadres":87,"civilServants":2382,"publicEmployees":9757,"total":12874,"workers":648}',
    written: expect.stringContaining('"value":"12 874"') as unknown as string,
    corrections: 0,
    filedAt: '2025-01-01T00:00:00.000Z',
    changedAt: '2025-01-01T00:00:00.000Z',
  };

  it('says the figures by key, and how often they were corrected', () => {
    specifyProjection(formReportView)(stream, filed).then({ [formReportId]: row });
    const values = { total: 0 };
    const corrected: FormReportEvent = {
      type: 'FormReportCorrected',
      data: { ...form, values, from: VALUES, reason: 'Wrong.' },
    };
    specifyProjection(formReportView)(stream, filed, corrected).then({
      [formReportId]: { ...row, values: '{"total":0}', corrections: 1 },
    });
    specifyProjection(formReportView)('task-t1', filed).then({});
  });
});

describe('Whatever is filled in', () => {
  const number = fc.oneof(fc.nat(20_000), fc.string({ unit: fc.constantFrom('1', '2', ',', '.', ' ') }));
  const values = fc.array(fc.record({ key: fc.constantFrom(...KEYS, 'guests', '__proto__'), value: number }));
  const scripts: fc.Arbitrary<readonly Step<FormReportCommand>[]> = fc.array(
    fc
      .tuple(fc.constantFrom('ministry', 'politburo'), fc.oneof(values, fc.constant(WHOLE)), fc.boolean())
      .map(([unit, each, again]) => ({
        command: file({ values: each, ...(again ? { correcting: 'Again.' } : {}) }),
        ...here(unit),
      })),
  );

  it('it is answered, and waits for nothing', () => {
    answersAlways(formReport, scripts);
    alarmLaw(formReport, scripts);
  });

  it('what is kept adds up', () =>
    fc.assert(
      fc.property(fc.tuple(fc.nat(9_999), fc.nat(9_999), fc.nat(9_999), fc.nat(9_999)), (parts) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const decided = formReport.decide(file({ values: filled(sum, ...parts) }), null, here());
        const kept = fold(formReport, decided as readonly FormReportEvent[])!.values;
        expect(kept['total']).toBe(
          kept['cadres']! + kept['civilServants']! + kept['publicEmployees']! + kept['workers']!,
        );
        const off = formReport.decide(file({ values: filled(sum + 1, ...parts) }), null, here());
        expect(off).toMatchObject({ rejection: { code: 'form/wrongly-filled' } });
      }),
    ));
});
