import { describe, expect, it } from '@jest/globals';
import { idOf, instant, type Lookup } from '@edict/kernel';
import { at, person, specify, specifySaga } from '@edict/kernel/testing';

import { conclusion, CONCLUSION, directiveIssued, known, unitFact } from '../testing/directive-examples.ts';
import { taskItem } from '../testing/documents.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import { known as registered, note } from '../testing/succession-examples.ts';
import { directive } from './directive.decider.ts';
import { directiveChange } from './change.saga.ts';
import type { Changed, ChangingDocument, DirectiveCommand, DirectiveEvent } from './directive.messages.ts';
import { taskIdOf } from './identity.ts';

const given = specify(directive);
const ID = idOf(CONCLUSION);
const issuer = person('politburo');
const superior = person('central-committee');
const LATER = instant('2025-06-02T02:00:00.000Z');
const here = (actor = issuer) => at(LATER, actor, LATER, CONCLUSION);

const document = {
  ...conclusion,
  tasks: [
    taskItem({ ref: '1-1' }),
    taskItem({ ref: '1-2', kind: 'standing' }),
    taskItem({ ref: '2-1', accountable: ['provinces'], lead: ['provinces'], each: true }),
  ],
};
const named = { provinces: known(['north', 'south']) };
const target = directiveIssued({ document, named });
const idsOf = { '1-1': taskIdOf(ID, '1-1', 'whole'), '1-2': taskIdOf(ID, '1-2', 'whole') };
const [north, south] = ['north', 'south'].map((member) => taskIdOf(ID, '2-1', member)) as [string, string];
const ALL = [idsOf['1-1'], idsOf['1-2'], north, south];

const further: ChangingDocument = {
  number: '160-KL/TW',
  issuers: ['politburo'],
  title: 'What follows',
  on: '2025-06-02',
  tasks: ['9-1'],
};
type Given = Partial<Changed> & Readonly<{ document?: ChangingDocument | null; open?: readonly string[] }>;
const change = ({ document: value = further, open = ALL, ...said }: Given = {}): DirectiveCommand => ({
  type: 'ChangeDirective',
  data: {
    directiveId: 'further',
    how: 'amends',
    effects: [],
    others: 'keep',
    reason: 'Much has changed.',
    ...said,
    document: { value, source: 'directive-further@0' },
    authorities: unitFact({ id: 'politburo', parent: 'central-committee' }),
    open: Object.fromEntries(ALL.map((id) => [id, { value: open.includes(id), source: `task-${id}@0` }])),
  },
});
const silent = (said: Given): DirectiveCommand => {
  const { others: _, ...data } = (change(said) as Extract<DirectiveCommand, { type: 'ChangeDirective' }>).data;
  return { type: 'ChangeDirective', data };
};
const by = { number: '160-KL/TW', issuer: 'politburo', title: 'What follows', on: '2025-06-02' };
const changed = (said: Partial<Changed> = {}): DirectiveEvent => ({
  type: 'DirectiveChanged',
  data: {
    directiveId: 'further',
    how: 'amends',
    effects: [],
    others: 'keep',
    ...said,
    by,
    reason: 'Much has changed.',
    source: 'directive-further@0',
  },
});

describe('A further document changes a directive', () => {
  it.each(['amends', 'supersedes', 'revokes', 'reaffirms'] as const)('%s it', (how) =>
    given(target).when(change({ how }), here()).then(changed({ how })),
  );

  it('when who issued that document says so, or a secretariat; and that is an issuer of this one, or stands above one', () => {
    given(target)
      .when(change(), here(person('ministry')))
      .thenRefused('directive/not-the-issuer');
    given(target)
      .when(change(), here({ ...person('office'), capacity: 'secretariat' }))
      .then(changed());
    const higher = { ...further, issuers: ['central-committee'] };
    expect(directive.decide(change({ document: higher }), fold(), here(superior))).toMatchObject([
      { data: { by: { issuer: 'central-committee' } } },
    ]);
    given(target)
      .when(change({ document: { ...further, issuers: ['ministry'] } }), here(person('ministry')))
      .thenRefused('directive/not-the-superior');
  });

  it('also by a document of whoever has succeeded an issuer of this one', () => {
    const heir = { ...further, issuers: ['new-politburo'] };
    const following = (day: string, of: ChangingDocument = heir) => {
      const value = registered('politburo', note('politburo', 'new-politburo', { at: instant(day) }));
      const authorities = { politburo: { value, source: 'unit-politburo@1' } };
      const { data } = change({ document: of }) as Extract<DirectiveCommand, { type: 'ChangeDirective' }>;
      return directive.decide(
        { type: 'ChangeDirective', data: { ...data, authorities } },
        fold(),
        here(person('new-politburo')),
      );
    };
    expect(following('2025-06-01T17:00:00Z')).toMatchObject([{ data: { by: { issuer: 'new-politburo' } } }]);
    expect(following('2025-06-03T17:00:00Z')).toMatchObject({ rejection: { code: 'directive/not-the-superior' } });
    // Of a document that was issued before, they say so as well.
    expect(following('2025-06-01T17:00:00Z', further)).toMatchObject([{ data: { by: { issuer: 'politburo' } } }]);
    expect(following('2025-06-03T17:00:00Z', further)).toMatchObject({
      rejection: { code: 'directive/not-the-issuer' },
    });
  });

  it('and by one of who stands above an issuer by then, or has succeeded one who does', () => {
    const filed = registered('politburo');
    const putUnder = (on: string) => ({
      ...{ ...filed, entry: { ...filed.entry, parent: 'assembly' } },
      parents: [{ on, parent: 'central-committee' }],
    });
    const assembly = registered('assembly', note('assembly', 'senate', { at: instant('2025-06-01T17:00:00Z') }));
    const may = (unit: string, on: string): boolean => {
      const authorities = {
        politburo: { value: putUnder(on), source: 'unit-politburo@2' },
        assembly: { value: assembly, source: 'unit-assembly@1' },
      };
      const said = change({ document: { ...further, issuers: [unit] } });
      const { data } = said as Extract<DirectiveCommand, { type: 'ChangeDirective' }>;
      const command: DirectiveCommand = { type: 'ChangeDirective', data: { ...data, authorities } };
      return !('rejection' in directive.decide(command, fold(), here(person(unit))));
    };
    const over = (on: string) => ['assembly', 'senate', 'central-committee'].filter((unit) => may(unit, on));
    expect(over('2025-06-02')).toStrictEqual(['central-committee']);
    expect(over('2025-06-03')).toStrictEqual(['assembly', 'senate']);
  });

  it('only where both are issued, and never itself', () => {
    given().when(change(), here()).thenRefused('directive/unknown');
    given(target)
      .when(change({ document: null }), here())
      .thenRefused('directive/unknown');
    given(target)
      .when(change({ directiveId: ID }), here())
      .thenRefused('directive/changes-itself');
  });

  it('once, and not after it has been superseded or revoked', () => {
    given(target, changed()).when(change(), here()).thenNothing();
    given(target, changed())
      .when(change({ how: 'revokes' }), here())
      .thenRefused('directive/changed');
    given(target, changed({ how: 'reaffirms' }))
      .when(change({ directiveId: 'another' }), here())
      .then(changed({ directiveId: 'another' }));
    for (const how of ['supersedes', 'revokes'] as const)
      given(target, changed({ how }))
        .when(change({ directiveId: 'another' }), here())
        .thenRefused('directive/not-in-force');
  });
});

const fold = () => directive.evolve(directive.initialState, target);

describe('Of each open task it says what becomes of it:', () => {
  it('nothing happens where one is passed over', () => {
    const effects = [{ ref: '1-1', effect: 'keep' } as const];
    given(target).when(silent({ effects }), here()).thenRefused('directive/effect-missing');
    expect(directive.decide(silent({ effects }), fold(), here())).toMatchObject({
      rejection: { message: 'Nothing is said of what becomes of 1-2, 2-1.' },
    });
    given(target)
      .when(silent({ effects, open: [idsOf['1-1']] }), here())
      .then(withoutOthers(effects));
  });

  it('by its ref, or by one of its members', () => {
    const effects = [
      { ref: '1-1', effect: 'cancel' },
      { ref: '1-2', effect: 'keep' },
      { ref: '2-1', member: 'north', effect: 'keep' },
    ] as const;
    given(target).when(silent({ effects }), here()).thenRefused('directive/effect-missing');
    const all = [...effects, { ref: '2-1', effect: 'cancel' } as const];
    given(target)
      .when(silent({ effects: all }), here())
      .then(withoutOthers(all));
  });

  it('of tasks that are there', () => {
    for (const effect of [{ ref: '9-9' }, { ref: '2-1', member: 'west' }])
      given(target)
        .when(change({ effects: [{ ...effect, effect: 'keep' }] }), here())
        .thenRefused('directive/no-such-task');
  });

  it.each([
    ['to no day', { ref: '1-1', effect: 'change' }],
    ['to a day that is over', { ref: '1-1', effect: 'change', toOn: '2025-06-01' }],
    ['to a day, of what is never late', { ref: '1-2', effect: 'change', toOn: '2025-07-01' }],
    ['by nothing', { ref: '1-1', effect: 'replace' }],
    ['by a task that the further document has not', { ref: '1-1', effect: 'replace', by: '9-9' }],
    ['kept to a day', { ref: '1-1', effect: 'keep', toOn: '2025-07-01' }],
  ] as const)('and not in half: %s', (_, effect) =>
    given(target)
      .when(change({ effects: [effect] }), here())
      .thenRefused('directive/effect-not-whole'),
  );
});

const withoutOthers = (effects: Changed['effects']): DirectiveEvent => {
  const { others: _, ...data } = (changed({ effects }) as Extract<DirectiveEvent, { type: 'DirectiveChanged' }>).data;
  return { type: 'DirectiveChanged', data };
};

describe('What a change rests on is looked up:', () => {
  const facts = directive.facts!({ stream: CONCLUSION, type: 'ChangeDirective', data: {} as never }, fold()) as Record<
    string,
    Record<string, Lookup>
  >;

  it('whether each task is open', () => {
    expect(Object.keys(facts['open']!)).toStrictEqual(ALL);
    const { stream, select } = facts['open']![north]!;
    expect(stream).toBe(`task-${north}`);
    const event = (type: string, data = {}) => ({ type, data });
    expect(select([])).toBeNull();
    expect(select([event('TaskAssigned')])).toBe(true);
    for (const type of ['TaskAccepted', 'TaskLapsed', 'TaskCancelled'])
      expect(select([event('TaskAssigned'), event(type)])).toBe(false);
    expect(select([event('DirectiveChangeApplied', { effect: 'cancelled' })])).toBe(false);
    expect(select([event('DirectiveChangeApplied', { effect: 'continues' })])).toBe(true);
  });

  it('who stands above its issuers, and what the further document is', () => {
    expect(Object.keys(facts['authorities']!)).toStrictEqual(['politburo', 'secretariat']);
    const { document: lookup } = directive.facts!(
      { stream: CONCLUSION, type: 'ChangeDirective', data: { directiveId: 'd2' } as never },
      fold(),
    ) as unknown as { document: Lookup };
    expect(lookup.select([])).toBeNull();
    expect(lookup.select([target])).toStrictEqual({
      number: '155-KL/TW',
      issuers: ['politburo', 'secretariat'],
      title: 'Apparatus and administrative units',
      on: '2025-05-16',
      tasks: ['1-1', '1-2', '2-1'],
    });
  });
});

describe('Each task is told', () => {
  const saga = specifySaga(directiveChange, directive, CONCLUSION);
  const told = (ref: string, member: string, data: object) => ({
    key: `change ${ref} ${member}`,
    send: {
      stream: `task-${taskIdOf(ID, ref, member)}`,
      type: 'ApplyChange' as const,
      data: { by, reason: 'Much has changed.', ...data },
    },
  });

  it('what is said of it, of its member, or of all others', () =>
    saga(target)
      .when(
        changed({
          effects: [
            { ref: '1-1', effect: 'change', toOn: '2025-07-31' },
            { ref: '2-1', member: 'south', effect: 'replace', by: '9-1' },
          ],
        }),
      )
      .then(
        told('1-1', 'whole', { effect: 'changed', toOn: '2025-07-31' }) as never,
        told('1-2', 'whole', { effect: 'continues' }) as never,
        told('2-1', 'north', { effect: 'continues' }) as never,
        told('2-1', 'south', {
          effect: 'cancelled',
          replacedBy: { directiveId: 'further', ref: '9-1' },
        }) as never,
      ));

  it('nothing, where nothing is said of it, and by nothing else', () => {
    saga(target)
      .when(withoutOthers([{ ref: '1-2', effect: 'cancel' }]))
      .then(told('1-2', 'whole', { effect: 'cancelled' }) as never);
    saga().when(target).then();
  });
});

describe('The day of issue', () => {
  it('does not matter: a further document may be entered first', () =>
    given(directiveIssued({ document, named, issuedAt: ISSUED_AT }))
      .when(change({ document: { ...further, on: '2025-01-01' } }), here())
      .then({
        ...changed(),
        data: { ...(changed().data as object), by: { ...by, on: '2025-01-01' } },
      } as DirectiveEvent));
});
