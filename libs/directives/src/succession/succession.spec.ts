import { describe, expect, it } from '@jest/globals';
import { fold, instant, type Lookup } from '@edict/kernel';
import { alarmLaw, answersAlways, person, ring, saga, specify, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import {
  MIDNIGHT,
  NOW,
  by,
  bySaga,
  complete,
  completed,
  count,
  counted,
  dayFixed,
  decide,
  decided,
  dissolved,
  fixDay,
  known,
  listed,
  manifest,
  merger,
  nameSuccessor,
  note,
  plan,
  planned,
  registrar,
  split,
  successorNamed,
  takeEffect,
  tally,
  tookEffect,
  units,
  waiting,
  withdraw,
  withdrawn,
} from '../testing/succession-examples.ts';
import { succession } from './succession.decider.ts';
import type { Plan, SuccessionCommand, SuccessionEvent } from './succession.messages.ts';

const given = specify(succession);

describe('A succession', () => {
  it('is planned by a secretariat and by nobody else', () => {
    given().when(plan(), by()).then(planned());
    given()
      .when(plan(), by(person('party-office')))
      .thenRefused('succession/not-the-registrar');
  });

  it('may lead to a place kept for a unit that is not there yet', () =>
    given()
      .when(plan({ to: 'to-be' }), by())
      .then(planned({ to: 'to-be' })));

  it('is planned once under its name', () => {
    given(planned()).when(plan(), by()).thenNothing();
    given(planned())
      .when(plan({ basis: 'Another' }), by())
      .thenRefused('succession/exists');
  });

  it.each<[string, Partial<Plan>, string]>([
    ['predecessors that are registered', { from: ['nobody'] }, 'unit/unknown'],
    ['a successor that is registered', { to: 'nobody' }, 'unit/unknown'],
    ['units by name, not classes of them', { from: ['provinces'] }, 'succession/no-unit'],
    ['a successor by name, not a class of units', { to: 'provinces' }, 'unit/cannot-answer'],
    ['at least one predecessor', { from: [] }, 'succession/predecessors'],
    ['each predecessor once', { from: ['ministry', 'ministry'] }, 'succession/predecessors'],
    ['somebody else than the predecessor', { from: ['ministry'], to: 'ministry' }, 'succession/itself'],
    ['a successor for each part of a split', { kind: 'split', to: null }, 'succession/split'],
    ['a time zone that there is', { zone: 'Asia/Nowhere' }, 'succession/zone'],
  ])('names %s', (_, wrong, code) => given().when(plan(wrong), by()).thenRefused(code));

  it('may name neither a successor nor a day', () => {
    const unknown = { to: null, effectiveOn: null };
    given().when(plan(unknown), by()).then(planned(unknown));
  });

  it('does not take away who is succeeded already, unless both are parts of one split', () => {
    const taken = units(known('ministry', note('ministry', 'third')));
    const halved = units(known('ministry', note('ministry', 'academy', { kind: 'split' })));
    given().when(plan({}, taken), by()).thenRefused('succession/taken');
    given().when(plan(split, taken), by()).thenRefused('succession/taken');
    given().when(plan(split, halved), by()).then(planned(split));
  });

  it('that was called off takes nobody away and leads nowhere, also where it was noted before that was said', () => {
    for (const off of [{ at: null, withdrawn: true as const }, { at: null }]) {
      const taken = units(known('ministry', note('ministry', 'third', off)));
      given().when(plan({}, taken), by()).then(planned());
      const back = units(known('new-ministry', note('new-ministry', 'academy', off)));
      given().when(plan({}, back), by()).then(planned());
    }
  });

  it('of which the day is not known takes nobody away yet', () => {
    const someDay = units(known('ministry', note('ministry', 'third', { on: null, at: null })));
    given().when(plan({}, someDay), by()).then(planned());
  });

  it('never leads back to where it came from', () => {
    const back = units(known('new-ministry', note('new-ministry', 'academy')));
    given().when(plan({}, back), by()).thenRefused('succession/circle');
    given(planned({ to: null }))
      .when(nameSuccessor('new-ministry', back), by())
      .thenRefused('succession/circle');
  });

  it('that was planned in one moment with another that leads back is called off on its day', () => {
    const back: Partial<Plan> = { from: ['new-ministry'], to: 'academy' };
    const withdrawnAs = {
      type: 'SuccessionWithdrawn' as const,
      data: { reason: 'new-ministry is itself succeeded by academy, at once or further on.' },
    };
    const beside = (id: string, ...events: readonly SuccessionEvent[]) => {
      const noted = known('new-ministry', note('new-ministry', 'academy', { succession: id }));
      const line = {
        'unit-new-ministry': { value: noted, source: 'unit-new-ministry@1' },
        [`succession-${id}`]: { value: fold(succession, events), source: `succession-${id}@1` },
      };
      const onItsDay: SuccessionCommand = { type: 'TakeEffect', data: { effectiveAt: MIDNIGHT, line } };
      return given(planned()).when(onItsDay, by(ring, MIDNIGHT));
    };
    // What has taken effect comes before, and so does what takes effect earlier, or in the same moment and has the earlier name.
    beside('s2', planned(back), tookEffect({ ...merger, ...back })).then(withdrawnAs);
    beside('s2', planned({ ...back, effectiveOn: '2025-06-30' })).then(withdrawnAs);
    beside('s0', planned(back)).then(withdrawnAs);
    for (const behind of [{}, { effectiveOn: null }, { effectiveOn: '2025-07-02' }])
      beside('s2', planned({ ...back, ...behind })).then(tookEffect());
    beside('s0', planned(back), withdrawn).then(tookEffect());
    beside('s0').then(tookEffect());
  });

  it('that is in no circle takes effect, whoever follows its successor', () => {
    const line = {
      'unit-new-ministry': {
        value: known('new-ministry', note('new-ministry', 'third')),
        source: 'unit-new-ministry@1',
      },
      'succession-other': { value: fold(succession, [planned({ from: ['new-ministry'], to: 'third' })]), source: 's' },
    };
    given(planned())
      .when({ type: 'TakeEffect', data: { effectiveAt: MIDNIGHT, line } }, by(ring, MIDNIGHT))
      .then(tookEffect());
  });

  it('never leads back either by way of others, whenever they follow one another', () => {
    const far = units(
      known('new-ministry', note('new-ministry', 'third')),
      known('third', note('third', 'fourth', { on: '2025-09-01' }), note('fifth', 'third')),
      known('fourth', note('fourth', 'academy', { on: null, at: null })),
    );
    given().when(plan({}, far), by()).thenRefused('succession/circle');
    given(planned({ to: null }))
      .when(nameSuccessor('new-ministry', far), by())
      .thenRefused('succession/circle');
    const away = units(
      known('new-ministry', note('new-ministry', 'third')),
      known('third', note('third', 'fourth'), note('ministry', 'third')),
      known('fourth', note('fourth', 'new-ministry')),
    );
    given().when(plan({}, away), by()).then(planned());
    const intoOne = { from: ['ministry', 'academy'], to: 'academy' };
    const absorbing = units(known('academy', { ...note('third', 'academy'), from: ['third', 'academy'] }));
    given().when(plan(intoOne, absorbing), by()).then(planned(intoOne));
  });

  it('takes others into one that goes on, which then is no predecessor', () => {
    const intoOne = { from: ['ministry', 'academy'], to: 'academy' };
    given().when(plan(intoOne), by()).then(planned(intoOne));
  });

  it.each([nameSuccessor('third'), fixDay('2025-07-08'), withdraw, decide('third'), takeEffect(), count(), complete()])(
    'that nobody has planned is unknown: %#',
    (command) => given().when(command, by()).thenRefused('succession/unknown'),
  );
});

describe('What was not known when it was planned', () => {
  it('is named: the successor', () => {
    given(planned({ to: null }))
      .when(nameSuccessor('third'), by())
      .then(successorNamed);
    given(planned({ to: null }), successorNamed)
      .when(nameSuccessor('third'), by())
      .thenNothing();
    given(planned({ to: null }))
      .when(nameSuccessor('nobody'), by())
      .thenRefused('unit/unknown');
    given(planned({ to: null }))
      .when(nameSuccessor('provinces'), by())
      .thenRefused('unit/cannot-answer');
  });

  it('is fixed: the day, once and anew, until it has come', () => {
    given(planned()).when(fixDay('2025-07-08'), by()).then(dayFixed);
    given(planned(), dayFixed).when(fixDay('2025-07-08'), by()).thenNothing();
    given(planned(), tookEffect()).when(fixDay('2025-07-08'), by()).thenRefused('succession/took-effect');
  });

  it('is not named any more once it has taken effect', () =>
    given(planned(dissolved), tookEffect(dissolved))
      .when(nameSuccessor('third'), by())
      .thenRefused('succession/took-effect'));

  it.each([nameSuccessor('third'), fixDay('2025-07-08'), withdraw])(
    'is not changed any more from its moment on, also where nobody has noticed that it has come: %#',
    (command) => {
      given(planned()).when(command, by(registrar, MIDNIGHT)).thenRefused('succession/took-effect');
    },
  );

  it('names nobody who is among the predecessors alone', () =>
    given(planned({ from: ['ministry'], to: null }))
      .when(nameSuccessor('ministry'), by())
      .thenRefused('succession/itself'));
});

describe('A succession that is called off', () => {
  it('never takes effect', () => {
    given(planned()).when(withdraw, by()).then(withdrawn);
    given(planned(), withdrawn).thenWaitsFor();
    given(planned(), withdrawn).when(takeEffect(), by(ring, MIDNIGHT)).thenRefused('succession/withdrawn');
  });

  it('is so only before its day', () =>
    given(planned(), tookEffect()).when(withdraw, by()).thenRefused('succession/took-effect'));
});

describe('The day', () => {
  const effect = (effectiveAt = MIDNIGHT) => ({
    key: `effect/${effectiveAt}`,
    at: effectiveAt,
    ring: takeEffect(effectiveAt),
  });

  it('begins where it begins in the zone', () => {
    given(planned()).thenWaitsFor(effect());
    given(planned(), dayFixed).thenWaitsFor(effect(instant('2025-07-07T17:00:00.000Z')));
    given(planned({ zone: 'UTC' })).thenWaitsFor(effect(instant('2025-07-01T00:00:00.000Z')));
  });

  it('is not waited for while day or successor is unknown', () => {
    given(planned({ effectiveOn: null })).thenWaitsFor();
    given(planned({ to: null })).thenWaitsFor();
    given(planned({ to: null }), successorNamed).thenWaitsFor(effect());
  });

  it('is waited for where a unit ends without a successor', () => given(planned(dissolved)).thenWaitsFor(effect()));

  it('comes once, not before its time, and not when it has been put off', () => {
    const onTime = by(ring, MIDNIGHT);
    given(planned()).when(takeEffect(), onTime).then(tookEffect());
    given(planned(), tookEffect()).when(takeEffect(), onTime).thenNothing();
    given(planned()).when(takeEffect(), by(ring)).thenNothing();
    given(planned(), dayFixed).when(takeEffect(), onTime).thenNothing();
  });
});

describe('What predecessors held', () => {
  const inEffect = [planned(), tookEffect()] as const;

  it('is listed once', () => {
    given(...inEffect)
      .when({ type: 'ListHoldings', data: manifest }, bySaga)
      .then(listed);
    given(...inEffect, listed)
      .when({ type: 'ListHoldings', data: { ...manifest, count: 9 } }, bySaga)
      .thenNothing();
    given(planned()).when({ type: 'ListHoldings', data: manifest }, bySaga).thenNothing();
  });

  it('is decided thing by thing where it is split, for the part that the succession is of', () => {
    const parted = [planned(split), tookEffect(split)] as const;
    given(...parted)
      .when(decide('third'), by())
      .then(decided('third'));
    given(...parted)
      .when(decide('academy'), by())
      .thenRefused('succession/other-successor');
  });

  it('is decided thing by thing where nobody succeeds, and never for the one that has ended', () => {
    const gone = [planned(dissolved), tookEffect(dissolved)] as const;
    given(...gone)
      .when(decide('academy'), by())
      .then(decided('academy'));
    given(...gone)
      .when(decide('ministry'), by())
      .thenRefused('succession/predecessor');
    given(...gone)
      .when(decide('nobody'), by())
      .thenRefused('unit/unknown');
    given(...gone)
      .when(decide('provinces'), by())
      .thenRefused('unit/cannot-answer');
  });

  it('is decided once', () => {
    const gone = [planned(dissolved), tookEffect(dissolved), decided('academy')] as const;
    given(...gone)
      .when(decide('academy'), by())
      .thenNothing();
    given(...gone)
      .when(decide('third'), by())
      .thenRefused('succession/decided');
  });

  it('is not decided on before the day', () =>
    given(planned(split)).when(decide('third'), by()).thenRefused('succession/not-yet'));

  it('is all accounted for when holdings and late are what was moved and what was closed meanwhile', () => {
    given(...inEffect, listed)
      .when(complete(), bySaga)
      .then(completed);
    given(...inEffect, listed)
      .when(complete({ ...tally, moved: 1 }), bySaga)
      .then({ type: 'SuccessionCompleted', data: { ...tally, moved: 1, balanced: false } });
    given(planned()).when(complete(), bySaga).thenNothing();
  });

  it('is counted anew when something has come late, and only then', () => {
    const later = { ...tally, late: 2, moved: 3 };
    given(...inEffect, listed, completed)
      .when(complete(), bySaga)
      .thenNothing();
    given(...inEffect, listed, completed)
      .when(complete(later), bySaga)
      .then({ type: 'SuccessionCompleted', data: { ...later, balanced: true } });
  });

  it('is said to wait where something came late after all, each time that the figures change', () => {
    given(...inEffect, listed, completed)
      .when(count(), bySaga)
      .then(counted);
    given(...inEffect, listed, completed, counted)
      .when(count(), bySaga)
      .thenNothing();
    const another = { ...waiting, late: 3, open: 2 };
    given(...inEffect, listed, completed, counted)
      .when(count(another), bySaga)
      .then({ type: 'HoldingsCounted', data: another });
    given(planned()).when(count(), bySaga).thenNothing();
  });

  it('is complete again once nothing waits, also with the figures of the first time', () =>
    given(...inEffect, listed, completed, counted)
      .when(complete(), bySaga)
      .then(completed));
});

describe('Who may send what to a succession', () => {
  it('plans come from persons and files, effect from the clock, the rest from persons or the engine', () =>
    expect(succession.origins).toStrictEqual({
      PlanSuccession: ['person', 'saga'],
      NameSuccessor: ['person'],
      FixEffectiveDay: ['person'],
      WithdrawSuccession: ['person'],
      TakeEffect: ['ring'],
      ListHoldings: ['saga'],
      DecideHolding: ['person'],
      CountHoldings: ['saga'],
      CompleteSuccession: ['saga'],
    }));

  it('it asks the registry for the units that it is told of, and for no others', () => {
    const asked = (command: SuccessionCommand) => {
      const { units: _, ...data } = command.data as { units?: unknown };
      return Object.keys(
        succession.facts!({ type: command.type, data, stream: 'succession-s1' } as never, succession.initialState)[
          'units'
        ] ?? {},
      );
    };
    expect(asked(plan())).toStrictEqual(['ministry', 'academy', 'new-ministry']);
    const { leads } = (
      succession.facts!({ ...nameSuccessor('third'), stream: 'succession-s1' }, succession.initialState)[
        'units'
      ] as Readonly<Record<string, Lookup>>
    )['third']!;
    expect(Object.keys(leads!(known('third', note('third', 'fourth'), note('second', 'third'))))).toStrictEqual([
      'fourth',
    ]);
    expect(leads!(null)).toStrictEqual({});
    const state = fold(succession, [planned()]);
    const { line } = succession.facts!({ ...takeEffect(), stream: 'succession-s1' }, state) as Readonly<
      Record<string, Readonly<Record<string, Lookup>>>
    >;
    expect(Object.keys(line!)).toStrictEqual(['unit-new-ministry']);
    const onwards = line!['unit-new-ministry']!.leads!;
    expect(Object.keys(onwards(known('new-ministry', note('new-ministry', 'third'))))).toStrictEqual([
      'succession-other',
      'unit-third',
    ]);
    expect(onwards(null)).toStrictEqual({});
    expect(asked(plan({ to: null }))).toStrictEqual(['ministry', 'academy']);
    expect([asked(nameSuccessor('third')), asked(decide('third')), asked(withdraw)]).toStrictEqual([
      ['third'],
      ['third'],
      [],
    ]);
  });
});

describe('Whatever is said of a succession', () => {
  const commands = fc.constantFrom<SuccessionCommand>(
    ...[plan(), plan({ to: null }), plan({ effectiveOn: null }), plan(dissolved), plan(split), withdraw],
    ...[nameSuccessor('third'), nameSuccessor('nobody'), fixDay('2025-07-08'), takeEffect(), decide('third')],
    ...[decide('academy'), { type: 'ListHoldings' as const, data: manifest }, count(), complete()],
  );
  const actors = fc.constantFrom(registrar, person('party-office'), saga, ring);
  const moments = fc.constantFrom(NOW, MIDNIGHT, '2025-07-07T17:00:00.000Z', '2025-08-01T00:00:00.000Z');
  const scripts = fc.array(
    fc.tuple(commands, actors, moments).map(([command, actor, now]): Step<SuccessionCommand> => ({
      command,
      actor,
      now: instant(now),
    })),
    { maxLength: 12 },
  );

  it('the alarm law holds', () => alarmLaw(succession, scripts));
  it('it is answered', () => answersAlways(succession, scripts));
});
