import { describe, expect, it } from '@jest/globals';

import type { Succession, UnitEntry, UnitsDocument } from '../document/index.ts';
import { unitEntry } from '../testing/documents.ts';
import { registrationsOf } from './registrations.ts';
import { membersOn, type Registration } from './unit.decider.ts';

const unit = (id: string): UnitEntry => unitEntry({ id });
const group = (id: string, ...members: readonly string[]): UnitEntry => unitEntry({ id, kind: 'group', members });
const merger = (id: string, from: readonly string[], changes: Partial<Succession> = {}): Succession => ({
  id,
  from,
  to: id,
  kind: 'merge',
  effectiveOn: '2025-07-01',
  basis: '202/2025/QH15',
  ...changes,
});

const of = (id: string, document: UnitsDocument): Registration =>
  registrationsOf(document).find(({ entry }) => entry.id === id)!;
const before = '2025-06-30';
const after = '2025-07-01';

describe('A units file', () => {
  it('registers every entry, in its order, with what becomes of it', () =>
    expect(
      registrationsOf({ units: [unit('north'), unit('south')], successions: [merger('south', ['north'])] }),
    ).toStrictEqual([
      { entry: unit('north'), membership: [], successors: [{ succession: 'south', to: 'south', on: after }] },
      { entry: unit('south'), membership: [], successors: [] },
    ]));

  it('keeps the members of a group apart from its entry', () =>
    expect(of('all', { units: [group('all', 'north'), unit('north')] })).toStrictEqual({
      entry: unitEntry({ id: 'all', kind: 'group' }),
      membership: [{ unit: 'north', from: null, until: null }],
      successors: [],
    }));

  it('takes groups in groups apart, each member once', () =>
    expect(
      of('all', {
        units: [
          group('all', 'provinces', 'north', 'ministries'),
          group('provinces', 'north', 'south'),
          group('ministries', 'finance'),
        ],
      }).membership.map(({ unit }) => unit),
    ).toStrictEqual(['north', 'south', 'finance']));

  it('lets a group without known members stand for itself', () =>
    expect(
      of('all', {
        units: [
          group('all', 'communes', 'empty', 'north'),
          unitEntry({ id: 'communes', kind: 'group' }),
          group('empty'),
        ],
      }).membership.map(({ unit }) => unit),
    ).toStrictEqual(['communes', 'empty', 'north']));

  it('comes to an end where groups contain each other', () =>
    expect(
      of('a', { units: [group('a', 'b', 'north'), group('b', 'a', 'south')] }).membership.map(({ unit }) => unit),
    ).toStrictEqual(['b', 'north', 'south']));
});

describe('The members of a group on the day of a merger', () => {
  const provinces: UnitsDocument = {
    units: [group('provinces', 'thai-nguyen', 'ha-noi', 'bac-kan')],
    successions: [merger('thai-nguyen-new', ['thai-nguyen', 'bac-kan'])],
  };

  it('are the old ones to the day before, and the successor, once, from that day on', () => {
    const registered = of('provinces', provinces);
    expect(membersOn(registered, before)).toStrictEqual(['thai-nguyen', 'ha-noi', 'bac-kan']);
    expect(membersOn(registered, after)).toStrictEqual(['ha-noi', 'thai-nguyen-new']);
    expect(registered.membership).toStrictEqual([
      { unit: 'thai-nguyen', from: null, until: after },
      { unit: 'ha-noi', from: null, until: null },
      { unit: 'bac-kan', from: null, until: after },
      { unit: 'thai-nguyen-new', from: after, until: null },
    ]);
  });

  it('become fewer: of five provinces of which four merge in pairs three remain', () => {
    const registered = of('provinces', {
      units: [group('provinces', 'a', 'b', 'c', 'd', 'e')],
      successions: [merger('ab', ['a', 'b']), merger('cd', ['c', 'd'])],
    });
    expect([before, after].map((day) => membersOn(registered, day).length)).toStrictEqual([5, 3]);
  });

  it('stay where the successor is one of them', () => {
    const registered = of('provinces', {
      units: [group('provinces', 'a', 'b')],
      successions: [merger('b', ['a'])],
    });
    expect(membersOn(registered, after)).toStrictEqual(['b']);
    expect(registered.membership).toHaveLength(2);
  });

  it('stay where one of them takes the others in', () =>
    expect(
      membersOn(
        of('provinces', { units: [group('provinces', 'a', 'b')], successions: [merger('a', ['a', 'b'])] }),
        after,
      ),
    ).toStrictEqual(['a']));

  it('become more where one of them is split, and the unit knows all its successors', () => {
    const split: UnitsDocument = {
      units: [unit('a'), group('provinces', 'a')],
      successions: [merger('b', ['a'], { id: 's1', kind: 'split' }), merger('c', ['a'], { id: 's2', kind: 'split' })],
    };
    expect(membersOn(of('provinces', split), before)).toStrictEqual(['a']);
    expect(membersOn(of('provinces', split), after)).toStrictEqual(['b', 'c']);
    expect(of('a', split).successors.map(({ to }) => to)).toStrictEqual(['b', 'c']);
  });

  it('leave without a successor where none is known, and stay where no day is', () => {
    const ends = (changes: Partial<Succession>) =>
      of('provinces', { units: [group('provinces', 'a')], successions: [merger('x', ['a'], changes)] });
    expect(membersOn(ends({ to: null, kind: 'dissolve' }), after)).toStrictEqual([]);
    expect(ends({ effectiveOn: null }).membership).toStrictEqual([{ unit: 'a', from: null, until: null }]);
    expect(
      of('a', { units: [unit('a')], successions: [merger('x', ['a'], { to: null, effectiveOn: null })] }),
    ).toStrictEqual({
      entry: unit('a'),
      membership: [],
      successors: [{ succession: 'x', to: null, on: null }],
    });
  });

  it('follow a successor that is succeeded in its turn', () =>
    expect(
      of('provinces', {
        units: [group('provinces', 'a')],
        successions: [merger('b', ['a']), merger('c', ['b'], { effectiveOn: '2025-09-01' })],
      }).membership,
    ).toStrictEqual([
      { unit: 'a', from: null, until: after },
      { unit: 'b', from: after, until: '2025-09-01' },
      { unit: 'c', from: '2025-09-01', until: null },
    ]));

  it('count from the first day on which a successor comes in', () =>
    expect(
      of('provinces', {
        units: [group('provinces', 'a', 'b')],
        successions: [merger('x', ['a'], { id: 's1', effectiveOn: '2025-09-01' }), merger('x', ['b'], { id: 's2' })],
      }).membership.at(-1),
    ).toStrictEqual({ unit: 'x', from: after, until: null }));

  it('come to an end where units succeed each other in a circle', () =>
    expect(
      of('provinces', {
        units: [group('provinces', 'a')],
        successions: [merger('b', ['a']), merger('a', ['b'], { id: 'back' })],
      }).membership.map(({ unit }) => unit),
    ).toStrictEqual(['a', 'b']));
});

describe('A units file that says more', () => {
  it('leaves open in a group what a group in it leaves open', () => {
    const units = [
      group('all', 'known', 'open', 'known'),
      group('known', 'north'),
      unitEntry({ id: 'open', kind: 'group', members: ['south'], membersComplete: false }),
      unit('north'),
    ];
    expect(of('all', { units }).entry.membersComplete).toBe(false);
    expect(of('known', { units }).entry).not.toHaveProperty('membersComplete');
  });

  it('gives each of a pairwise succession its own successor, and none where the pairs are not listed', () => {
    const units = ['a', 'b', 'c', 'd'].map(unit);
    const pairs = { ...merger('s', ['a', 'b']), pairwise: true } as const;
    const ends = (successions: UnitsDocument['successions']) =>
      ['a', 'b'].map((id) => of(id, { units, successions: successions ?? [] }).successors);
    expect(ends([{ ...pairs, to: ['c', 'd'] }])).toStrictEqual([
      [{ succession: 's-1', to: 'c', on: after }],
      [{ succession: 's-2', to: 'd', on: after }],
    ]);
    expect(ends([{ ...pairs, to: null }])).toStrictEqual([[], []]);
    expect(ends([{ ...merger('s', ['a']), kind: 'split', to: ['c', 'd'] }])[0]).toStrictEqual([
      { succession: 's-1', to: 'c', on: after },
      { succession: 's-2', to: 'd', on: after },
    ]);
  });
});
