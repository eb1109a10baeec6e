import { randomUUID } from 'node:crypto';

import type { Message } from '@edict/kernel';
import type { Meta } from '@edict/runtime';

const TYPES = ['Opened', 'Assigned', 'Acknowledged', 'Reported', 'Submitted', 'Returned', 'Accepted', 'Closed'];
const WORDS =
  'The committee reports that the work has been done in all communes and wards, that two of them ask for more time, and that it ' +
  'will be looked at again in autumn, together with the secretariat.';

/** As {data, id, meta, type} about 420 bytes on average, before the hash: as long as the events of the first measurements. */
export const message = (n: number): Message => ({
  type: `Task${TYPES[n % TYPES.length]!}`,
  data: {
    assignment: n,
    unit: `unit-${n % 512}`,
    dueAt: '2025-06-25T17:00:00.000Z',
    note: WORDS.slice(0, 10 + ((n * 37) % 181)),
    urgent: n % 7 === 0,
  },
});

export const messages = (count: number, from = 0): readonly Message[] =>
  Array.from({ length: count }, (_, n) => message(from + n));

export const meta = (): Meta => ({
  actor: 'bench',
  commandId: randomUUID(),
  recordedAt: '2025-06-01T02:00:00.000Z',
  version: '1',
});
