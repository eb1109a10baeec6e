import { describe, expect, it } from '@jest/globals';
import { RUNS } from '@edict/kernel/testing';
import fc from 'fast-check';

import { formNumber } from './form-number.ts';
import { checkForm, flawsOfForm, type Filled, type Form } from './form.ts';

fc.configureGlobal({ numRuns: RUNS });

const STAFF: Form = {
  id: 'staff-at-the-merger',
  version: 1,
  lines: [
    { key: 'total', name: 'Staff', parts: ['cadres', 'civilServants', 'publicEmployees', 'workers'] },
    { key: 'cadres', name: 'Cadres' },
    // One name in translation, two groups: what is keyed by the name overwrites 2,382 by 9,757.
    { key: 'civilServants', name: 'Employees' },
    { key: 'publicEmployees', name: 'Employees' },
    { key: 'workers', name: 'Workers' },
  ],
};
const PREMISES: Form = {
  id: 'premises',
  version: 1,
  lines: [
    { key: 'total', name: 'Premises', parts: ['kept', 'otherPlan', 'notUsed'] },
    ...['kept', 'otherPlan', 'notUsed'].map((key) => ({ key, name: key })),
  ],
};

const filled = (form: Form, ...values: readonly (string | number)[]): Filled =>
  form.lines.map(({ key }, n) => ({ key, value: values[n]! }));
const codes = (form: Form, values: Filled) => {
  const result = checkForm(form, values);
  return result.ok ? [] : result.flaws.map(({ code, key }) => `${code} ${key}`);
};

describe('A form', () => {
  it('whose parts add up is taken: 12,874 and 747 staff, with two groups of one name, and 2,888 premises', () => {
    expect(checkForm(STAFF, filled(STAFF, '12 874', '87', '2382', '9757', '648'))).toStrictEqual({
      ok: true,
      values: { total: 12_874, cadres: 87, civilServants: 2_382, publicEmployees: 9_757, workers: 648 },
    });
    expect(checkForm(STAFF, filled(STAFF, 747, 27, 287, 311, 122))).toMatchObject({ ok: true });
    expect(checkForm(PREMISES, filled(PREMISES, '2888', '2507', '258', '123'))).toMatchObject({ ok: true });
  });

  it('is refused where one group is lost behind another of its name: 10,492 are not 12,874', () => {
    const lost = filled(STAFF, '12 874', '87', '0', '9757', '648');
    expect(codes(STAFF, lost)).toStrictEqual(['parts-do-not-add-up total']);
    expect(checkForm(STAFF, lost)).toMatchObject({ flaws: [{ message: expect.stringContaining('add up to 10492') }] });
  });

  it('is refused where a key is filled in twice, not at all, or is not in it', () => {
    const whole = filled(STAFF, 747, 27, 287, 311, 122);
    expect(codes(STAFF, [...whole, { key: 'civilServants', value: 311 }])).toStrictEqual(['key-twice civilServants']);
    expect(codes(STAFF, whole.slice(0, 4))).toStrictEqual(['missing workers']);
    expect(codes(STAFF, [...whole, { key: 'guests', value: 1 }])).toStrictEqual(['key-unknown guests']);
    expect(codes(STAFF, filled(STAFF, 747, 27, 287, 311, 'many'))).toStrictEqual(['not-a-number workers']);
    expect(codes(STAFF, filled(STAFF, 747, 27, 287, 311, -122))).toStrictEqual(['not-a-number workers']);
  });

  it('is refused where it could be read in two ways, unless it says how it spells', () => {
    const values = filled(STAFF, '12,874', '87', '2,382', '9,757', '648');
    expect(codes(STAFF, values)).toStrictEqual([
      'ambiguous total',
      'ambiguous civilServants',
      'ambiguous publicEmployees',
    ]);
    expect(checkForm({ ...STAFF, spelling: 'comma-thousands' }, values)).toMatchObject({ ok: true });
    expect(codes({ ...STAFF, spelling: 'point-thousands' }, values)).toStrictEqual(['parts-do-not-add-up total']);
  });

  it('adds up in tenths as well, and is refused itself where it is not one', () => {
    const shares: Form = { ...PREMISES, spelling: 'point-thousands' };
    expect(codes(shares, filled(shares, '100', '86,8', '8,9', '4,3'))).toStrictEqual([]);
    const [total, ...others] = PREMISES.lines;
    expect(flawsOfForm({ ...PREMISES, lines: [total!, ...others, others[0]!] }).map(({ code }) => code)).toStrictEqual([
      'key-twice',
    ]);
    const wrong = { ...total!, parts: ['kept', 'kept', 'total', 'sold'] };
    expect(
      flawsOfForm({ ...PREMISES, lines: [wrong, ...others] }).map(({ code, key }) => `${code} ${key}`),
    ).toStrictEqual(['key-twice total/kept', 'key-unknown total', 'key-unknown sold']);
    const [, kept, other] = PREMISES.lines;
    const [doubled] = flawsOfForm({ ...PREMISES, lines: [{ ...other!, parts: ['kept', 'kept'] }, kept!] });
    expect(doubled?.message).toBe('otherPlan/kept is a part twice.');
  });
});

describe('A number in a form', () => {
  it.each([
    ['2888', 2888],
    ['12 874', 12_874],
    ['12\u00a0874', 12_874],
    ['1\u202f234,5', 1234.5],
    ['1 234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['91,8', 91.8],
    ['91.8', 91.8],
    [' 0 ', 0],
  ])('%j is read in either spelling', (text, value) => expect(formNumber(text)).toStrictEqual({ value }));

  it('that means one thing in one spelling and another in the other is ambiguous until it is said which', () => {
    expect(formNumber('2,888')).toStrictEqual({ flaw: 'ambiguous' });
    expect(formNumber('2.888')).toStrictEqual({ flaw: 'ambiguous' });
    expect(formNumber('2,888', 'comma-thousands')).toStrictEqual({ value: 2888 });
    expect(formNumber('2,888', 'point-thousands')).toStrictEqual({ value: 2.888 });
  });

  it.each([
    '',
    '-1',
    '+1',
    '1e3',
    '12,87,4',
    '1 23',
    '1,2.3,4',
    '12.',
    ',5',
    'một',
    '99999999999999999999',
    '0x10',
    '１２',
  ])('%j is none', (text) => expect(formNumber(text)).toStrictEqual({ flaw: 'not-a-number' }));

  it.each([
    ['1.234,5', 'comma-thousands'],
    ['1,234.5', 'point-thousands'],
    ['1 234,5', 'comma-thousands'],
    ['1 234.5', 'point-thousands'],
  ] as const)('%j is none where the form spells otherwise', (text, spelling) =>
    expect(formNumber(text, spelling)).toStrictEqual({ flaw: 'not-a-number' }),
  );

  it('comes back from how each place writes it', () => {
    const places = fc.constantFrom(['en', 'comma-thousands'], ['vi', 'point-thousands'], ['uk', 'point-thousands']);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(9), places, (whole, tenth, [place, spelling]) => {
        const value = whole + tenth / 10;
        const text = new Intl.NumberFormat(place).format(value);
        expect(formNumber(text, spelling as 'comma-thousands')).toStrictEqual({ value });
      }),
    );
  });
});
