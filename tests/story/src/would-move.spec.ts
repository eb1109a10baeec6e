import { describe, expect, it } from '@jest/globals';
import { MACHINE, publishing, rehearse, wouldMove } from '@edict/engine';
import type { Actor } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { CONCLUSION, example, filesOf, logOf, memoryPorts } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const registrar: Actor = { id: 'office', unit: 'central-party-office', capacity: 'secretariat', origin: 'person' };

describe('A new edition of a policy', () => {
  it('moves nothing by itself: what it would move is a list, and a person confirms each', async () => {
    const ports = memoryPorts();
    const { rehearsal, directiveId } = await rehearse(ports, files, { from: '2025-05-16', until: '2025-05-20' });
    const reading = rehearsal.reader.as(MACHINE);
    expect(await wouldMove(reading, directiveId)).toStrictEqual([]);

    const { policy, rules } = files.policy;
    const edition = {
      policy: { ...policy, version: policy.version + 1 },
      rules: { ...rules, byIncludesTheDay: { ...rules.byIncludesTheDay, value: false } },
    };
    await rehearsal.execute(publishing(edition), byPerson(registrar, 'edition-2'));
    await rehearsal.drain();
    const moves = await wouldMove(reading, directiveId);
    expect(moves).toMatchObject([
      {
        ref: '3.b5-2',
        unit: 'government-party-committee',
        from: '2025-06-25T17:00:00.000Z',
        to: '2025-06-24T17:00:00.000Z',
        policy: 'reference-policy-vn-party@1',
        calendar: 'reference-calendar-vn-working-days@0',
      },
    ]);
    expect((await logOf(ports.store)).filter(({ type }) => type === 'DeadlineRecalculated')).toStrictEqual([]);

    const { task, from } = moves[0]!;
    const issuer: Actor = { id: 'issuer', unit: 'politburo', capacity: 'officer', origin: 'person' };
    const data = { from, reason: 'Edition 2' };
    await rehearsal.execute({ stream: `task-${task}`, type: 'ConfirmDeadline', data }, byPerson(issuer, 'confirm'));
    await rehearsal.drain();
    expect((await reading.task(task))?.dueAt).toBe('2025-06-24T17:00:00.000Z');
    expect(await wouldMove(reading, directiveId)).toStrictEqual([]);
  });
});
