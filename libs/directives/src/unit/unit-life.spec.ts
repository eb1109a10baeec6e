import { describe, expect, it } from '@jest/globals';
import { canonical, fold, instant, type Facts, type Lookup } from '@edict/kernel';
import {
  alarmLaw,
  answersAlways,
  at,
  person,
  saga,
  specify,
  specifyProjection,
  type Step,
} from '@edict/kernel/testing';
import fc from 'fast-check';

import { registration } from '../testing/issued.ts';
import {
  endedBy,
  entryOn,
  membersOn,
  predecessorsBy,
  unit,
  type MembershipMove,
  type Registered,
  type SuccessionNote,
  type UnitCommand,
  type UnitEvent,
} from './unit.decider.ts';
import { unitOn, unitView, type UnitRow } from './unit.projection.ts';

const NOW = '2025-06-20T02:00:00.000Z';
const MIDNIGHT = instant('2025-06-30T17:00:00.000Z');
const BEFORE = instant('2025-06-30T16:59:59.999Z');
const registrar = { ...person('party-office'), capacity: 'secretariat' };
const here = (actor = registrar) => at(NOW, actor, NOW, 'unit-ministry');
const bySaga = here(saga);
const basis = 'Decision 1';

const names = (en: string) => ({ en });
const registered: UnitEvent = {
  type: 'UnitRegistered',
  data: registration('ministry', { parent: 'government', names: names('Ministry') }),
};
const group: UnitEvent = {
  type: 'UnitRegistered',
  data: {
    ...registration('ministry', { kind: 'group' }),
    membership: [{ unit: 'north', from: null, until: null }],
  },
};
const rename = (on: string, en: string): UnitCommand => ({ type: 'RenameUnit', data: { on, basis, names: names(en) } });
const renamed = (on: string, en: string): UnitEvent => ({ type: 'UnitRenamed', data: { on, basis, names: names(en) } });
const units: Facts<Registered | null> = {
  nobody: { value: null, source: 'unit-nobody@-1' },
  ...Object.fromEntries(
    ['party', 'government', 'north', 'south', 'below'].map((id) => {
      const filed = registration(id, id === 'below' ? { parent: 'ministry' } : {});
      return [id, { value: { ...filed, filed, notes: [], renamings: [], parents: [] }, source: `unit-${id}@0` }];
    }),
  ),
};
const putUnder = (on: string, parent: string | null): UnitCommand => ({
  type: 'PutUnitUnder',
  data: { on, basis, parent, units },
});
const wentUnder = (on: string, parent: string | null): UnitEvent => ({
  type: 'UnitPutUnder',
  data: { on, basis, parent },
});
const admit = (on: string, id = 'south'): UnitCommand => ({
  type: 'AdmitMember',
  data: { on, basis, unit: id, units },
});
const admitted = (on: string, id = 'south'): UnitEvent => ({ type: 'MemberAdmitted', data: { on, basis, unit: id } });
const dismiss = (on: string, id = 'north'): UnitCommand => ({ type: 'DismissMember', data: { on, basis, unit: id } });
const dismissed = (on: string, id = 'north'): UnitEvent => ({ type: 'MemberDismissed', data: { on, basis, unit: id } });
const merger: SuccessionNote = {
  succession: 's1',
  from: ['ministry', 'academy'],
  to: 'new-ministry',
  kind: 'merge',
  on: '2025-07-01',
  at: MIDNIGHT,
};
const noted = (data: Partial<SuccessionNote> = {}): UnitEvent => ({
  type: 'SuccessionNoted',
  data: { ...merger, ...data },
});
const note = (data: Partial<SuccessionNote> = {}): UnitCommand => ({
  type: 'NoteSuccession',
  data: { ...merger, ...data },
});
const leaving: MembershipMove = { succession: 's1', from: ['north'], to: 'south', effectiveOn: '2025-07-01' };
const move = (data: Partial<MembershipMove> = {}): UnitCommand => ({
  type: 'MoveMembership',
  data: { ...leaving, ...data },
});
const moved = (data: Partial<MembershipMove> = {}): UnitEvent => ({
  type: 'MembershipMoved',
  data: { ...leaving, ...data },
});

const given = specify(unit);
const after = (...events: readonly UnitEvent[]): Registered => fold(unit, events)!;
const DAYS = ['2025-06-30', '2025-07-01'] as const;

describe('What becomes of a unit', () => {
  it.each([rename(DAYS[1], 'New'), putUnder(DAYS[1], 'party'), admit(DAYS[1]), dismiss(DAYS[1])])(
    'is entered by a secretariat, of a unit that is registered: %#',
    (command) => {
      given(registered)
        .when(command, here(person('party-office')))
        .thenRefused('unit/not-the-registrar');
      given().when(command, here()).thenRefused('unit/unknown');
    },
  );

  it('is a new name from a day on; before it, it bore the old one', () => {
    given(registered).when(rename(DAYS[1], 'New'), here()).then(renamed(DAYS[1], 'New'));
    const known = after(registered, renamed(DAYS[1], 'New'));
    expect(DAYS.map((day) => entryOn(known, day).names.en)).toStrictEqual(['Ministry', 'New']);
  });

  it('is entered in any order: what holds on a day is the latest up to it', () => {
    const known = after(registered, renamed('2025-08-01', 'Third'), renamed(DAYS[1], 'Second'));
    expect([...DAYS, '2025-08-01'].map((day) => entryOn(known, day).names.en)).toStrictEqual([
      'Ministry',
      'Second',
      'Third',
    ]);
  });

  it('is no new name that it already bears that day', () => {
    given(registered).when(rename(DAYS[0], 'Ministry'), here()).thenNothing();
    given(registered, renamed(DAYS[0], 'New')).when(rename(DAYS[1], 'New'), here()).thenNothing();
  });

  it('is another parent from a day on, or none', () => {
    given(registered).when(putUnder(DAYS[1], 'party'), here()).then(wentUnder(DAYS[1], 'party'));
    given(registered).when(putUnder(DAYS[1], null), here()).then(wentUnder(DAYS[1], null));
    given(registered).when(putUnder(DAYS[1], 'government'), here()).thenNothing();
    const known = after(registered, wentUnder(DAYS[1], null));
    expect(DAYS.map((day) => entryOn(known, day).parent)).toStrictEqual(['government', null]);
  });

  it('is never to be under itself, nor under what is under it that day', () => {
    given(registered).when(putUnder(DAYS[1], 'ministry'), here()).thenRefused('unit/under-itself');
    given(registered).when(putUnder(DAYS[1], 'below'), here()).thenRefused('unit/under-itself');
  });

  it('is never to be under itself on a detour, however long, on that day or on a later one', () => {
    const at_ = (id: string, parent: string, ...later: readonly (readonly [string, string])[]): Registered => {
      const filed = registration(id, { parent });
      const parents = later.map(([on, to]) => ({ on, parent: to }));
      return { ...filed, filed, notes: [], renamings: [], parents };
    };
    const chain = (...known: readonly Registered[]): UnitCommand => ({
      type: 'PutUnitUnder',
      data: {
        ...{ on: DAYS[1], basis, parent: 'a' },
        units: Object.fromEntries(known.map((each) => [each.entry.id, { value: each, source: 's' }])),
      },
    });
    const put = (...known: readonly Registered[]) => given(registered).when(chain(...known), here());
    put(at_('a', 'b'), at_('b', 'c'), at_('c', 'ministry')).thenRefused('unit/under-itself');
    put(at_('a', 'b'), at_('b', 'government', ['2025-08-01', 'ministry'])).thenRefused('unit/under-itself');
    put(at_('a', 'b'), at_('b', 'ministry', ['2025-07-01', 'government'])).then(wentUnder(DAYS[1], 'a'));
    put(at_('a', 'b'), at_('b', 'a')).then(wentUnder(DAYS[1], 'a'));
  });

  it('looks all the way up, and at each unit once', () => {
    const lookups = unit.facts!(
      { type: 'PutUnitUnder', stream: 'unit-ministry', data: { on: DAYS[1], basis, parent: 'a' } },
      null,
    );
    const first = (lookups['units'] as Readonly<Record<string, Lookup>>)['a']!;
    const known = after(
      { type: 'UnitRegistered', data: registration('a', { parent: 'b' }) },
      wentUnder('2025-08-01', 'c'),
      wentUnder('2025-01-01', 'd'),
    );
    expect([Object.keys(first.leads!(known)), first.leads!(null)]).toStrictEqual([['d', 'c'], {}]);
  });

  it('names a parent that is registered', () =>
    given(registered).when(putUnder(DAYS[1], 'nobody'), here()).thenRefused('unit/unknown'));

  it('asks the registry for whom it names, and for nobody else', () => {
    const asked = (command: UnitCommand) => {
      const { units: _, ...data } = command.data as { units?: unknown };
      return unit.facts!({ type: command.type, data, stream: 'unit-ministry' } as never, null)['units'];
    };
    expect(Object.keys(asked(putUnder(DAYS[1], 'party')) ?? {})).toStrictEqual(['party']);
    expect(Object.keys(asked(admit(DAYS[1])) ?? {})).toStrictEqual(['south']);
    expect([asked(putUnder(DAYS[1], null)), asked(rename(DAYS[1], 'New'))]).toStrictEqual([{}, undefined]);
  });
});

describe('A group', () => {
  it('admits a member from a day on, and once', () => {
    given(group).when(admit(DAYS[1]), here()).then(admitted(DAYS[1]));
    given(group, admitted(DAYS[1])).when(admit('2025-07-02'), here()).thenNothing();
    const known = after(group, admitted(DAYS[1]));
    expect(DAYS.map((day) => membersOn(known, day))).toStrictEqual([['north'], ['north', 'south']]);
  });

  it('dismisses a member from a day on: that day it is none any more', () => {
    given(group).when(dismiss(DAYS[1]), here()).then(dismissed(DAYS[1]));
    given(group).when(dismiss(DAYS[1], 'south'), here()).thenNothing();
    const known = after(group, dismissed(DAYS[1]));
    expect(DAYS.map((day) => membersOn(known, day))).toStrictEqual([['north'], []]);
  });

  it('takes back who had left', () => {
    const known = after(group, dismissed(DAYS[0]), admitted(DAYS[1], 'north'));
    expect(['2025-06-29', ...DAYS].map((day) => membersOn(known, day))).toStrictEqual([['north'], [], ['north']]);
  });

  it('has a member once who is entered from an earlier day later on', () => {
    const known = after(group, admitted(DAYS[1]), admitted(DAYS[0]));
    expect(DAYS.map((day) => membersOn(known, day))).toStrictEqual([
      ['north', 'south'],
      ['north', 'south'],
    ]);
  });

  it('admits who is registered, and never itself', () => {
    given(group).when(admit(DAYS[1], 'nobody'), here()).thenRefused('unit/unknown');
    given(group).when(admit(DAYS[1], 'ministry'), here()).thenRefused('unit/member-of-itself');
  });

  it('is the only one that has members', () => {
    given(registered).when(admit(DAYS[1]), here()).thenRefused('unit/no-group');
    given(registered).when(dismiss(DAYS[1]), here()).thenRefused('unit/no-group');
  });

  it('has the successor in the place of its member, and each once', () => {
    given(group).when(move(), bySaga).then(moved());
    expect(DAYS.map((day) => membersOn(after(group, moved()), day))).toStrictEqual([['north'], ['south']]);
    const both = after(group, admitted(DAYS[0]), moved());
    expect(membersOn(both, DAYS[1])).toStrictEqual(['south']);
  });

  it('loses a member that nobody succeeds', () => {
    given(group)
      .when(move({ to: null }), bySaga)
      .then(moved({ to: null }));
    expect(membersOn(after(group, moved({ to: null })), DAYS[1])).toStrictEqual([]);
  });

  it('has every part of a member that is split', () => {
    const other = { succession: 's2', to: 'east' };
    given(group, moved()).when(move(other), bySaga).then(moved(other));
    expect(membersOn(after(group, moved(), moved(other)), DAYS[1])).toStrictEqual(['south', 'east']);
  });

  it('moves a membership once, and none of who was no member', () => {
    given(group, moved()).when(move(), bySaga).thenNothing();
    given(group)
      .when(move({ from: ['west'] }), bySaga)
      .thenNothing();
  });

  it('loses on the day on which it came who came after the day of a succession', () => {
    const known = after(group, admitted('2025-07-05', 'east'), moved({ from: ['east'], to: 'west' }));
    expect(['2025-07-01', '2025-07-05'].map((day) => membersOn(known, day))).toStrictEqual([
      ['north'],
      ['north', 'west'],
    ]);
  });

  it('keeps a member that takes others in', () => {
    const intoOne = { from: ['north', 'west'], to: 'north' };
    given(group).when(move(intoOne), bySaga).thenNothing();
  });
});

describe('A unit that is succeeded', () => {
  it('is told once, and anew when more is known', () => {
    given(registered).when(note(), bySaga).then(noted());
    given(registered, noted()).when(note(), bySaga).thenNothing();
    given(registered, noted({ at: null, on: null }))
      .when(note(), bySaga)
      .then(noted());
  });

  it('answers up to the moment, and not from it on', () => {
    const known = after(registered, noted());
    expect([endedBy(known, BEFORE), endedBy(known, MIDNIGHT)]).toStrictEqual([undefined, merger]);
  });

  it('goes on answering while the moment is not known, or when it takes others in', () => {
    for (const data of [{ at: null, on: null }, { to: 'ministry' }])
      expect(endedBy(after(registered, noted(data)), MIDNIGHT)).toBeUndefined();
  });

  it('goes on answering when the succession was called off', () =>
    expect(endedBy(after(registered, noted(), noted({ at: null })), MIDNIGHT)).toBeUndefined());
});

describe('A unit that succeeds others', () => {
  const heir = { type: 'UnitRegistered', data: registration('new-ministry') } as const;

  it('answers for them from the moment on', () => {
    const known = after(heir, noted());
    expect([predecessorsBy(known, BEFORE), predecessorsBy(known, MIDNIGHT)]).toStrictEqual([
      [],
      ['ministry', 'academy'],
    ]);
  });

  it('answers for nothing of a split until each thing is decided', () =>
    expect(predecessorsBy(after(heir, noted({ kind: 'split' })), MIDNIGHT)).toStrictEqual([]));

  it('does not answer for itself twice', () =>
    expect(predecessorsBy(after(heir, noted({ from: ['new-ministry', 'academy'] })), MIDNIGHT)).toStrictEqual([
      'academy',
    ]));
});

describe('A unit that is temporary', () => {
  const committee: UnitEvent = {
    type: 'UnitRegistered',
    data: registration('ministry', { level: 'temporary' }),
  };

  it('ends on its day without a successor, as a dissolution says', () => {
    const known = after(committee, noted({ from: ['ministry'], to: null, kind: 'dissolve' }));
    expect(known.entry.level).toBe('temporary');
    expect([endedBy(known, BEFORE) === undefined, endedBy(known, MIDNIGHT)?.to]).toStrictEqual([true, null]);
  });
});

describe('What is registered again', () => {
  it('keeps what has become of the unit since', () => {
    const again: UnitEvent = { type: 'UnitRegistrationCorrected', data: registration('ministry', { parent: 'party' }) };
    const known = after(registered, renamed(DAYS[1], 'New'), noted(), again);
    expect(entryOn(known, DAYS[1])).toMatchObject({ parent: 'party', names: names('New') });
    expect(endedBy(known, MIDNIGHT)).toStrictEqual(merger);
  });
});

describe('The register of what becomes of units', () => {
  const view = specifyProjection(unitView);
  const base = {
    unitId: 'ministry',
    kind: 'unit',
    level: 'central',
    parent: 'government',
    names: '{"en":"Ministry"}',
    life: '[{"names":{"en":"Ministry"},"on":null,"parent":"government"}]',
    aliases: '[]',
    size: null,
    oneOf: '[]',
    membership: '[]',
    successors: '[]',
  };

  it('shows the last name, the last parent and who follows', () => {
    view('unit-ministry', registered, renamed(DAYS[1], 'New'), wentUnder(DAYS[1], 'party'), noted()).then({
      ministry: {
        ...base,
        names: '{"en":"New"}',
        parent: 'party',
        life: canonical([
          { names: names('Ministry'), on: null, parent: 'government' },
          { names: names('New'), on: DAYS[1] },
          { on: DAYS[1], parent: 'party' },
        ]),
        successors: '[{"on":"2025-07-01","succession":"s1","to":"new-ministry"}]',
      },
    });
  });

  it('shows of each day the name and the parent of that day, whenever they were said, also where its registration was corrected since', () => {
    const corrected: UnitEvent = {
      type: 'UnitRegistrationCorrected',
      data: registration('ministry', { parent: 'party', names: names('As it was') }),
    };
    const said = [
      registered,
      renamed('2026-01-01', 'Later'),
      wentUnder('2025-09-01', null),
      renamed('2025-09-01', 'New'),
      corrected,
    ];
    const row = said.reduce<UnitRow | undefined>(
      (known, event) => unitView.evolve(known, { ...event, stream: 'unit-ministry' } as never) ?? undefined,
      undefined,
    )!;
    const on = (day: string) => [unitOn(row, day).names, unitOn(row, day).parent];
    expect(on('2025-08-31')).toStrictEqual(['{"en":"As it was"}', 'party']);
    expect(on('2025-09-01')).toStrictEqual(['{"en":"New"}', null]);
    expect(on('2025-12-31')).toStrictEqual(['{"en":"New"}', null]);
    expect(on('2026-01-01')).toStrictEqual(['{"en":"Later"}', null]);
  });

  it('shows of a successor nothing that only its predecessors have', () =>
    view('unit-ministry', registered, noted({ from: ['academy'], to: 'ministry' })).then({ ministry: base }));

  it('shows who has come, gone, and been followed', () =>
    view('unit-ministry', group, admitted(DAYS[0]), dismissed(DAYS[1], 'south'), moved({ to: 'east' })).then({
      ministry: {
        ...base,
        kind: 'group',
        parent: null,
        names: '{}',
        life: '[{"names":{},"on":null,"parent":null}]',
        membership:
          '[{"from":null,"unit":"north","until":"2025-07-01"},{"from":"2025-06-30","unit":"south","until":"2025-07-01"},{"from":"2025-07-01","unit":"east","until":null}]',
      },
    }));
});

describe('Whatever becomes of units', () => {
  const commands = fc.constantFrom<UnitCommand>(
    { type: 'RegisterUnit', data: group.data },
    ...[rename(DAYS[1], 'New'), putUnder(DAYS[0], 'ministry'), putUnder(DAYS[1], null), admit(DAYS[0]), admit(DAYS[1])],
    ...[dismiss(DAYS[0]), dismiss(DAYS[1], 'south'), note(), note({ at: null }), move(), move({ to: null })],
  );
  const scripts = fc.array(
    fc
      .tuple(commands, fc.constantFrom(registrar, person('party-office'), saga))
      .map(([command, actor]): Step<UnitCommand> => ({ command, actor, now: instant(NOW), stream: 'unit-ministry' })),
    { maxLength: 12 },
  );

  it('the alarm law holds', () => alarmLaw(unit, scripts));
  it('it is answered', () => answersAlways(unit, scripts));

  it('nobody is a member of a group twice on a day', () =>
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), fc.constantFrom(...DAYS, '2025-07-02'), (script, day) => {
        const history: UnitEvent[] = [group];
        for (const command of script) {
          const decision = unit.decide(command, fold(unit, history), bySaga);
          if (!('rejection' in decision)) history.push(...decision);
        }
        const members = membersOn(after(...history), day);
        expect(members).toStrictEqual([...new Set(members)]);
      }),
      { numRuns: 1000 },
    ));
});
