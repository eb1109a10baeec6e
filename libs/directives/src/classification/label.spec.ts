import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { EVERYTHING, LEVELS, labelOf, mayRead, rankOf, reaches, type Clearance, type Label } from './label.ts';

const level = fc.constantFrom(...LEVELS);
const compartments = fc.subarray(['border', 'cyber', 'energy']);
const label: fc.Arbitrary<Label> = fc.record({ level, compartments });
const clearance: fc.Arbitrary<Clearance> = fc.record({
  level,
  compartments: fc.oneof(compartments, fc.constant('all' as const)),
});

describe('Who may read what', () => {
  it.each<[Clearance['level'], Label['level'], boolean]>([
    ['open', 'open', true],
    ['open', 'internal', false],
    ['internal', 'open', true],
    ['internal', 'confidential', false],
    ['confidential', 'secret', false],
    ['secret', 'top-secret', false],
    ['top-secret', 'top-secret', true],
  ])('is a matter of level: who is cleared for %s and what is %s: %p', (cleared, is, may) =>
    expect(mayRead({ level: cleared, compartments: [] }, { level: is, compartments: [] })).toBe(may),
  );

  it.each<[Clearance['compartments'], readonly string[], boolean]>([
    [[], [], true],
    [[], ['energy'], false],
    [['energy'], ['energy'], true],
    [['energy'], ['energy', 'border'], false],
    [['border', 'energy', 'cyber'], ['energy', 'border'], true],
    ['all', ['energy', 'border'], true],
  ])('is a matter of each compartment: %j reads %j: %p', (cleared, has, may) =>
    expect(mayRead({ level: 'secret', compartments: cleared }, { level: 'secret', compartments: has })).toBe(may),
  );

  it('is not made good by a compartment where the level does not reach, nor by a level where a compartment is missing', () => {
    expect(mayRead({ level: 'open', compartments: 'all' }, { level: 'internal', compartments: [] })).toBe(false);
    expect(mayRead({ level: 'top-secret', compartments: [] }, { level: 'open', compartments: ['x'] })).toBe(false);
  });

  it('is everything for who is cleared for everything', () =>
    fc.assert(fc.property(label, (any) => mayRead(EVERYTHING, any))));

  it('is no less for who is cleared further', () =>
    fc.assert(
      fc.property(clearance, clearance, label, (further, other, any) => {
        fc.pre(reaches(further, other));
        return !mayRead(other, any) || mayRead(further, any);
      }),
    ));

  it('is more for somebody wherever one clearance does not reach as far as another', () =>
    fc.assert(
      fc.property(clearance, clearance, (one, other) => {
        fc.pre(!reaches(one, other));
        const hardest = other.compartments === 'all' ? ['border', 'cyber', 'energy', 'unheard-of'] : other.compartments;
        return !mayRead(one, { level: other.level, compartments: hardest });
      }),
    ));
});

describe('The label of a document', () => {
  it('is what it says of itself, each compartment once and in order', () =>
    expect(labelOf({ classification: 'secret', compartments: ['energy', 'border', 'energy'] })).toStrictEqual({
      level: 'secret',
      compartments: ['border', 'energy'],
    }));

  it('has no compartments where it names none', () =>
    expect(labelOf({ classification: 'open' })).toStrictEqual({ level: 'open', compartments: [] }));

  it.each(['', 'Secret', 'tuyệt mật', 'constructor'])('is the highest where the mark %j is none of ours', (mark) =>
    expect(labelOf({ classification: mark }).level).toBe('top-secret'),
  );

  it('has levels in a total order', () => expect(LEVELS.map(rankOf)).toStrictEqual([0, 1, 2, 3, 4]));
});
