import { describe, expect, it } from '@jest/globals';

import { checkFiles } from './index.ts';
import { directive, task, tasks, unit, units } from './testing/sample.ts';

const CHANGE = '{rel: amends, number: 1-KL/TW, type: plan, issuers: [a], date: null, title: T,';

describe('several files must agree with one another', () => {
  const check = (...texts: readonly string[]): readonly string[] =>
    checkFiles(texts.map((text, index) => ({ name: `${index}.yaml`, text }))).errors.map(
      ({ file, line, rule }) => `${file}:${line} ${rule}`,
    );

  it('a directive alone is checked without its units', () => {
    expect(check(tasks(task('')))).toEqual([]);
  });

  it.each([
    ['an issuer', tasks(task('')).replace('issuers: [a]', 'issuers: [x]'), 5],
    [
      'the issuer of a link',
      tasks(task('')).replace(
        'links: []',
        'links: [{rel: cites, number: null, type: plan, issuers: [x], date: null, title: T}]',
      ),
      15,
    ],
    ['an accountable unit', tasks(task('').replace('accountable: [a]', 'accountable: [x]')), 19],
    ['a lead', tasks(task('').replace('lead: [a]', 'lead: [x]')), 19],
    ['a coordinator', tasks(task('coordinating: [x]')), 19],
    ['a directed unit', tasks(task('directs: [x]')), 19],
    ['an addressee', tasks(task('reportsTo: [x]')), 19],
    ['who may order another date', tasks(task('due: {bound: by, firmness: firm, orAsOrderedBy: x}')), 19],
    [
      'who may order another date of a milestone',
      tasks(task('milestones: [{name: m, due: {bound: by, firmness: firm, orAsOrderedBy: x}}]')),
      19,
    ],
    [
      'a committee with a standing unit',
      directive(
        'tasks: []',
        'standingUnits: {createdBy: [x], each: false, functions: [], mandate: {from: null, until: null, inclusive: true}}',
      ),
      19,
    ],
    [
      'who gets recommendations',
      directive(
        'tasks: []',
        'standingUnits: {createdBy: [a], each: false, functions: [], mandate: {from: issue, until: null, inclusive: true}, beyondAuthority: {recommendTo: x, outcomes: []}}',
      ),
      19,
    ],
    [
      'one of several units that have a task of another document',
      tasks(task('')).replace('links: []', `links: [${CHANGE} effects: [{ref: '3-1', member: x, effect: keep}]}]`),
      15,
    ],
    ['a body that it is about', tasks(task('concerns: [x]')), 19],
    [
      'the issuer of what it is taken over from',
      tasks(task('byReference: [1-BC, {number: null, type: report, issuers: [x], date: null, title: T}]')),
      19,
    ],
    [
      'who may order another date of a clause',
      tasks(task('')).replace('text: One', 'text: One, due: {bound: by, firmness: firm, orAsOrderedBy: x}'),
      17,
    ],
    [
      'one of several successors',
      directive('tasks: []', 'successions: [{id: s, from: [], to: [a, x], kind: create, effectiveOn: null, basis: B}]'),
      19,
    ],
    [
      'a predecessor',
      directive('tasks: []', 'successions: [{id: s, from: [x], to: a, kind: merge, effectiveOn: null, basis: B}]'),
      19,
    ],
    [
      'a successor',
      directive('tasks: []', 'successions: [{id: s, from: [a], to: x, kind: merge, effectiveOn: null, basis: B}]'),
      19,
    ],
  ])('%s must be in a units file', (_, text, line) => {
    expect(check(text, units(unit('a')))).toEqual([`0.yaml:${line} unit/unknown`]);
  });

  it('who acts in a script must be in a units file', () => {
    expect(
      check(
        '- {at: 2025-06-01T09:00, as: x, do: report}\n- {at: 2025-06-01T09:00, as: each, do: report, member: y}',
        units(unit('a')),
      ),
    ).toEqual(['0.yaml:1 unit/unknown', '0.yaml:2 unit/unknown']);
  });

  it('the task of a script must be in the directive', () => {
    expect(check('- {at: 2025-06-01T09:00, as: a, do: report, task: 9-9}', tasks(task('')))).toEqual([
      '0.yaml:1 task/unknown',
    ]);
  });

  it('a clause that a directive implements must be in the other one, where that is among the files', () => {
    const head = 'number: 1-KL/TW';
    const higher = tasks(task('')).replace('number: null', head).replace('id: sample', 'id: higher');
    const implementing = (clause: string): string => {
      const link = `{rel: implements, number: 1-KL/TW, type: plan, issuers: [a], date: null, title: T, clauses: [{clause: '${clause}'}]}`;
      return tasks(task('')).replace('links: []', `links: [${link}]`);
    };
    expect(check(implementing('9'), higher)).toEqual(['0.yaml:15 clause/unknown']);
    expect(check(implementing('1'), higher)).toEqual([]);
    expect(check(implementing('9'), higher.replace(head, 'number: 2-KL/TW'))).toEqual([]);
    const cyrillic = implementing('9').replace('1-KL/TW', '1-КЛ/TW');
    expect(check(cyrillic, higher)).toEqual(['0.yaml:15 clause/unknown']);
  });

  it('units of several files add up, and none may be given twice', () => {
    expect(check(units(unit('a', 'parent: b')), units(unit('b')))).toEqual([]);
    expect(check(units(unit('a')), units(unit('b'), unit('a')))).toEqual(['1.yaml:3 unit/id-twice']);
  });

  it('a parent and a member must be in a units file', () => {
    expect(check(units(unit('a', 'parent: x'), unit('g', 'parent: null, members: [y]', 'group')))).toEqual([
      '0.yaml:2 unit/unknown',
      '0.yaml:3 unit/unknown',
    ]);
  });

  it('groups may be in groups, but not in a circle', () => {
    const group = (id: string, ...members: readonly string[]) =>
      unit(id, `parent: null, members: [${members.join(', ')}]`, 'group');
    expect(check(units(group('g', 'h', 'a'), group('h', 'a'), unit('a')))).toEqual([]);
    expect(check(units(group('g', 'h'), group('h', 'i')), units(group('i', 'g')))).toEqual(['0.yaml:2 group/cycle']);
    expect(check(units(group('g', 'g')))).toEqual(['0.yaml:2 unit/in-itself']);
  });

  it('who somebody may be must be in a units file', () => {
    expect(check(units(unit('p', 'parent: null, oneOf: [a, x]', 'placeholder'), unit('a')))).toEqual([
      '0.yaml:2 unit/unknown',
    ]);
  });

  it('what takes others in goes on, and no circle is seen in that', () => {
    const merger = '  - {id: s, from: [a, b], to: a, kind: merge, effectiveOn: 2025-07-01, basis: B}';
    expect(check([units(unit('a'), unit('b')), 'successions:', merger].join('\n'))).toEqual([]);
  });

  it('no unit is above itself', () => {
    expect(check(units(unit('a', 'parent: b')), units(unit('b', 'parent: a')))).toEqual(['0.yaml:2 unit/parent-cycle']);
  });

  it('no unit succeeds itself on a detour', () => {
    const succession = (id: string, from: string, to: string): string =>
      `  - {id: ${id}, from: [${from}], to: ${to}, kind: rename, effectiveOn: null, basis: B}`;
    const text = [
      units(unit('a'), unit('b')),
      'successions:',
      succession('s', 'a', 'b'),
      succession('t', 'b', 'a'),
    ].join('\n');
    expect(check(text)).toEqual(['0.yaml:5 succession/cycle']);
  });

  it('a succession is one, and not another under the same id in another file', () => {
    const given = (id: string, said: string) =>
      [units(unit(id)), `successions:`, `  - {id: s, kind: merge, basis: B, ${said}}`].join('\n');
    const one = given('a', 'from: [a], to: b, effectiveOn: 2025-07-01');
    const both = (said: string) => check(one, given('b', said), units(unit('c'), unit('d')));
    expect(both('from: [a], to: b, effectiveOn: 2025-07-01')).toEqual([]);
    expect(both('from: [a], to: b, effectiveOn: 2025-07-01, notes: As resolved.')).toEqual([]);
    for (const other of [
      'from: [a], to: b, effectiveOn: 2025-07-02',
      'from: [c], to: b, effectiveOn: 2025-07-01',
      'from: [a], to: c, effectiveOn: 2025-07-01',
      'from: [a], to: b, effectiveOn: 2025-07-01, status: planned',
    ])
      expect(both(other)).toEqual(['1.yaml:4 succession/id-twice']);
    const part = given('b', 'from: [c, d], to: [b, a], pairwise: true, effectiveOn: 2025-07-01');
    const named = (text: string, id: string) => text.replace('{id: s,', `{id: ${id},`);
    expect(check(named(one, 's-1'), part, units(unit('c'), unit('d')))).toEqual(['1.yaml:4 succession/id-twice']);
    expect(check(named(one, 's-3'), part, units(unit('c'), unit('d')))).toEqual([]);
  });

  it('no unit is succeeded by one in one file and by another in another, unless it is split', () => {
    const succession = (id: string, to: string, kind: string): string =>
      `  - {id: ${id}, from: [a], to: ${to}, kind: ${kind}, effectiveOn: 2025-07-01, basis: B}`;
    const one = (kind: string) => [units(unit('a'), unit('b')), 'successions:', succession('s', 'b', kind)].join('\n');
    const other = (kind: string) => [units(unit('c')), 'successions:', succession('t', 'c', kind)].join('\n');
    expect(check(one('merge'), other('merge'))).toEqual(['1.yaml:4 succession/taken']);
    expect(check(one('split'), other('split'))).toEqual([]);
    const again = [units(unit('d')), 'successions:', succession('s', 'b', 'merge')].join('\n');
    expect(check(one('merge'), again)).toEqual([]);
    const both = (kind: string) => [one('merge'), succession('t', 'c', kind)].join('\n');
    expect([check(both('merge'), units(unit('c'))), check(both('split'), units(unit('c')))]).toEqual([
      ['0.yaml:6 succession/taken'],
      ['0.yaml:6 succession/taken'],
    ]);
  });

  it('whom one succeeds by a directive and another by a units file, or by another directive, is found and stops nothing', () => {
    const merging = (id: string, to: string | null, more = '') =>
      `successions: [{id: ${id}, from: [a], to: ${to}, kind: merge, effectiveOn: 2025-07-01, basis: B${more}}]`;
    const text = (id: string, ...said: Parameters<typeof merging>) =>
      directive('tasks: []', merging(...said)).replace('id: sample', `id: ${id}`);
    const registry = (...said: Parameters<typeof merging>) =>
      [units(unit('a'), unit('b'), unit('c')), merging(...said)].join('\n');
    const found = (...texts: readonly string[]) => {
      const { errors, findings } = checkFiles(texts.map((each, index) => ({ name: `${index}.yaml`, text: each })));
      expect(errors).toEqual([]);
      return findings.flatMap(({ code, ref, message }) => (code === 'succession-doubled' ? [[ref, message]] : []));
    };
    const refused = (ref: string, second: string, first: string) => [
      [ref, `${second}: a is succeeded in ${first} as well; one of them will be refused.`],
    ];
    expect(found(text('one', 't', 'c'), registry('s', 'b'))).toEqual(refused('one', 't', 's'));
    expect(found(registry('s', 'b'), text('one', 't', 'b'))).toEqual(refused('one', 't', 's'));
    expect(found(registry('s', 'b'), text('one', 's', 'c'))).toEqual(refused('one', 's', 's'));
    expect(found(text('one', 's', 'b'), text('two', 't', 'b'))).toEqual(refused('two', 't', 's'));
    expect(found(registry('s', 'b'), text('one', 't', null))).toEqual([
      ['one', 't: a is succeeded in s as well; which it will be is open.'],
    ]);
    expect(found(registry('s', 'b'), text('one', 's', 'b', ', notes: As resolved.'))).toEqual([]);
    expect(found(registry('s', 'b'))).toEqual([]);
  });

  it('no more members of a group are listed than there are said to be, also by way of groups in it', () => {
    const group = (id: string, size: number, ...members: readonly string[]) =>
      unit(id, `parent: null, size: ${size}, members: [${members.join(', ')}]`, 'group');
    expect(check(units(group('g', 1, 'a', 'b'), unit('a'), unit('b')))).toEqual(['0.yaml:2 group/size']);
    expect(
      check(units(group('g', 2, 'h', 'b'), group('h', 2, 'a', 'c')), units(...'abc'.split('').map((id) => unit(id)))),
    ).toEqual(['0.yaml:2 group/size']);
    expect(check(units(group('g', 2, 'a', 'b'), unit('a'), unit('b')))).toEqual([]);
  });

  it('a list that is said to be complete is as long as it is said to be', () => {
    const group = (complete: string) =>
      units(unit('g', `parent: null, size: 3, members: [a, b]${complete}`, 'group'), unit('a'), unit('b'));
    expect(check(group(', membersComplete: true'))).toEqual(['0.yaml:2 group/size']);
    expect(check(group(', membersComplete: false'))).toEqual([]);
    expect(check(group(''))).toEqual([]);
  });

  it('units are not missed in a units file that could not be read', () => {
    expect(check(tasks(task('')), units(unit('A')))).toEqual(['1.yaml:2 schema/form']);
  });
});
