import { canonical, idOf, skipUnknown, type Projection } from '@edict/kernel';

import type { Office } from '../office.ts';
import type { Prose } from '../prose.ts';
import { heirOf } from '../succession/handover.ts';
import type { Handover } from '../succession/succession.messages.ts';
import { isOfConsultation, type ConsultationEvent } from './matter.consultation.ts';
import type { Marks, MatterEvent, Submission } from './matter.messages.ts';

export type MatterRow = Readonly<{
  matterId: string;
  directiveId: string;
  kind: string;
  concerning: string | null;
  from: string | null;
  subject: string;
  office: string;
  unit: string;
  state: string;
  refusedBecause: string | null;
  receivedAt: string;
  answerBy: string | null;
  responseMissed: number;
  recommendedTo: string | null;
  answer: string | null;
  answeredAt: string | null;
  /** The standing unit that had it when its mandate ended. */
  handedOverFrom: string | null;
  behalf: string | null;
  /** The matter that it repeats. */
  repeats: string | null;
  collective: number;
  specialCare: number;
  /** JSON: ids of tasks beside `concerning`. */
  endangers: string;
  /** JSON: what other units were asked. */
  consultations: string;
}>;

export type ConsultationRow = Readonly<{
  consultation: number;
  by: string;
  unit: string;
  dueAt: string;
  /** What set the day; `null`: whoever asked named it. */
  policy: Readonly<{ id: string; version: number; workingDays: number }> | null;
  /** `ended`: the matter was answered without it, before its day was over. */
  state: 'asked' | 'missed' | 'answered' | 'ended';
  askedAt: string;
  answeredAt: string | null;
}>;

/** What every desk has, had and would not have. `unit` is where it lies. */
export const matterView: Projection<MatterRow, MatterEvent> = {
  table: 'matter',
  version: 4,
  columns: {
    matterId: 'text',
    directiveId: 'text',
    kind: 'text',
    concerning: 'text',
    from: 'text',
    subject: 'text',
    office: 'text',
    unit: 'text',
    state: 'text',
    refusedBecause: 'text',
    receivedAt: 'text',
    answerBy: 'text',
    responseMissed: 'integer',
    recommendedTo: 'text',
    answer: 'text',
    answeredAt: 'text',
    handedOverFrom: 'text',
    behalf: 'text',
    repeats: 'text',
    collective: 'integer',
    specialCare: 'integer',
    endangers: 'text',
    consultations: 'text',
  },
  indexes: [
    ['unit', 'receivedAt'],
    ['unit', 'state', 'receivedAt'],
    ['directiveId', 'receivedAt'],
    ['concerning'],
    ['repeats'],
    ['receivedAt'],
  ],
  keys: (event) => (event.stream.startsWith('matter-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    const started = (data: Submission) => rowOf(idOf(event.stream), data, event.occurredAt);
    if (event.type === 'MatterReceived')
      return { ...started(event.data), answerBy: event.data.answerBy?.endsAt ?? null };
    if (event.type === 'MatterRefused')
      return { ...started(event.data), state: 'refused', refusedBecause: event.data.code };
    return row && evolveRow(row, event, event.occurredAt);
  },
};

const rowOf = (matterId: string, data: Submission, receivedAt: string): MatterRow => ({
  matterId,
  directiveId: data.directiveId,
  kind: data.kind,
  concerning: data.concerning,
  from: data.from,
  subject: canonical(data.subject),
  ...lying(data.office),
  state: 'received',
  refusedBecause: null,
  receivedAt,
  answerBy: null,
  responseMissed: 0,
  recommendedTo: null,
  answer: null,
  answeredAt: null,
  handedOverFrom: null,
  behalf: data.behalf ?? null,
  ...marked({ repeats: null, collective: 0, specialCare: 0, endangers: '[]' }, data),
  consultations: '[]',
});

type Marked = Pick<MatterRow, 'repeats' | 'collective' | 'specialCare' | 'endangers'>;

/** What is marked stays marked. */
const marked = (row: Marked, { repeats, collective, specialCare, endangers = [] }: Marks): Marked => ({
  repeats: repeats ?? row.repeats,
  collective: collective ? 1 : row.collective,
  specialCare: specialCare ? 1 : row.specialCare,
  endangers: canonical([...new Set([...(JSON.parse(row.endangers) as string[]), ...endangers])]),
});

const lying = ({ kind, unit }: Office) => ({ office: kind, unit });

type Later = Exclude<MatterEvent, { type: 'MatterReceived' | 'MatterRefused' }>;

const evolveRow = (row: MatterRow, event: Later, occurredAt: string): MatterRow => {
  if (isOfConsultation(event)) return { ...row, consultations: consultationsAfter(row, event, occurredAt) };
  return event.type === 'MatterMarked' ? { ...row, ...marked(row, event.data) } : evolveByDesk(row, event, occurredAt);
};

type ByDesk = Exclude<Later, ConsultationEvent | { type: 'MatterMarked' }>;

const evolveByDesk = (row: MatterRow, event: ByDesk, occurredAt: string): MatterRow => {
  switch (event.type) {
    case 'MatterDirected':
      return { ...row, state: 'directed' };
    case 'MatterRecommended':
      return { ...row, state: 'recommended', recommendedTo: event.data.to, answerBy: null };
    case 'MatterAnswered':
      return { ...row, ...answeredWith(row, event.data.answer, occurredAt) };
    case 'MatterResponseMissed':
      return { ...row, responseMissed: 1 };
    case 'MatterHandedOver':
      return { ...row, ...lying(event.data.to), handedOverFrom: event.data.from.unit };
    case 'MatterTransferred':
      return { ...row, ...partsAfter(row, event.data) };
    case 'MatterActRefused':
      return row;
    default:
      return skipUnknown(event, row);
  }
};

/** Who was asked and has not answered need not any more; whose day was over has missed it, though nobody has called it. */
const answeredWith = ({ consultations }: MatterRow, answer: Prose, answeredAt: string) => {
  const asked = JSON.parse(consultations) as readonly ConsultationRow[];
  const known = asked.map((each) =>
    each.state === 'asked' ? { ...each, state: each.dueAt <= answeredAt ? 'missed' : 'ended' } : each,
  );
  return { state: 'answered', answer: canonical(answer), answeredAt, consultations: canonical(known) } as const;
};

const consultationsAfter = (row: MatterRow, event: ConsultationEvent, at: string): string => {
  const known = JSON.parse(row.consultations) as readonly ConsultationRow[];
  const { consultation, by, unit } = event.data;
  if (event.type === 'UnitConsulted') {
    const { dueAt, policy, term } = event.data;
    const asked: ConsultationRow = {
      ...{ consultation, by, unit, dueAt },
      policy: policy && term ? { ...policy, workingDays: term.workingDays } : null,
      ...{ state: 'asked', askedAt: at, answeredAt: null },
    };
    return canonical([...known, asked]);
  }
  const change = event.type === 'ConsultationMissed' ? MISSED : { state: 'answered' as const, answeredAt: at };
  return canonical(known.map((each) => (each.consultation === consultation ? { ...each, ...change } : each)));
};

const MISSED = { state: 'missed' } as const;

const partsAfter = ({ unit, recommendedTo, from, consultations }: MatterRow, handover: Handover) => {
  const heir = heirOf(handover);
  const asked = (JSON.parse(consultations) as readonly ConsultationRow[]).map((each) =>
    each.state === 'answered' ? each : { ...each, by: heir(each.by), unit: heir(each.unit) },
  );
  return {
    unit: heir(unit),
    recommendedTo: recommendedTo && heir(recommendedTo),
    from: from && heir(from),
    consultations: canonical(asked),
  };
};
