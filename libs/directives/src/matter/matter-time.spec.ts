import { describe, expect, it } from '@jest/globals';
import { fold, instant, plusMs, type Actor, type Instant } from '@edict/kernel';
import { alarmLaw, answersAlways, at, person, ring, saga, specify, type Step } from '@edict/kernel/testing';
import fc from 'fast-check';

import { termOf } from '../task/deadline.ts';
import { calendar, SOURCES, ZONE } from '../testing/documents.ts';
import { ISSUED_AT, registered } from '../testing/issued.ts';
import {
  actRefused,
  ANSWER_BY,
  answered,
  atSecretariat,
  desk,
  deskFact,
  directed,
  handedOver,
  issuerOffice,
  LAST_MOMENT,
  mandate,
  MANDATE_ENDS,
  received,
  recommended,
  refusedBecause,
  responseMissed,
  secretariat,
  standing,
  submission,
} from '../testing/matter-examples.ts';
import { matter } from './matter.decider.ts';
import type { MatterCommand } from './matter.messages.ts';

const given = specify(matter);
const rung = (now: string) => at(now, ring);
const call = (answerBy: Instant = ANSWER_BY): MatterCommand => ({ type: 'CallResponse', data: { answerBy } });
const handOver = (from = 'ha-noi'): MatterCommand => ({ type: 'HandOverMatter', data: { from } });

const clock = { key: `response/${ANSWER_BY}`, at: ANSWER_BY, ring: call() };
const leaving = { key: `hand-over/${MANDATE_ENDS}`, at: MANDATE_ENDS, ring: handOver() };
const closed = [[], [received(), answered()], [refusedBecause('matter/outside-mandate')]];

describe('The response clock of a matter', () => {
  it('runs until the end of the last working day that the policy gives', () => {
    const tenDays = termOf(instant('2025-06-02T02:00Z'), 10, { policy: { zone: ZONE }, calendar, sources: SOURCES });
    expect(tenDays.endsAt).toBe(ANSWER_BY);
    given(received()).thenWaitsFor(clock, leaving);
    given(received(), directed()).thenWaitsFor(clock, leaving);
    given(received(), actRefused('DirectMatter')).thenWaitsFor(clock, leaving);
  });

  it('rings not before its term is over, and once', () => {
    given(received()).when(call(), rung('2025-06-16T16:59:59.999Z')).thenNothing();
    for (const now of [ANSWER_BY, '2025-07-01T00:00Z']) given(received()).when(call(), rung(now)).then(responseMissed);
    given(received(), responseMissed).when(call(), rung(ANSWER_BY)).thenNothing();
    given(received(), responseMissed).thenWaitsFor(leaving);
  });

  it('is silent for another term, and for what is no longer asked', () => {
    given(received())
      .when(call(instant('2025-06-10T17:00Z')), rung(MANDATE_ENDS))
      .thenNothing();
    for (const history of closed)
      given(...history)
        .when(call(), rung(MANDATE_ENDS))
        .thenNothing();
  });

  it('stops with an answer, and with a recommendation: then the answer is for others to give', () => {
    given(received(), recommended()).thenWaitsFor(leaving);
    given(received(), recommended()).when(call(), rung(ANSWER_BY)).thenNothing();
    given(received(), answered()).thenWaitsFor();
  });

  it('goes with the matter to who takes it over', () => {
    given(received(), handedOver).thenWaitsFor(clock);
    given(received(), handedOver)
      .when(call(), rung(MANDATE_ENDS))
      .then({ type: 'MatterResponseMissed', data: { office: secretariat, answerBy: ANSWER_BY } });
  });
});

describe('What is open when the mandate ends', () => {
  it('is handed over to the heir, not a millisecond before', () => {
    for (const history of [[received()], [received(), directed()], [received(), recommended()]]) {
      given(...history)
        .when(handOver(), rung(LAST_MOMENT))
        .thenNothing();
      given(...history)
        .when(handOver(), rung(MANDATE_ENDS))
        .then(handedOver);
      given(...history)
        .when(handOver(), rung('2026-02-01T00:00Z'))
        .then(handedOver);
    }
    given(received({ heir: issuerOffice }))
      .when(handOver(), rung(MANDATE_ENDS))
      .then({ type: 'MatterHandedOver', data: { from: standing, to: issuerOffice } });
  });

  it('is handed over once, and only by the office that has it', () => {
    given(received(), handedOver).when(handOver(), rung(MANDATE_ENDS)).thenNothing();
    given(received()).when(handOver('hue'), rung(MANDATE_ENDS)).thenNothing();
    for (const history of closed)
      given(...history)
        .when(handOver(), rung(MANDATE_ENDS))
        .thenNothing();
  });

  it('stays where no end is stated, where nobody inherits, and at a secretariat', () => {
    for (const event of [
      received({ answerBy: null, mandate: { ...mandate, until: null, untilOn: null } }),
      received({ answerBy: null, heir: null }),
      received({ answerBy: null, mandate: null }),
      atSecretariat(),
    ]) {
      given(event).thenWaitsFor();
      given(event).when(handOver(), rung('2030-01-01T00:00Z')).thenNothing();
    }
  });

  it('nothing is waited for that is not open', () => closed.forEach((history) => given(...history).thenWaitsFor()));
});

type Act = Readonly<{ command: MatterCommand; actor: Actor }>;

const DAY = 86_400_000;
const moment = fc.integer({ min: 0, max: 200 }).map((days) => plusMs(ISSUED_AT, days * DAY));
const anybody = fc.constantFrom('ha-noi', 'ha-noi', 'government', 'hue').map(person);
const evidence = fc.constantFrom({}, { evidence: 'A stamp' });

const receive: fc.Arbitrary<Act> = fc
  .record({
    office: fc.constantFrom(standing, standing, secretariat),
    until: fc.option(moment),
    days: fc.option(fc.integer({ min: 0, max: 30 })),
    found: fc.boolean(),
    actor: fc.constantFrom(saga, person('ministry'), person('ha-noi')),
  })
  .map(({ office, until, days: responseWorkingDays, found, actor }) => {
    const seen = { ...desk, mandate: { ...mandate, until }, rules: { ...desk.rules, responseWorkingDays } };
    const fact = office.kind === 'secretariat' ? null : deskFact(found ? seen : null);
    return { actor, command: { type: 'ReceiveMatter', data: { ...submission({ office }), desk: fact } } };
  });

const act: fc.Arbitrary<Act> = fc.record({
  actor: anybody,
  command: fc.oneof(
    evidence.map((data): MatterCommand => ({ type: 'AnswerMatter', data: { answer: 'Yes', ...data } })),
    evidence.map((data): MatterCommand => ({ ...direct('bureau'), data: { ...direct('bureau').data, ...data } })),
    fc
      .constantFrom('government', 'ha-noi')
      .map((to): MatterCommand => ({ type: 'RecommendMatter', data: { to, recommendation: 'Build one' } })),
  ),
});
const direct = (to: string) =>
  ({ type: 'DirectMatter', data: { how: 'guide', to, text: 'So', registered: registered(to) } }) as const;

const ringing: fc.Arbitrary<Act> = fc.oneof(
  moment.map((answerBy) => ({ actor: ring, command: call(answerBy) })),
  fc.constantFrom('ha-noi', 'hue').map((from) => ({ actor: ring, command: handOver(from) })),
);

const scripts = fc
  .tuple(receive, fc.array(fc.tuple(fc.oneof(act, act, receive, ringing), moment), { maxLength: 12 }))
  .map(([first, rest]): readonly Step<MatterCommand>[] => [
    { ...first, now: ISSUED_AT },
    ...rest.map(([each, now]) => ({ ...each, now })).toSorted((a, b) => (a.now < b.now ? -1 : 1)),
  ]);

describe('Whatever a matter has been through', () => {
  it('each of its alarms, in time or late, appends, and then is gone for good', () => alarmLaw(matter, scripts));

  it('every command is answered, twice the same, with events that are plain JSON', () =>
    answersAlways(matter, scripts));

  it('an event of a newer version changes nothing', () => {
    const newer = { type: 'MatterPraised', data: {} } as never;
    for (const history of [[received()], [received(), answered()], []]) {
      const state = fold(matter, history);
      expect(matter.evolve(state, newer)).toBe(state);
    }
  });
});
