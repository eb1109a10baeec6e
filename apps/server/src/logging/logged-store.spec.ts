import { expect, it } from '@jest/globals';
import { MemoryEventStore } from '@edict/adapter-memory';
import { idFrom, type Json } from '@edict/kernel';

import { loggedStore } from './logged-store.ts';

const meta = {
  ...{ recordedAt: '2025-05-16T02:00:00.000Z', actor: 'ann', unit: 'ha-noi' },
  ...{ commandId: 'c', correlationId: 'k', traceparent: '00-a-b-01' },
};
const event = (n: number, type: string, data: Json = { report: 'Kín.' }) => ({ id: idFrom(`${n}`), type, data, meta });

it('Each append is a line of JSON: stream@revision, what it is called and what it came of, and nothing that somebody said or is called', async () => {
  const lines: string[] = [];
  const store = loggedStore(new MemoryEventStore(), (line) => lines.push(line));
  await store.append('task-1', -1, [event(1, 'TaskAssigned'), event(2, 'TaskAcknowledged')]);
  await store.append('task-1', 1, [event(3, 'ProgressReported')]);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 'info', event: 'appended', place: 'task-1@1', types: ['TaskAssigned', 'TaskAcknowledged'] },
    { place: 'task-1@2', at: meta.recordedAt, commandId: 'c', correlationId: 'k', traceparent: '00-a-b-01' },
  ]);
  expect(lines.join()).not.toMatch(/Kín|ann|ha-noi/);
  await expect(store.append('task-1', 1, [event(4, 'ProgressReported')])).rejects.toThrow('not at');
  expect(lines).toHaveLength(2);
});
