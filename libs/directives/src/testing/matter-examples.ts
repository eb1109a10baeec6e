import { instant, type Fact } from '@edict/kernel';

import type { Desk, MatterEvent, Submission } from '../matter/matter.messages.ts';
import { secretariatOf, standingUnitOf, type Office } from '../office.ts';
import type { Charter } from '../standing-unit/charter.ts';
import type { StandingUnitEvent } from '../standing-unit/standing-unit.decider.ts';
import type { Term } from '../task/deadline.ts';
import { calendar, FIGURES, SOURCES, ZONE } from './documents.ts';
import { ISSUED_AT } from './issued.ts';

/** The mandate runs from the issue up to the end of 31 October, there. */
export const MANDATE_ENDS = instant('2025-10-31T17:00Z');
export const LAST_MOMENT = instant('2025-10-31T16:59:59.999Z');
export const NOTICE_AT = instant('2025-10-17T01:00Z');
export const mandate = { from: ISSUED_AT, until: MANDATE_ENDS, untilOn: '2025-10-31', zone: ZONE } as const;

/** A Monday. Ten working days later, a day ends on which no answer is known. */
export const JUNE = '2025-06-02T02:00:00.000Z';
export const ANSWER_BY = instant('2025-06-16T17:00Z');
export const responseTerm: Term = {
  from: '2025-06-02',
  workingDays: 10,
  daysOff: ['2025-06-07', '2025-06-08', '2025-06-14', '2025-06-15'],
  covered: true,
  zone: ZONE,
  sources: SOURCES,
  endsAt: ANSWER_BY,
};

export const standing = standingUnitOf('d1', 'ha-noi');
export const secretariat = secretariatOf('ha-noi');
export const issuerOffice = secretariatOf('politburo');

export const charterRules: Charter['rules'] = {
  zone: ZONE,
  remindAt: '08:00',
  quietHours: FIGURES.quietHours,
  sunsetNoticeDays: 14,
  responseWorkingDays: 10,
  calendar,
  sources: SOURCES,
};
export const quiet = { zone: ZONE, hours: { from: '21:00', until: '07:00' } } as const;

export const charter = (parts: Partial<Charter> = {}): Charter => ({
  committees: ['ha-noi', 'hue'],
  issuer: 'politburo',
  issuedAt: ISSUED_AT,
  fromOn: 'issue',
  untilOn: '2025-10-31',
  handOverTo: 'committee',
  rules: charterRules,
  ...parts,
});

export const desk: Desk = { mandate, heir: secretariat, rules: charterRules };
export const deskFact = (value: Desk | null = desk): Fact<Desk | null> => ({ value, source: `${standing.stream}@0` });

export const submission = (parts: Partial<Submission> = {}): Submission => ({
  directiveId: 'd1',
  kind: 'obstacle',
  concerning: 't1',
  from: 'ministry',
  subject: 'No building is free',
  office: standing,
  ...parts,
});

type Event<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>;
type Received = Event<'MatterReceived'>;

export const received = (parts: Partial<Received['data']> = {}): Received => ({
  type: 'MatterReceived',
  data: {
    ...submission(),
    mandate,
    deskSource: `${standing.stream}@0`,
    heir: secretariat,
    answerBy: responseTerm,
    evidence: null,
    quiet,
    ...parts,
  },
});

/** What a secretariat has: no mandate, no heir, no clock, no quiet hours. */
export const atSecretariat = (parts: Partial<Received['data']> = {}): Received =>
  received({
    office: secretariat,
    mandate: null,
    deskSource: null,
    heir: null,
    answerBy: null,
    quiet: { zone: 'UTC', hours: null },
    ...parts,
  });

export const directed = (by: Office = standing): Event<'MatterDirected'> => ({
  type: 'MatterDirected',
  data: { by, how: 'route', to: 'bureau', text: 'Find one', evidence: null },
});
export const recommended = (to = 'government', by: Office = standing): Event<'MatterRecommended'> => ({
  type: 'MatterRecommended',
  data: { by, to, recommendation: 'Build one', evidence: null },
});
export const answered = (by: Office = standing): Event<'MatterAnswered'> => ({
  type: 'MatterAnswered',
  data: { by, answer: 'The old school', outcome: null, evidence: null },
});
export const refusedBecause = (code: string, parts: Partial<Event<'MatterRefused'>['data']> = {}): MatterEvent => ({
  type: 'MatterRefused',
  data: { ...submission(), mandate, deskSource: `${standing.stream}@0`, code, ...parts },
});
export const responseMissed: MatterEvent = {
  type: 'MatterResponseMissed',
  data: { office: standing, answerBy: ANSWER_BY },
};
export const handedOver: MatterEvent = { type: 'MatterHandedOver', data: { from: standing, to: secretariat } };
export const actRefused = (act: string): Event<'MatterActRefused'> => ({
  type: 'MatterActRefused',
  data: { act, code: 'matter/outside-mandate', office: standing },
});

export const standingUnitSetUp = (
  parts: Partial<Extract<StandingUnitEvent, { type: 'StandingUnitSetUp' }>['data']> = {},
): Extract<StandingUnitEvent, { type: 'StandingUnitSetUp' }> => ({
  type: 'StandingUnitSetUp',
  data: {
    directiveId: 'd1',
    committee: 'ha-noi',
    mandate,
    noticeAt: NOTICE_AT,
    heir: secretariat,
    evidence: null,
    rules: charterRules,
    charterSource: 'directive-d1@0',
    ...parts,
  },
});
export const endNeared: StandingUnitEvent = { type: 'MandateEndNeared', data: { untilOn: '2025-10-31' } };
export const mandateEnded: StandingUnitEvent = { type: 'MandateEnded', data: { untilOn: '2025-10-31' } };
