import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { at, person, ring, specify, specifyProjection } from '@edict/kernel/testing';

import { registered } from '../testing/issued.ts';
import { succession } from './succession.decider.ts';
import type { Plan, SuccessionCommand, SuccessionEvent } from './succession.messages.ts';
import { successionView } from './succession.projection.ts';

const MIDNIGHT = instant('2025-06-30T17:00:00.000Z');
const NOW = '2025-06-20T02:00:00.000Z';
const registrar = at(NOW, { ...person('party-office'), capacity: 'secretariat' }, NOW, 'succession-s1');
const known = (...ids: readonly (string | null)[]) =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const { value, source } = registered(id ?? '');
      return id === null
        ? []
        : [[id, { source, value: { ...value, filed: value, notes: [], renamings: [], parents: [] } }]];
    }),
  );

const base = { effectiveOn: '2025-07-01', basis: 'Resolution 1', zone: 'Asia/Ho_Chi_Minh' } as const;
const created: Plan = { ...base, from: [], to: 'third', kind: 'create' };
const nobody: Plan = { ...base, from: ['ministry'], to: null, kind: 'transfer', successor: 'nobody' };
const plan = (data: Plan): SuccessionCommand => ({
  type: 'PlanSuccession',
  data: { ...data, units: known(...data.from, data.to) },
});
const planned = (data: Plan): SuccessionEvent => ({ type: 'SuccessionPlanned', data });
const named: SuccessionEvent = { type: 'SuccessorNamed', data: { to: 'third', basis: 'Resolution 2' } };
const name: SuccessionCommand = {
  type: 'NameSuccessor',
  data: { to: 'third', basis: 'Resolution 2', units: known('third') },
};
const after = (...events: readonly SuccessionEvent[]) =>
  events.reduce((state, event) => succession.evolve(state, event), succession.initialState);

const given = specify(succession);

describe('What is created', () => {
  it('is planned without a predecessor, and takes nothing from anybody', () => {
    given().when(plan(created), registrar).then(planned(created));
    given(planned(created))
      .when({ type: 'TakeEffect', data: { effectiveAt: MIDNIGHT } }, at(MIDNIGHT, ring, MIDNIGHT, 'succession-s1'))
      .then({
        type: 'SuccessionTookEffect',
        data: { from: [], to: 'third', kind: 'create', effectiveOn: '2025-07-01', effectiveAt: MIDNIGHT },
      });
  });

  it('follows nobody', () =>
    given()
      .when(plan({ ...created, from: ['ministry'] }), registrar)
      .thenRefused('succession/predecessors'));
});

describe('What nobody succeeds', () => {
  const rings = (event: SuccessionEvent) => succession.alarms(after(event)).map(({ at: when }) => when);

  it('ends on its day all the same; where a successor is only not known yet, it waits for one', () => {
    given().when(plan(nobody), registrar).then(planned(nobody));
    expect(rings(planned(nobody))).toStrictEqual([MIDNIGHT]);
    expect(rings(planned({ ...nobody, successor: 'unknown' }))).toStrictEqual([]);
  });

  it('has no successor beside that', () =>
    given()
      .when(plan({ ...nobody, to: 'third' }), registrar)
      .thenRefused('succession/successor'));

  it('is that no longer once somebody is named', () => {
    given(planned(nobody)).when(name, registrar).then(named);
    expect(after(planned(nobody), named).plan).not.toHaveProperty('successor');
  });
});

describe('The list of successions', () => {
  it('shows how far each has come, and what is said of its successor', () => {
    const row = {
      ...{ successionId: 's1', from: '["ministry"]', to: null, kind: 'transfer', effectiveOn: '2025-07-01' },
      ...{ basis: 'Resolution 1', status: 'pilot', successor: 'nobody', state: 'planned', manifestHash: null },
      ...{ holdings: 0, late: 0, moved: 0, closedMeanwhile: 0, open: 0, balanced: 1 },
    };
    const view = specifyProjection(successionView);
    const pilot = planned({ ...nobody, status: 'pilot' });
    view('succession-s1', pilot).then({ s1: row });
    view('succession-s1', pilot, named).then({ s1: { ...row, to: 'third', successor: null } });
  });
});
