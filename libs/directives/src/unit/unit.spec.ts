import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import { alarmLaw, answersAlways, at, person, specify, specifyProjection, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { registration } from '../testing/issued.ts';
import { membersOn, unit, type Registration, type UnitCommand, type UnitEvent } from './unit.decider.ts';
import { unitView } from './unit.projection.ts';

const NOW = '2025-05-01T02:00:00.000Z';
const registrar = { ...person('party-office'), capacity: 'secretariat' };
const here = (actor = registrar, stream = 'unit-ministry') => at(NOW, actor, NOW, stream);

const ministry = registration('ministry', { parent: 'government', names: { en: 'The Ministry', vi: 'Bộ' } });
const renamed: Registration = { ...ministry, entry: { ...ministry.entry, names: { en: 'The New Ministry' } } };
const register = (data: Registration): UnitCommand => ({ type: 'RegisterUnit', data });
const registered: UnitEvent = { type: 'UnitRegistered', data: ministry };
const corrected: UnitEvent = { type: 'UnitRegistrationCorrected', data: renamed };

const given = specify(unit);

describe('A unit', () => {
  it('is registered by a secretariat and by nobody else', () => {
    given().when(register(ministry), here()).then(registered);
    given()
      .when(register(ministry), here(person('party-office')))
      .thenRefused('unit/not-the-registrar');
  });

  it('has a stream of its own', () =>
    given().when(register(ministry), here(registrar, 'unit-academy')).thenRefused('unit/other-stream'));

  it('is corrected by what reads otherwise, and by nothing else', () => {
    given(registered).when(register(renamed), here()).then(corrected);
    given(registered).when(register(ministry), here()).thenNothing();
    given(registered, corrected).when(register(renamed), here()).thenNothing();
    given(registered, corrected)
      .when(register(ministry), here())
      .then({ type: 'UnitRegistrationCorrected', data: ministry });
  });

  it('reads the same in whatever order its fields stand', () => {
    const { names, ...rest } = ministry.entry;
    given(registered)
      .when(register({ successors: [], membership: [], entry: { names, ...rest } }), here())
      .thenNothing();
  });

  it('is registered by persons, and told of successions by the engine', () =>
    expect(unit.origins).toStrictEqual({
      RegisterUnit: ['person'],
      RenameUnit: ['person'],
      PutUnitUnder: ['person'],
      AdmitMember: ['person'],
      DismissMember: ['person'],
      NoteSuccession: ['saga'],
      MoveMembership: ['saga'],
    }));

  it('goes to streams of units', () => expect(unit.category).toBe('unit'));

  it('waits for nothing', () => given(registered).thenWaitsFor());
});

describe('A member of a group', () => {
  const group: Registration = {
    ...registration('provinces', { kind: 'group' }),
    membership: [
      { unit: 'always', from: null, until: null },
      { unit: 'old', from: null, until: '2025-07-01' },
      { unit: 'new', from: '2025-07-01', until: null },
    ],
  };

  it('belongs to it from its first day on, and no more on the day that it leaves', () =>
    expect(['2025-06-30', '2025-07-01', '2025-07-02'].map((day) => membersOn(group, day))).toStrictEqual([
      ['always', 'old'],
      ['always', 'new'],
      ['always', 'new'],
    ]));
});

describe('Whatever is registered', () => {
  const actors = fc.constantFrom(registrar, person('party-office'));
  const data = fc.constantFrom(ministry, renamed, registration('academy'));
  const streams = fc.constantFrom('unit-ministry', 'unit-academy');
  const scripts = fc.array(
    fc.tuple(actors, data, streams).map(([actor, each, stream]): Step<UnitCommand> => ({
      command: register(each),
      actor,
      now: instant(NOW),
      stream,
    })),
  );

  it('the alarm law holds', () => alarmLaw(unit, scripts));
  it('it is answered', () => answersAlways(unit, scripts));
});

describe('The register', () => {
  const view = specifyProjection(unitView);

  it('shows a unit as it was last registered', () =>
    view('unit-ministry', registered, corrected).then({
      ministry: {
        unitId: 'ministry',
        kind: 'unit',
        level: 'central',
        parent: 'government',
        names: '{"en":"The New Ministry"}',
        life: '[{"names":{"en":"The New Ministry"},"on":null,"parent":"government"}]',
        aliases: '[]',
        size: null,
        oneOf: '[]',
        membership: '[]',
        successors: '[]',
      },
    }));

  it('shows who belongs to a group and who succeeds it', () =>
    view('unit-provinces', {
      type: 'UnitRegistered',
      data: {
        entry: registration('provinces', { kind: 'group', level: null }).entry,
        membership: [{ unit: 'north', from: null, until: '2025-07-01' }],
        successors: [{ succession: 's1', to: null, on: null }],
      },
    }).then({
      provinces: {
        unitId: 'provinces',
        kind: 'group',
        level: null,
        parent: null,
        names: '{}',
        life: '[{"names":{},"on":null,"parent":null}]',
        aliases: '[]',
        size: null,
        oneOf: '[]',
        membership: '[{"from":null,"unit":"north","until":"2025-07-01"}]',
        successors: '[{"on":null,"succession":"s1","to":null}]',
      },
    }));

  it('has nothing of other streams', () => view('task-1', registered).then({}));

  it('has a column for everything it shows, and finds units by their parent', () => {
    expect(unitView.table).toBe('unit');
    expect(unitView.indexes).toStrictEqual([['parent']]);
    const { size, ...others } = unitView.columns;
    expect(size).toBe('integer');
    expect(Object.values(others)).toStrictEqual(Array<string>(10).fill('text'));
  });
});
