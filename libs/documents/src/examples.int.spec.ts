import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import type { DirectiveDocument, TaskItem } from '@edict/directives/document';

import { checkFiles, loadFiles, readDocument, type File } from './index.ts';

const example = (name: string): File => ({
  name,
  text: readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8'),
});

const CONCLUSION = example('conclusion-155-kl-tw.yaml');
const AGREEMENT = example('thai-nguyen-bac-kan-agreement.yaml');
const UNITS = example('units.yaml');
const POLICY = example('policy-vn-party.yaml');
const CALENDAR = example('calendar-vn-2025-2026.yaml');
const SCRIPT = example('script-155.yaml');

const directiveOf = (file: File): DirectiveDocument => {
  const { document, kind } = readDocument(file.name, file.text);
  if (kind !== 'directive' || !document) throw new Error(`${file.name} is no directive`);
  return document;
};

const count = (file: File, holds: (task: TaskItem) => boolean): number => directiveOf(file).tasks.filter(holds).length;

/** The findings in order, one line for each ref. */
const findingsOf = (file: File): readonly string[] => {
  const byRef = new Map<string, string[]>();
  for (const { code, ref } of checkFiles([file, UNITS]).findings) byRef.set(ref, [...(byRef.get(ref) ?? []), code]);
  return [...byRef].map(([ref, codes]) => `${ref}: ${codes.join(', ')}`);
};

describe('Conclusion 155-KL/TW', () => {
  it('is counted as its source is', () => {
    expect(checkFiles([CONCLUSION, UNITS])).toMatchObject({
      ok: true,
      errors: [],
      counts: {
        clauses: 34,
        tasks: 50,
        byKind: { once: 19, standing: 26, periodic: 2, until: 3, conditional: 0 },
        dated: 6,
        urgent: 10,
        noLead: 1,
        severalLeads: 5,
      },
    });
  });

  it('has its tasks as its source has them', () => {
    const basis = (name: TaskItem['leadBasis']): number => count(CONCLUSION, ({ leadBasis }) => leadBasis === name);
    expect(['stated', 'inherited', 'implied', 'none'].map((name) => basis(name as TaskItem['leadBasis']))).toEqual([
      12, 35, 2, 1,
    ]);
    expect(count(CONCLUSION, ({ each }) => each === true)).toBe(7);
    expect(count(CONCLUSION, ({ after }) => after !== undefined)).toBe(4);
    expect(count(CONCLUSION, ({ directs }) => directs !== undefined)).toBe(3);
    expect(count(CONCLUSION, ({ coordinating }) => coordinating !== undefined)).toBe(13);
    expect(count(CONCLUSION, ({ reportsTo }) => reportsTo !== undefined)).toBe(5);
    expect(count(CONCLUSION, ({ accountable, lead }) => accountable.join() !== lead.join())).toBe(6);
    expect(count(CONCLUSION, ({ due, kind }) => kind === 'once' && !due)).toBe(15);
  });

  it('leaves open what its text leaves open', () => {
    expect(findingsOf(CONCLUSION)).toEqual(FINDINGS_155);
  });
});

describe('the Thai Nguyen – Bac Kan agreement', () => {
  it('is counted as its source is', () => {
    expect(checkFiles([AGREEMENT, UNITS])).toMatchObject({
      ok: true,
      errors: [],
      counts: {
        clauses: 21,
        tasks: 16,
        byKind: { once: 12, standing: 3, periodic: 1, until: 0, conditional: 0 },
        dated: 10,
        urgent: 0,
        noLead: 0,
        severalLeads: 10,
      },
    });
  });

  it('has its deadlines as its source has them', () => {
    expect(count(AGREEMENT, ({ due }) => due?.firmness === 'firm')).toBe(2);
    expect(count(AGREEMENT, ({ due }) => due?.firmness === 'expected')).toBe(8);
    expect(count(AGREEMENT, ({ due }) => due?.orAsOrderedBy === 'the-centre')).toBe(3);
  });

  it('leaves open what its text leaves open', () => {
    expect(findingsOf(AGREEMENT)).toEqual(FINDINGS_AGREEMENT);
  });
});

describe('the examples', () => {
  it('load together', () => {
    const loaded = loadFiles([CONCLUSION, UNITS, POLICY, CALENDAR, SCRIPT]);
    expect(loaded).toMatchObject({
      ok: true,
      documents: {
        directive: { directive: { id: 'conclusion-155-kl-tw' } },
        policy: { policy: { id: 'vn-party' } },
        calendar: { calendar: { id: 'vn-working-days' } },
      },
    });
  });

  it('know 63 provincial committees that become 34', () => {
    const loaded = loadFiles([UNITS]);
    if (!loaded.ok) throw new Error('the units do not load');
    const { units, successions = [] } = loaded.documents.units;
    const members = units.find(({ id }) => id === 'provincial-and-city-party-committees')?.members ?? [];
    const merged = new Set(successions.flatMap(({ from }) => from));
    expect(members).toHaveLength(63);
    expect(members.filter((id) => !merged.has(id)).length + successions.length).toBe(34);
  });

  it('are several directives in the order of the files, the first of them by itself too', () => {
    const loaded = loadFiles([AGREEMENT, UNITS, CONCLUSION]);
    if (!loaded.ok) throw new Error('the examples do not load');
    const { directive, directives } = loaded.documents;
    expect(directive).toBe(directives[0]);
    expect(directives.map(({ directive: { id } }) => id)).toStrictEqual([
      'thai-nguyen-bac-kan-agreement',
      'conclusion-155-kl-tw',
    ]);
  });

  it('are refused together when there are two of a kind, or one directive twice', () => {
    expect(loadFiles([POLICY, { ...POLICY, name: 'again.yaml' }])).toMatchObject({
      ok: false,
      errors: [{ file: 'again.yaml', rule: 'file/one-too-many' }],
    });
    expect(loadFiles([CONCLUSION, UNITS, { ...CONCLUSION, name: 'again.yaml' }])).toMatchObject({
      ok: false,
      errors: [{ file: 'again.yaml', rule: 'directive/id-twice', path: '/directive/id' }],
    });
  });

  it.each([CONCLUSION, AGREEMENT, UNITS, POLICY, CALENDAR, SCRIPT])(
    '$name reads the same with CRLF, a BOM, or as bytes',
    (file) => {
      const text = String(file.text);
      const { document, errors } = readDocument(file.name, text);
      const read = (input: string | Uint8Array): unknown => readDocument(file.name, input).document;
      expect(errors).toEqual([]);
      expect(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(document);
      expect(read(Buffer.from(`\uFEFF${text}`))).toEqual(document);
      expect(read(JSON.stringify(document))).toEqual(document);
    },
  );
});

describe('a policy must agree with itself', () => {
  it.each([
    ['zone/unknown', 'zone: Asia/Ho_Chi_Minh', 'zone: Asia/Hanoi City'],
    ['window/reversed', "valid: {from: '2025-01-01', until: null}", 'valid: {from: 2025-01-01, until: 2024-12-31}'],
    ['basis/no-source', 'value: 3\n    basis: policy', 'value: 3\n    basis: source'],
    ['term/overlap', "until: '2026-01-23'", "until: '2026-01-24'"],
    ['term/twice', "name: '14'", "name: '13'"],
    ['time/not-a-time', "'08:00'", "'24:00'"],
    ['schema/type', 'value: 14', 'value: fourteen'],
    ['schema/required', 'severalLeads:\n    value: first-accountable\n', 'severalLeads:\n'],
  ])('%s', (rule, right, wrong) => {
    const text = String(POLICY.text).replace(right, wrong);
    expect(readDocument('policy.yaml', text).errors.map((error) => error.rule)).toEqual([rule]);
  });
});

const FINDINGS_155 = [
  'conclusion-155-kl-tw: date-unknown, date-unknown, group-members-incomplete, group-members-incomplete, placeholder-not-filled, succession-open, succession-open, open-issue, open-issue, open-issue',
  '2-1: group-without-members, urgent-without-date',
  '2.1-1: group-without-members',
  '2.1-2: group-without-members',
  '2.1-3: group-without-members',
  '2.1-4: group-without-members',
  '2.1.p2-1: placeholder-not-filled, date-set-elsewhere',
  '2.2-1: group-without-members, urgent-without-date',
  '2.2-2: group-without-members',
  '2.3-1: group-without-members',
  '2.3-2: group-without-members',
  '2.3-3: group-without-members',
  '2.4-1: group-without-members',
  '2.4-2: group-without-members',
  '2.4-3: group-without-members',
  '2.5-1: group-without-members',
  '2.5-2: group-without-members',
  '2.6-1: group-without-members',
  '2.6-2: group-without-members',
  '3.b1-1: several-leads, group-without-members, urgent-without-date',
  '3.b1-2: several-leads, urgent-without-date',
  '3.b2-1: placeholder-not-filled, urgent-without-date',
  '3.b3-1: urgent-without-date',
  '3.b5-1: several-leads, common-or-each',
  '3.b5-2: several-leads, common-or-each',
  '4.b1-1: placeholder-not-filled',
  '4.b2-1: placeholder-not-filled, no-interval',
  '4.b2-2: placeholder-not-filled',
  '4.b2-3: placeholder-not-filled',
  '4.b2-4: placeholder-not-filled, placeholder-not-filled',
  '4.b3-1: placeholder-not-filled',
  '4.b4-1: placeholder-not-filled',
  '5-1: no-accountable, no-lead, urgent-without-date',
  '5.b1-1: several-leads, group-members-incomplete, group-members-incomplete, urgent-without-date',
  '5.b1-2: group-members-incomplete, group-members-incomplete, placeholder-not-filled, window-start-unknown',
  '5.p2-1: group-members-incomplete, group-members-incomplete, placeholder-not-filled, window-start-unknown',
  '5.p2-2: group-members-incomplete, group-members-incomplete, placeholder-not-filled, placeholder-not-filled, window-start-unknown',
  '5.b3-1: group-without-members, open-coordinators',
  '6.b2-1: group-without-members, urgent-without-date',
  '7-1: group-without-members, group-without-members',
  '7.p2-2: no-interval',
];

const FINDINGS_AGREEMENT = [
  'thai-nguyen-bac-kan-agreement: no-number, date-unknown, date-unknown, date-unknown, succession-open, succession-open, succession-open, open-issue, open-issue, open-issue, open-issue, open-issue, open-issue, open-issue, open-issue',
  '1-1: several-leads',
  '2-1: several-leads, group-without-members, group-without-members',
  '2-2: several-leads',
  '2-3: several-leads, group-without-members',
  '3-1: group-without-members, group-without-members, group-without-members',
  '3-2: group-without-members, group-without-members, group-without-members',
  '3.p2-1: group-without-members, group-without-members, group-without-members',
  '3.p2-2: group-without-members, group-without-members, group-without-members',
  '5-1: several-leads, placeholder-not-filled, or-as-ordered',
  '5-2: several-leads, placeholder-not-filled, or-as-ordered',
  '5.p2-1: several-leads, group-without-members',
  '5.p2-2: several-leads, placeholder-not-filled, or-as-ordered',
  '6-1: several-leads, no-interval',
  '6-2: several-leads',
];

describe('The forms', () => {
  it.each(['form-staff-at-the-merger.yaml', 'form-premises.yaml'])(
    'of %s are in order, and are loaded beside a directive',
    (name) => {
      expect(checkFiles([example(name)])).toStrictEqual({ ok: true, errors: [], findings: [] });
      const loaded = loadFiles([CONCLUSION, UNITS, POLICY, CALENDAR, example(name)]);
      expect(loaded).toMatchObject({ ok: true, documents: { forms: [{ form: { version: 1 } }] } });
    },
  );
});
