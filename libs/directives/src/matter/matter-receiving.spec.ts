import { describe, expect, it } from '@jest/globals';
import { fold, instant } from '@edict/kernel';
import { at, person, saga, specify } from '@edict/kernel/testing';

import { standingUnitOf } from '../office.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import {
  answered,
  atSecretariat,
  charterRules,
  desk,
  deskFact,
  directed,
  JUNE,
  LAST_MOMENT,
  mandate,
  MANDATE_ENDS,
  mandateEnded,
  received,
  refusedBecause,
  secretariat,
  standing,
  standingUnitSetUp,
  submission,
} from '../testing/matter-examples.ts';
import { matter } from './matter.decider.ts';
import { MATTER_KINDS, type MatterCommand, type Submission } from './matter.messages.ts';

type Receive = Extract<MatterCommand, { type: 'ReceiveMatter' }>;

const given = specify(matter);
const by = (unit: string, now = JUNE, occurredAt = now) => at(now, person(unit), occurredAt);
const engine = (now = JUNE) => at(now, saga);
const submit = (parts: Partial<Submission> = {}, more: Partial<Receive['data']> = {}): Receive => ({
  type: 'ReceiveMatter',
  data: { ...submission(parts), desk: deskFact(), ...more },
});
const escalation = { kind: 'escalation', from: null } as const;

describe('A standing unit', () => {
  it('receives what a unit submits, or enters itself what reaches it in another way', () => {
    given().when(submit(), by('ministry')).then(received());
    given().when(submit(), by('ha-noi')).then(received());
    given().when(submit(), by('hue')).thenRefused('matter/not-the-submitter');
    const desk = { ...by('ministry'), actor: { ...by('ministry').actor, capacity: 'standingUnit' } };
    given().when(submit(), desk).thenRefused('matter/not-the-submitter');
    given()
      .when(submit({ from: null }), by('ministry'))
      .thenRefused('matter/not-the-submitter');
  });

  it('receives every kind of matter from units, and escalations from the engine alone', () => {
    for (const kind of MATTER_KINDS.filter((each) => each !== 'escalation'))
      given().when(submit({ kind }), by('ministry')).then(received({ kind }));
    given().when(submit(escalation), engine()).then(received(escalation));
    given().when(submit(escalation), by('ha-noi')).thenRefused('matter/not-yours');
  });

  it('receives from the first to the last millisecond of its mandate', () => {
    const decided = (now: string) => matter.decide(submit(), matter.initialState, by('ministry', now));
    for (const now of [ISSUED_AT, LAST_MOMENT])
      expect(decided(now)).toStrictEqual([expect.objectContaining({ type: 'MatterReceived' })]);
  });

  it.each([
    ['before its mandate', '2025-05-16T01:59:59.999Z'],
    ['once its mandate is over', MANDATE_ENDS],
  ])('refuses %s, and the refusal is kept', (_, now) => {
    const refused = refusedBecause('matter/outside-mandate');
    given().when(submit(), by('ministry', now)).thenRefused('matter/outside-mandate', refused);
    given()
      .when(submit(escalation), engine(now))
      .thenRefused('matter/outside-mandate', refusedBecause('matter/outside-mandate', escalation));
  });

  it('that has not been set up refuses, and the refusal is kept', () => {
    const nothing = { mandate: null };
    given()
      .when(submit({}, { desk: deskFact(null) }), by('ministry'))
      .thenRefused('matter/no-standing-unit', refusedBecause('matter/no-standing-unit', nothing));
    given()
      .when(submit({}, { desk: null }), engine())
      .thenRefused(
        'matter/no-standing-unit',
        refusedBecause('matter/no-standing-unit', { mandate: null, deskSource: null }),
      );
  });

  it('judges what reached it by when that was, and asks how it is known', () => {
    const entered = by('ha-noi', '2025-11-20T02:00Z', JUNE);
    given().when(submit(), entered).thenRefused('act/without-evidence');
    given()
      .when(submit({}, { evidence: 'A stamp' }), entered)
      .then(received({ evidence: 'A stamp' }));
    given()
      .when(submit({}, { evidence: 'A stamp' }), by('ha-noi', '2025-11-20T02:00Z', MANDATE_ENDS))
      .thenRefused('matter/outside-mandate', refusedBecause('matter/outside-mandate'));
    given()
      .when(submit(escalation), at('2025-06-03T02:00Z', saga, JUNE))
      .then(received(escalation));
  });

  it('without an end receives for ever', () => {
    const open = { ...mandate, until: null, untilOn: null };
    const decided = matter.decide(
      submit({}, { desk: deskFact({ ...desk, mandate: open }) }),
      matter.initialState,
      by('ministry', '2029-01-01T00:00Z'),
    );
    expect(decided).toStrictEqual([expect.objectContaining({ type: 'MatterReceived' })]);
  });

  it('has no response clock where the policy knows none', () => {
    const rules = { ...charterRules, responseWorkingDays: null };
    given()
      .when(submit({}, { desk: deskFact({ ...desk, rules }) }), by('ministry'))
      .then(received({ answerBy: null }));
  });

  it('is that of the directive and of the committee, and no other', () => {
    for (const office of [standingUnitOf('d2', 'ha-noi'), { ...standing, unit: 'hue' }])
      for (const context of [by('ministry'), engine()])
        given().when(submit({ office }), context).thenRefused('matter/no-such-office');
  });
});

describe('A secretariat', () => {
  it('receives whenever it is, with no mandate, heir, clock or quiet hours', () => {
    for (const now of ['2025-01-01T00:00Z', JUNE, '2030-01-01T00:00Z']) {
      given()
        .when(submit({ office: secretariat }, { desk: null }), by('ministry', now))
        .then(atSecretariat());
      given()
        .when(submit({ ...escalation, office: secretariat }, { desk: null }), engine(now))
        .then(atSecretariat(escalation));
    }
  });
});

describe('A matter', () => {
  it('is received once: a person is told so, the engine goes on', () => {
    for (const history of [[received()], [received(), directed()], [received(), answered()]]) {
      given(...history)
        .when(submit(), by('ministry'))
        .thenRefused('matter/exists');
      given(...history)
        .when(submit(), engine())
        .thenNothing();
    }
  });

  it('is refused once: whoever asks again hears the same, and nothing is added', () => {
    for (const code of ['matter/outside-mandate', 'matter/no-standing-unit'])
      for (const context of [by('ministry'), engine()])
        given(refusedBecause(code)).when(submit(), context).thenRefused(code);
  });

  it('says why it is refused', () => {
    const why = (now: string, fact: Receive['data']['desk']) => {
      const decision = matter.decide(submit({}, { desk: fact }), matter.initialState, by('ministry', now));
      return 'rejection' in decision ? decision.rejection.message : null;
    };
    expect(why(MANDATE_ENDS, deskFact())).toMatch(/outside the mandate/);
    expect(why(JUNE, null)).toMatch(/No standing unit/);
  });

  it('looks up the standing unit that it comes to, its mandate also once that has ended, and nothing else', () => {
    const { desk: _, ...data } = submit().data;
    const facts = (office: Submission['office']) =>
      matter.facts!({ stream: 'matter-1', type: 'ReceiveMatter', data: { ...data, office } }, matter.initialState);
    const { desk: sought } = facts(standing) as { desk: { stream: string; select(history: object): unknown } };
    expect(sought.stream).toBe(standing.stream);
    expect(sought.select([])).toBeNull();
    expect(sought.select([standingUnitSetUp()])).toStrictEqual(desk);
    expect(sought.select([standingUnitSetUp(), mandateEnded])).toStrictEqual(desk);
    expect(facts(secretariat)).toStrictEqual({ desk: null });
    expect(
      matter.facts!({ stream: 'matter-1', type: 'AnswerMatter', data: { answer: 'Yes' } }, matter.initialState),
    ).toStrictEqual({});
  });

  it('comes from persons or the engine, is acted on by persons, and its clocks ring of themselves', () => {
    expect(matter.category).toBe('matter');
    expect(matter.origins).toStrictEqual({
      ReceiveMatter: ['person', 'saga'],
      DirectMatter: ['person'],
      AnswerMatter: ['person'],
      RecommendMatter: ['person'],
      MarkMatter: ['person'],
      ConsultUnit: ['person'],
      AnswerConsultation: ['person'],
      CallConsultation: ['ring'],
      CallResponse: ['ring'],
      HandOverMatter: ['ring'],
      TransferMatter: ['saga'],
    });
  });

  it('that came in as the desk closed still waits to be handed over', () => {
    const state = fold(matter, [received({ answerBy: null })]);
    expect(matter.alarms(state).map(({ at: due }) => due)).toStrictEqual([instant(MANDATE_ENDS)]);
  });
});
