import { beforeAll, describe, expect, it } from '@jest/globals';
import { MACHINE, reportOf, reportText } from '@edict/engine';
import type { FormFigures, FormOwedFigures } from '@edict/engine';
import { instant } from '@edict/kernel';

import { CONCLUSION, example, filesOf, play, type Played } from './stage.ts';

const values = (total: string, publicEmployees: string) =>
  `total=${total}; cadres=87; civilServants=2 382; publicEmployees=${publicEmployees}; workers=648`;
const LINE = { as: 'government-party-committee', do: 'fill-form', task: '3.b5-2', form: 'staff-at-the-merger' };
const OVER = ['accepted', 'lapsed', 'cancelled'];
const THEN = instant('2025-06-02T00:00:00Z');

describe('A form that is filled in while a directive runs', () => {
  let played: Played;
  beforeAll(async () => {
    const script = [
      { ...LINE, at: '2025-06-01T09:00', on: '2025-05-31', values: values('12 874', '9 757') },
      { ...LINE, at: '2025-06-01T10:00', on: '2025-05-31', values: values('12 874', '2 382') },
      { ...LINE, at: '2025-06-01T11:00', on: '2025-05-31', values: values('12,874', '9,757') },
      { ...LINE, at: '2025-06-01T12:00', values: 'total' },
      { ...LINE, at: '2025-06-01T13:00', as: 'politburo', on: '2025-05-31', values: values('12 874', '9 757') },
      { ...LINE, at: '2025-06-03T09:00', on: '2025-05-31', values: values('12 873', '9 756'), text: 'One has left.' },
    ];
    played = await play(filesOf(example(CONCLUSION), example('form-staff-at-the-merger.yaml')), {
      script,
      until: '2025-06-05',
    });
  });

  it('is taken where its parts add up, and refused where they do not, are read in two ways, or are not theirs', () =>
    expect(played.refusals.map(({ code }) => code)).toStrictEqual([
      'form/wrongly-filled',
      'form/wrongly-filled',
      'script/no-value',
      'form/not-the-performer',
    ]));

  it('stands in the summary, with how often it was corrected', () =>
    expect(played.summary.formReports).toMatchObject([
      {
        form: 'staff-at-the-merger',
        unit: 'government-party-committee',
        on: '2025-05-31',
        corrections: 1,
        values: { total: 12_873, civilServants: 2_382, publicEmployees: 9_756 },
      },
    ]));

  it('is reported as it stood then, and as it stands now', async () => {
    const reading = played.rehearsal.reader.as(MACHINE);
    const asked = { kind: 'form', form: 'staff-at-the-merger', on: '2025-05-31' } as const;
    const [then, now] = [await reportOf(reading, { ...asked, asOf: THEN }), await reportOf(reading, asked)];
    const totalOf = ({ figures }: { figures: unknown }) => (figures as FormFigures).lines[0]!.total;
    expect([totalOf(then), totalOf(now)]).toStrictEqual([12_874, 12_873]);
    expect(reportText(await reportOf(reading, { ...asked, asOf: THEN }))).toBe(reportText(then));
  });

  it('is reported for the unit that filled it in, and for no other', async () => {
    const reading = played.rehearsal.reader.as(MACHINE);
    const asked = { kind: 'form', form: 'staff-at-the-merger', on: '2025-05-31' } as const;
    const filledOf = async (unit: string) =>
      ((await reportOf(reading, { ...asked, unit })).figures as FormFigures).filled;
    expect([await filledOf('government-party-committee'), await filledOf('politburo')]).toStrictEqual([1, 0]);
  });

  it('is owed by whoever has a task for which nobody filled it in: as it stood then, and as it stands now', async () => {
    const reading = played.rehearsal.reader.as(MACHINE);
    const { directiveId } = played;
    const asked = { kind: 'form-owed', form: 'staff-at-the-merger', on: '2025-05-31', directiveId } as const;
    const of = async (scope: object) => (await reportOf(reading, { ...asked, ...scope })).figures as FormOwedFigures;
    const one = { ref: LINE.task };
    expect(await of({ ...one, asOf: instant('2025-06-01T01:00:00Z') })).toMatchObject({
      ...{ tasks: 1, filled: 0, units: [LINE.as], owed: [{ unit: LINE.as, occurrence: null }] },
    });
    expect(await of(one)).toMatchObject({ tasks: 1, filled: 1, units: [], owed: [] });
    const all = await of({});
    const open = played.summary.tasks.filter(({ unit, state }) => unit !== null && !OVER.includes(state));
    expect([all.tasks, all.filled, all.owed.length]).toStrictEqual([open.length, 1, open.length - 1]);
    const { owed } = await of({ unit: 'ppc-ha-noi' });
    expect(new Set(owed.map(({ unit }) => unit))).toStrictEqual(new Set(['ppc-ha-noi']));
    await expect(reportOf(reading, { kind: 'form-owed', form: asked.form, on: asked.on })).rejects.toThrow('directive');
    await expect(reportOf(reading, { ...asked, form: 'none' })).rejects.toThrow('No form none');
  });

  it('is owed for the period that its day lies in, where the task comes round', async () => {
    const decide = { as: 'politburo', do: 'decide', task: '4.b2-1', every: 'month', text: 'Each month.' };
    const { rehearsal, directiveId, refusals } = await play(
      filesOf(example(CONCLUSION), example('form-staff-at-the-merger.yaml')),
      { script: [{ ...decide, at: '2025-05-20T09:00' }], until: '2025-06-20' },
    );
    expect(refusals).toStrictEqual([]);
    const of = async (on: string) => {
      const asked = { kind: 'form-owed', form: 'staff-at-the-merger', on, directiveId, ref: '4.b2-1' } as const;
      const { owed } = (await reportOf(rehearsal.reader.as(MACHINE), asked)).figures as FormOwedFigures;
      return owed.map(({ occurrence }) => occurrence);
    };
    expect([await of('2025-05-31'), await of('2025-06-15'), await of('2025-05-17')]).toStrictEqual([[1], [2], [null]]);
  });
});
