import { describe, expect, it } from '@jest/globals';
import { fold, instant, plusMs, type Actor, type Fact, type Message } from '@edict/kernel';
import {
  alarmLaw,
  answersAlways,
  at,
  person,
  ring,
  saga,
  specify,
  specifyProjection,
  type Step,
} from '@edict/kernel/testing';
import fc from 'fast-check';

import type { Office } from '../office.ts';
import type { Rules, Term } from '../task/deadline.ts';
import { calendar, policy, SOURCES, ZONE } from '../testing/documents.ts';
import { issued, ISSUED_AT, registered } from '../testing/issued.ts';
import {
  actRefused,
  answered,
  atSecretariat,
  deskFact,
  handedOver,
  JUNE,
  MANDATE_ENDS,
  received,
  recommended,
  secretariat,
  standing,
  submission,
} from '../testing/matter-examples.ts';
import { matter } from './matter.decider.ts';
import type { MatterCommand, MatterEvent, MatterPart, Submission } from './matter.messages.ts';
import { matterView, type ConsultationRow, type MatterRow } from './matter.projection.ts';
import { partsIn } from './matter.transfer.ts';
import type { Registration } from '../unit/unit.messages.ts';

const given = specify(matter);
const by = (unit: string, now = JUNE) => at(now, person(unit), now, 'matter-m1');
const rulesOf = (figures: Parameters<typeof policy>[0] = {}): Fact<Rules | null> => ({
  value: { policy: policy(figures), calendar, sources: SOURCES },
  source: 'directive-d1@0',
});
const DUE = instant('2025-06-09T17:00Z');

const consult = (unit = 'finance', on = '2025-06-09'): MatterCommand => ({
  type: 'ConsultUnit',
  data: { unit, question: 'Are there funds?', on, registered: registered(unit), rules: rulesOf() },
});
const consulted = (consultation = 1, unit = 'finance', by_ = 'ha-noi'): MatterEvent => ({
  type: 'UnitConsulted',
  data: { by: by_, consultation, unit, question: 'Are there funds?', dueAt: DUE, evidence: null },
});
const withoutDay = (rules: Fact<Rules | null>): MatterCommand => ({
  type: 'ConsultUnit',
  data: { unit: 'finance', question: 'Are there funds?', registered: registered('finance'), rules },
});
const term: Term = {
  from: '2025-06-02',
  workingDays: 5,
  daysOff: ['2025-06-07', '2025-06-08'],
  covered: true,
  zone: ZONE,
  sources: SOURCES,
  endsAt: DUE,
};
const setBy = (by: Term): MatterEvent =>
  ({
    ...consulted(),
    data: { ...consulted().data, dueAt: by.endsAt, policy: { id: 'vn-party', version: 4 }, term: by },
  }) as MatterEvent;
const reply = (consultation = 1): MatterCommand => ({
  type: 'AnswerConsultation',
  data: { consultation, answer: 'There are.' },
});
const replied = (consultation = 1, unit = 'finance'): MatterEvent => ({
  type: 'ConsultationAnswered',
  data: { consultation, by: 'ha-noi', unit, answer: 'There are.', evidence: null },
});
const call: MatterCommand = { type: 'CallConsultation', data: { consultation: 1, dueAt: DUE } };
const missed: MatterEvent = {
  type: 'ConsultationMissed',
  data: { consultation: 1, by: 'ha-noi', unit: 'finance', dueAt: DUE },
};
const clock = { key: `consultation-1/${DUE}`, at: DUE, ring: call };

describe('Another unit is consulted', () => {
  it('by the desk where a matter lies, until the end of a day there, and by nobody else', () => {
    given(received()).when(consult(), by('ha-noi')).then(consulted());
    given(received()).when(consult(), by('hue')).thenRefused('matter/not-the-office');
    given(received()).when(consult('ha-noi'), by('ha-noi')).thenRefused('matter/consults-itself');
    given(received()).when(consult('finance', '2025-06-01'), by('ha-noi')).thenRefused('matter/day-over');
    given(received()).when(consult(), by('ha-noi', DUE)).thenRefused('matter/day-over');
    given(received())
      .when(consult(), by('ha-noi', MANDATE_ENDS))
      .thenRefused('matter/outside-mandate', actRefused('ConsultUnit'));
    given(atSecretariat()).when(consult(), by('ha-noi')).then(consulted());
  });

  it('which is registered, and no class of units', () => {
    const consulting = (of: Fact<Registration | null>) =>
      given(received()).when(
        { ...consult(), data: { ...consult().data, registered: of } } as MatterCommand,
        by('ha-noi'),
      );
    consulting({ value: null, source: 'unit-finance@-1' }).thenRefused('unit/unknown');
    for (const kind of ['group', 'persons', 'placeholder'] as const)
      consulting(registered('finance', { kind })).thenRefused('unit/cannot-answer');
    consulting(registered('finance', { kind: 'office' })).then(consulted());
  });

  it('until the end of the term that the policy sets, where no day is named, which says so by name and version', () => {
    const figures = { consultationWorkingDays: 5 };
    given(received())
      .when(withoutDay(rulesOf(figures)), by('ha-noi'))
      .then(setBy(term));
    given(received()).when(consult(), by('ha-noi')).then(consulted());
    given(received(), setBy(term)).when(call, at(DUE, ring)).then(missed);
    given(received())
      .when(withoutDay(rulesOf({ consultationWorkingDays: 0 })), by('ha-noi'))
      .then(setBy({ ...term, workingDays: 0, daysOff: [], endsAt: instant('2025-06-02T17:00Z') }));
  });

  it('and has to have a day named where the policy sets no term, or none is known', () => {
    for (const rules of [
      rulesOf(),
      rulesOf({ consultationWorkingDays: null }),
      { value: null, source: 'directive-d1@0' } as const,
    ])
      given(received()).when(withoutDay(rules), by('ha-noi')).thenRefused('matter/no-term');
    given(received())
      .when(
        { ...consult(), data: { ...consult().data, rules: { value: null, source: '' } } } as MatterCommand,
        by('ha-noi'),
      )
      .then(consulted());
  });

  it('by the authority to which it was recommended, and then by the desk no more', () => {
    const history = [received(), recommended()];
    given(...history)
      .when(consult(), by('government'))
      .then(consulted(1, 'finance', 'government'));
    given(...history)
      .when(consult(), by('ha-noi'))
      .thenRefused('matter/recommended');
  });

  it('several at once, each with a number and a clock of its own', () => {
    given(received(), consulted()).when(consult('justice'), by('ha-noi')).then(consulted(2, 'justice'));
    given(received(), consulted(), replied()).when(consult('justice'), by('ha-noi')).then(consulted(2, 'justice'));
  });

  it('and answers itself, also after its day, once', () => {
    given(received(), consulted()).when(reply(), by('finance')).then(replied());
    given(received(), consulted(), missed).when(reply(), by('finance')).then(replied());
    given(received(), consulted()).when(reply(), by('ha-noi')).thenRefused('matter/not-the-consulted');
    given(received(), consulted(), replied()).when(reply(), by('finance')).thenRefused('matter/no-such-consultation');
    given(received(), consulted()).when(reply(2), by('finance')).thenRefused('matter/no-such-consultation');
    given(received(), answered()).when(reply(), by('finance')).thenRefused('matter/not-open');
  });

  it('with a clock beside that of the matter, which stops with the answer', () => {
    const others = matter.alarms(fold(matter, [received()]));
    given(received(), consulted()).thenWaitsFor(clock, ...others);
    given(received(), consulted(), replied()).thenWaitsFor(...others);
    given(received(), consulted(), missed).thenWaitsFor(...others);
    given(received(), consulted(), answered()).thenWaitsFor();
    given(received(), consulted()).when(call, at(DUE, ring)).then(missed);
    given(received(), consulted()).when(call, at('2025-06-09T16:59:59.999Z', ring)).thenNothing();
    given(received(), consulted(), replied()).when(call, at(DUE, ring)).thenNothing();
    given(received(), consulted(), missed).when(call, at(DUE, ring)).thenNothing();
    given(received(), answered()).when(call, at(DUE, ring)).thenNothing();
  });

  it('until the matter is answered without it: then it is asked no more, and what was missed or answered stays so', () => {
    const three = [consulted(1), consulted(2, 'justice'), consulted(3, 'interior')];
    const known = { id: 'e1', stream: 'matter-m1', recordedAt: instant(JUNE), occurredAt: instant(JUNE) };
    const states = (...events: readonly MatterEvent[]) => {
      const row = [received(), ...three, ...events].reduce<MatterRow | undefined>(
        (before, event) => matterView.evolve(before, { ...event, ...known }),
        undefined,
      );
      return (JSON.parse(row!.consultations) as readonly ConsultationRow[]).map(({ state }) => state);
    };
    expect(states(missed, replied(2, 'justice'))).toStrictEqual(['missed', 'answered', 'asked']);
    expect(states(missed, replied(2, 'justice'), answered())).toStrictEqual(['missed', 'answered', 'ended']);
    known.occurredAt = DUE;
    expect(states(answered())).toStrictEqual(['missed', 'missed', 'missed']);
  });

  it('what its day or term is reckoned by follows from the directive', () => {
    const state = fold(matter, [received()]);
    const { rules: wanted } = matter.facts!({ ...consult(), stream: 'matter-m1' }, state) as Readonly<
      Record<string, { stream: string; select(history: readonly Message[]): unknown }>
    >;
    expect(wanted!.stream).toBe('directive-d1');
    expect(wanted!.select([{ type: 'DirectiveIssued', data: issued() }])).toMatchObject({
      ...{ policy: { id: 'vn-party', version: 4, zone: ZONE }, calendar, sources: SOURCES },
    });
    expect(wanted!.select([])).toBeNull();
    expect(matter.facts!({ ...consult(), stream: 'matter-m1' }, matter.initialState)).toMatchObject({
      ...{ registered: { stream: 'unit-finance' }, rules: null },
    });
  });

  it('and its successor answers in its place', () => {
    const handover = { succession: 's1', from: ['finance'], to: 'treasury', on: '2025-07-01' };
    const moved = { type: 'MatterTransferred', data: handover } as unknown as MatterEvent;
    expect(partsIn(fold(matter, [received(), consulted()]))).toMatchObject({ finance: ['consulted'] });
    const after = fold(matter, [received(), consulted(), moved]);
    expect(after).toMatchObject({ consultations: [{ unit: 'treasury', by: 'ha-noi' }] });
  });

  it('and what goes over with its desk and its consultation is said', () => {
    const handover = {
      succession: 's1',
      to: 'heir',
      effectiveOn: '2025-07-01',
      effectiveAt: instant('2025-06-30T17:00Z'),
    };
    const move = (...from: readonly string[]): MatterCommand => ({
      type: 'TransferMatter',
      data: { ...handover, from },
    });
    const moved = (from: readonly string[], ...parts: readonly MatterPart[]): MatterEvent => ({
      type: 'MatterTransferred',
      data: { ...handover, from, parts },
    });
    const context = at('2025-07-01T00:00:00.000Z', saga);
    given(received(), consulted())
      .when(move('ha-noi', 'finance', 'archive'), context)
      .then(moved(['ha-noi', 'finance'], 'office', 'consulted'));
    given(received(), consulted())
      .when(move('finance'), context)
      .then(moved(['finance'], 'consulted'));
    given(received()).when(move('finance'), context).thenNothing();
  });
});

describe('A matter is marked', () => {
  const why = { reason: 'The same village asked in May.' };
  const mark = (marks: object): MatterCommand => ({ type: 'MarkMatter', data: { ...marks, ...why } });
  const marks = { repeats: 'm0', collective: true, specialCare: true, endangers: ['t2'] } as const;
  const marked = (more: object, office: Office = standing): MatterEvent => ({
    type: 'MatterMarked',
    data: { by: office, ...more, ...why, evidence: null },
  });

  it('when it comes, with what is known by then', () => {
    const submit = (parts: Partial<Submission>): MatterCommand => ({
      type: 'ReceiveMatter',
      data: { ...submission(parts), desk: deskFact() },
    });
    given().when(submit(marks), by('ministry')).then(received(marks));
    given()
      .when(submit({ repeats: 'm1' }), by('ministry'))
      .thenRefused('matter/repeats-itself');
  });

  it('for an organisation or a citizen by the desk itself, which names no unit', () => {
    const call: Partial<Submission> = { kind: 'hotlineCall', behalf: 'citizen', from: null };
    const entering = (parts: Partial<Submission>): MatterCommand => ({
      type: 'ReceiveMatter',
      data: { ...submission(parts), desk: deskFact() },
    });
    given().when(entering(call), by('ha-noi')).then(received(call));
    given()
      .when(entering({ ...call, from: 'ministry' }), by('ha-noi'))
      .thenRefused('matter/not-the-desk');
    given()
      .when(entering({ ...call, from: 'ministry' }), by('ministry'))
      .thenRefused('matter/not-the-desk');
  });

  it('later by whoever has it in hand, with the reason', () => {
    given(received()).when(mark(marks), by('ha-noi')).then(marked(marks));
    given(received(), handedOver)
      .when(mark({ collective: true }), by('ha-noi'))
      .then(marked({ collective: true }, secretariat));
    given(received()).when(mark(marks), by('hue')).thenRefused('matter/not-the-office');
    given(received())
      .when(mark({ repeats: 'm1' }), by('ha-noi'))
      .thenRefused('matter/repeats-itself');
    given(received()).when(mark({}), by('ha-noi')).thenRefused('matter/no-mark');
    given(received(), answered()).when(mark(marks), by('ha-noi')).thenRefused('matter/not-open');
    given(received(), marked(marks))
      .when({ type: 'AnswerMatter', data: { answer: 'The old school' } }, by('ha-noi'))
      .then(answered());
  });

  it('and shows it, with what other units were asked', () => {
    const rowAfter = (...events: readonly MatterEvent[]) => {
      let row: ReturnType<typeof matterView.evolve>;
      const moment = instant('2025-06-02T02:00Z');
      const id = '00000000-0000-5000-8000-000000000000';
      for (const event of events)
        row = matterView.evolve(row, { ...event, id, stream: 'matter-m1', recordedAt: moment, occurredAt: moment });
      return row!;
    };
    expect(rowAfter(received(), marked(marks), marked({ endangers: ['t2', 't3'] }))).toMatchObject({
      ...{ repeats: 'm0', collective: 1, specialCare: 1, endangers: '["t2","t3"]' },
    });
    const consultations = (...events: readonly MatterEvent[]) =>
      JSON.parse(rowAfter(received(), ...events).consultations) as readonly ConsultationRow[];
    const asked = { consultation: 1, by: 'ha-noi', unit: 'finance', dueAt: DUE, policy: null };
    const since = '2025-06-02T02:00:00.000Z';
    expect(consultations(setBy(term))).toMatchObject([{ policy: { id: 'vn-party', version: 4, workingDays: 5 } }]);
    expect(consultations(consulted())).toStrictEqual([{ ...asked, askedAt: since, state: 'asked', answeredAt: null }]);
    expect(consultations(consulted(), missed)).toStrictEqual([
      { ...asked, askedAt: since, state: 'missed', answeredAt: null },
    ]);
    expect(consultations(consulted(), missed, replied())).toStrictEqual([
      { ...asked, askedAt: since, state: 'answered', answeredAt: since },
    ]);
    specifyProjection(matterView)('task-t1', consulted()).then({});
  });
});

describe('Whatever is asked of others', () => {
  const DAY = 86_400_000;
  const moment = fc.integer({ min: 0, max: 60 }).map((days) => plusMs(ISSUED_AT, days * DAY));
  const anybody = fc.constantFrom('ha-noi', 'ha-noi', 'finance', 'government').map(person);
  const command = fc.oneof<fc.Arbitrary<MatterCommand>[]>(
    moment.map((day) => consult('finance', day.slice(0, 10))),
    moment.map((day) => consult('justice', day.slice(0, 10))),
    fc.constantFrom(0, 5, null).map((days) => withoutDay(rulesOf({ consultationWorkingDays: days }))),
    fc.constantFrom(1, 2, 3).map(reply),
    fc.constant({ type: 'RecommendMatter', data: { to: 'government', recommendation: 'Build' } }),
    fc.constant({ type: 'AnswerMatter', data: { answer: 'Yes', outcome: 'solve' } }),
    fc
      .constantFrom({}, { collective: true }, { repeats: 'm9' })
      .map((marks): MatterCommand => ({ type: 'MarkMatter', data: { ...marks, reason: 'So.' } })),
  );
  const first: Step<MatterCommand> = {
    command: { type: 'ReceiveMatter', data: { ...submission(), desk: deskFact() } },
    actor: person('ministry'),
    now: ISSUED_AT,
  };
  const scripts = fc
    .array(fc.tuple(command, anybody, moment), { maxLength: 10 })
    .map((acts): readonly Step<MatterCommand>[] => [
      first,
      ...acts
        .map(([each, actor, now]: readonly [MatterCommand, Actor, typeof ISSUED_AT]) => ({ command: each, actor, now }))
        .toSorted((a, b) => (a.now < b.now ? -1 : 1)),
    ]);

  it('each clock rings once and is gone for good, and everything is answered', () => {
    alarmLaw(matter, scripts);
    answersAlways(matter, scripts);
  });
});
