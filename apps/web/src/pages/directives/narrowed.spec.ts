import { describe, expect, it } from '@jest/globals';

import { askedIn, milestoneIn, milestoneOf, narrowed, type Told } from './narrowed.ts';

const NOTHING = { stuck: [], waiting: [] };
const task = (id: string, more: object = {}): Told => ({
  ...({
    id,
    ref: '1-1',
    clause: '1',
    kind: 'once',
    unit: 'hue',
    state: 'assigned',
    deadlineClass: 'inTime',
    parent: null,
  } as const),
  ...{ dueAt: null, milestones: [] },
  ...more,
});
const TASKS = [task('a'), task('b', { deadlineClass: 'dueSoon', unit: null }), task('c', { state: 'accepted' })];
const idsOf = (...asked: Parameters<typeof narrowed> extends [unknown, ...infer Rest] ? Rest : never) =>
  narrowed(TASKS, ...asked).map(({ id }) => id);

describe('The tasks that an address asks for', () => {
  it('are all of them where it asks for nothing', () => {
    expect(askedIn({})).toBeNull();
    expect(idsOf({}, NOTHING)).toStrictEqual(['a', 'b', 'c']);
  });

  it('are those of one of several classes', () =>
    expect(idsOf({ class: 'dueSoon,overdue' }, NOTHING)).toStrictEqual(['b']));

  it('are those that fit all that is asked', () =>
    expect(idsOf({ class: 'inTime', state: 'accepted' }, NOTHING)).toStrictEqual(['c']));

  it('are never those of nobody, where a unit is asked for', () =>
    expect(idsOf({ unit: 'hue' }, NOTHING)).toStrictEqual(['a', 'c']));

  it('are those that are counted in the buckets, or in one place apart from them', () => {
    const tasks = [task('a'), task('b', { parent: 'a' }), task('c', { kind: 'until' })];
    const found = (place: string) => narrowed(tasks, { class: 'inTime', place }, NOTHING).map(({ id }) => id);
    expect(['counted', 'part', 'until'].map(found)).toStrictEqual([['a'], ['b'], ['c']]);
  });

  it('are those with one date, or with a milestone in one state, whatever stands in its name', () => {
    const draft = { name: 'drafts, finished', dueAt: '2025-06-10T17:00:00.000Z', state: 'met' } as const;
    const tasks = [task('a', { dueAt: '2025-06-25T17:00:00.000Z' }), task('b', { milestones: [draft] })];
    const found = (asked: object) => narrowed(tasks, asked, NOTHING).map(({ id }) => id);
    expect(found({ due: '2025-06-25T17:00:00.000Z' })).toStrictEqual(['a']);
    expect(found({ milestone: milestoneOf(draft.name, draft.dueAt, 'met') })).toStrictEqual(['b']);
    expect(found({ milestone: milestoneOf(draft.name, draft.dueAt, 'missed') })).toStrictEqual([]);
  });

  it('are named by the milestone that is meant', () => {
    const at = '2025-06-10T17:00:00.000Z';
    expect(milestoneIn(milestoneOf('drafts, sent @ all', at, 'met'))).toStrictEqual({
      ...{ name: 'drafts, sent @ all', dueAt: at, state: 'met' },
    });
    expect(milestoneIn('drafts')).toBeNull();
  });

  it('are those that need a decision, or only one kind of it', () => {
    const halts = {
      stuck: [
        { task: 'a', needs: 'lead', by: [] },
        { task: 'b', needs: 'unit', by: [] },
      ],
      waiting: [{ task: 'c', owed: [{ unit: 'hue', step: 'accept' }] }],
    } as const;
    const all = { stuck: [...halts.stuck], waiting: halts.waiting.map((each) => ({ ...each, owed: [...each.owed] })) };
    const asked = (more: object) => narrowed(TASKS, more, all as never).map(({ id }) => id);
    expect(asked({ halt: 'stuck' })).toStrictEqual(['a', 'b']);
    expect(asked({ halt: 'stuck', needs: 'unit' })).toStrictEqual(['b']);
    expect(asked({ halt: 'waiting', step: 'accept' })).toStrictEqual(['c']);
    expect(asked({ halt: 'waiting', step: 'report' })).toStrictEqual([]);
  });
});
