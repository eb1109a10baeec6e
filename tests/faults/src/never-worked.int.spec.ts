import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from '@jest/globals';
import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { editionOf, referenceStream, taskView, type TaskRow } from '@edict/directives';
import { issuing, openRehearsal, type Rehearsal } from '@edict/engine';
import { genesisOf, idFrom } from '@edict/kernel';
import { byPerson, chain, tableOf } from '@edict/runtime';

import { actor, copyOf, files, issuance, prepared, START } from './scene.ts';

const { directive, policy, calendar } = files;
const NEVER = { ...calendar, calendar: { ...calendar.calendar, id: 'never', weeklyDaysOff: [1, 2, 3, 4, 5, 6, 7] } };

/** A log from before such a calendar was refused. */
const withNever = async (): Promise<Embedded> => {
  const embedded = await openEmbedded(copyOf((await prepared()).registered));
  const { store, installation } = embedded;
  const { meta } = (await store.read(referenceStream('calendar', calendar.calendar.id)))[0]!;
  const stream = referenceStream('calendar', 'never');
  const commandId = idFrom('never', stream);
  const own = { commandId, causationId: commandId, correlationId: commandId, commandHash: '' };
  const end = { stream, last: undefined, genesis: genesisOf(installation) };
  const [event] = chain(end, [{ type: 'ReferencePublished', data: editionOf(NEVER) }], {
    ...meta,
    ...own,
  });
  await store.append(stream, -1, [event!]);
  return embedded;
};

const running = async (engine: Rehearsal, isSo: () => Promise<boolean>): Promise<void> => {
  const stop = new AbortController();
  const end = engine.start(stop.signal);
  for (let left = 600; left > 0 && !(await isSo()); left -= 1) await pause(50);
  stop.abort();
  await end;
  expect(await isSo()).toBe(true);
};

it('R16: a directive issued under a calendar in which nobody ever works is parked, also at the next start, and others go on', async () => {
  const embedded = await withNever();
  const issue = issuing({
    document: { ...directive, directive: { ...directive.directive, id: 'other', number: '156-KL/TW' } },
    policy,
    calendarId: 'never',
    issuedOn: '2025-05-16',
    registration: ['never'],
  });
  const tasks = async () => (await embedded.views.find(tableOf(taskView), {})) as readonly TaskRow[];
  const parkedBy = async (engine: Rehearsal) =>
    (await engine.health()).subscribers.flatMap(({ name, parked }) =>
      parked.map(({ stream, reason }) => ({ name, stream, reason })),
    );
  try {
    const first = await openRehearsal(embedded, START);
    await first.execute(issue, byPerson(actor('politburo', 'secretariat'), 'never'));
    await running(first, async () => (await parkedBy(first)).length > 0);
    expect(await parkedBy(first)).toStrictEqual([
      { name: 'fan-out', stream: issue.stream, reason: expect.stringContaining('no working day') },
    ]);

    const next = await openRehearsal(embedded, START);
    await next.execute(issuance.command, issuance.caller);
    await running(next, async () => (await tasks()).length === 512);
    expect((await next.health()).concerns).toStrictEqual(['parked']);
  } finally {
    await embedded.close();
  }
}, 120_000);
