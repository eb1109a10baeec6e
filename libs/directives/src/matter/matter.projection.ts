import { canonical, idOf, skipUnknown, type Projection } from '@edict/kernel';

import type { Office } from '../office.ts';
import { heirOf } from '../succession/handover.ts';
import type { Handover } from '../succession/succession.messages.ts';
import type { MatterEvent, Submission } from './matter.messages.ts';

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
}>;

/** What every desk has, had and would not have. `unit` is where it lies. */
export const matterView: Projection<MatterRow, MatterEvent> = {
  table: 'matter',
  version: 1,
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
  },
  indexes: [
    ['unit', 'receivedAt'],
    ['unit', 'state', 'receivedAt'],
    ['directiveId', 'receivedAt'],
    ['concerning'],
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
});

const lying = ({ kind, unit }: Office) => ({ office: kind, unit });

type Later = Exclude<MatterEvent, { type: 'MatterReceived' | 'MatterRefused' }>;

const evolveRow = (row: MatterRow, event: Later, occurredAt: string): MatterRow => {
  switch (event.type) {
    case 'MatterDirected':
      return { ...row, state: 'directed' };
    case 'MatterRecommended':
      return { ...row, state: 'recommended', recommendedTo: event.data.to, answerBy: null };
    case 'MatterAnswered':
      return { ...row, state: 'answered', answer: canonical(event.data.answer), answeredAt: occurredAt };
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

const partsAfter = ({ unit, recommendedTo, from }: MatterRow, handover: Handover) => {
  const heir = heirOf(handover);
  return { unit: heir(unit), recommendedTo: recommendedTo && heir(recommendedTo), from: from && heir(from) };
};
