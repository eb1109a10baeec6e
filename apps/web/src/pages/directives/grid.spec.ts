import { describe, expect, it } from '@jest/globals';

import { gridOf, shortened } from './grid.ts';

const MEMBERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const sentTo = (ref: string, members: readonly string[], state = 'assigned') =>
  members.map((member) => ({ ref, member, state }));
const followedBy = (member: string) => (member === 'b' || member === 'd' ? 'b-and-d' : member);

describe('What went to each of many', () => {
  it('has a row for each task and a column for each member, those together that are to be one', () => {
    const grid = gridOf([...sentTo('5-1', MEMBERS), ...sentTo('5-2', MEMBERS, 'accepted')], followedBy)!;
    expect(grid.refs).toStrictEqual(['5-1', '5-2']);
    expect(grid.members).toBe(8);
    expect(grid.columns).toHaveLength(7);
    expect(grid.columns[1]).toStrictEqual({ unit: 'b-and-d', members: ['b', 'd'] });
    expect([grid.cellOf('5-1', 'b'), grid.cellOf('5-2', 'b')]).toStrictEqual(['assigned', 'done']);
  });

  it('leaves empty what a member was not given', () => {
    const grid = gridOf([...sentTo('5-1', MEMBERS), ...sentTo('5-2', [...MEMBERS.slice(1), 'i'])], followedBy)!;
    expect(grid.members).toBe(9);
    expect(grid.cellOf('5-2', 'a')).toBeUndefined();
  });

  it('is nothing where a list says as much', () =>
    expect(gridOf([...sentTo('5-1', MEMBERS.slice(1)), ...sentTo('5-2', ['a'])], followedBy)).toBeNull());
});

describe('Names in little room', () => {
  it('lose the words that most of them share', () =>
    expect(shortened(['Tỉnh ủy An Giang', 'Tỉnh ủy Cà Mau', 'Thành ủy Huế'])).toStrictEqual([
      'An Giang',
      'Cà Mau',
      'Thành Huế',
    ]));
  it('stay whole where nothing else would be left', () =>
    expect(shortened(['Party Committee', 'Party Committee', 'Party Committee of Huế'])[0]).toBe('Party Committee'));
});
