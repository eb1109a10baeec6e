import { describe, expect, it } from '@jest/globals';
import { taskView, upkeepStream } from '@edict/directives';
import { issuing, openRehearsal, publishing, registering } from '@edict/engine';
import { startOf, type Rejection } from '@edict/kernel';
import { byPerson, tableOf } from '@edict/runtime';

import { CONCLUSION, example, filesOf, memoryPorts } from './stage.ts';

const { directive, policy, calendar, units } = filesOf(example(CONCLUSION));
const START = startOf('2025-05-16', policy.policy.zone);
const person = (capacity: string) => ({ id: capacity, unit: 'politburo', capacity, origin: 'person' }) as const;

describe('A saga that was parked on a directive', () => {
  it('does, once it is released, all that it would have done', async () => {
    const ports = memoryPorts();
    const before = await openRehearsal(ports, START);
    for (const command of [publishing(policy), publishing(calendar), ...registering(units)])
      await before.execute(command, byPerson(person('secretariat'), command.stream));
    await before.drain();
    const issue = issuing({
      ...{ document: directive, policy, calendarId: calendar.calendar.id },
      ...{ issuedOn: '2025-05-16', registration: ['released'] },
    });
    // As if its code had failed on the first event of the directive.
    const { reached } = await ports.views.progress('fan-out');
    const parked = [{ stream: issue.stream, revision: 0, reason: 'Fault: a bug' }];
    await ports.views.commit({ name: 'fan-out', epoch: 1 }, { parked }, reached);
    const engine = await openRehearsal({ ...ports, leases: memoryPorts().leases }, START);
    await engine.execute(issue, byPerson(person('secretariat'), 'issue'));
    await engine.drain();
    expect(await assigned(ports)).toBe(0);
    const { concerns } = await engine.health();
    expect(concerns).toContain('parked');

    const data = { stream: issue.stream, how: 'retry', reason: 'It was mended.' };
    const release = { stream: 'upkeep-fan-out', type: 'ReleaseStream', data };
    await expect(engine.execute(release, byPerson(person('officer'), 'release'))).rejects.toMatchObject({
      code: 'act/not-in-this-capacity',
    });
    await engine.execute(release, byPerson(person('administrator'), 'release'));
    await engine.drain();
    expect(await assigned(ports)).toBe(512);
    expect((await engine.health()).concerns).not.toContain('parked');
    await expect(engine.execute(release, byPerson(person('administrator'), 'again'))).rejects.toMatchObject({
      code: 'upkeep/not-parked',
    });
  });
});

describe('A stream that is parked', () => {
  it.each([
    [tableOf(taskView), 'upkeep/not-skipped'],
    ['alarm', 'upkeep/not-skipped'],
    ['succession', 'upkeep/not-skipped'],
    ['escalation', undefined],
    ['deliveries', undefined],
  ])('is passed over by %s: %s', async (name, code) => {
    const ports = memoryPorts();
    const engine = await openRehearsal(ports, START);
    const parked = [{ stream: 'task-1', revision: 0, reason: 'Fault: a bug' }];
    await ports.views.commit({ name, epoch: 1 }, { parked }, '');
    const data = { stream: 'task-1', how: 'skip', reason: 'It cannot be mended.' };
    const release = { stream: upkeepStream(name), type: 'ReleaseStream', data };
    const answer = engine.execute(release, byPerson(person('administrator'), 'release'));
    expect(
      await answer.then(
        () => undefined,
        (error: unknown) => (error as Rejection).code,
      ),
    ).toBe(code);
  });
});

/** Tasks that have come to somebody. */
const assigned = async ({ store }: ReturnType<typeof memoryPorts>): Promise<number> => {
  let count = 0;
  for await (const { events, live } of store.follow('', new AbortController().signal)) {
    count += events.filter(({ stream, revision }) => stream.startsWith('task-') && revision === 0).length;
    if (live) break;
  }
  return count;
};
