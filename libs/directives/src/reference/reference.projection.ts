import { idOf, type Projection } from '@edict/kernel';

import type { ReferenceEvent } from './reference.decider.ts';

export type ReferenceRow = Readonly<{
  editionId: string;
  kind: string;
  referenceId: string;
  edition: number;
  validFrom: string;
  validUntil: string | null;
  publishedAt: string;
}>;

/** Every edition of every policy and calendar. What it says is in its event. */
export const referenceView: Projection<ReferenceRow, ReferenceEvent> = {
  table: 'reference',
  version: 1,
  columns: {
    editionId: 'text',
    kind: 'text',
    referenceId: 'text',
    edition: 'integer',
    validFrom: 'text',
    validUntil: 'text',
    publishedAt: 'text',
  },
  indexes: [['kind', 'referenceId', 'edition']],
  keys: (event) => (event.stream.startsWith('reference-') ? [editionIdOf(event)] : []),
  evolve(_, event) {
    const { kind, version, validFrom, validUntil } = event.data;
    return {
      editionId: editionIdOf(event),
      kind,
      referenceId: idOf(event.stream).slice(kind.length + 1),
      edition: version,
      validFrom,
      validUntil,
      publishedAt: event.recordedAt,
    };
  },
};

const editionIdOf = ({ stream, data }: Readonly<{ stream: string }> & ReferenceEvent): string =>
  `${idOf(stream)}@${data.version}`;
