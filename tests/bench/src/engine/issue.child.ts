import { setTimeout as sleep } from 'node:timers/promises';

import { openEmbedded } from '@edict/adapter-sqlite';
import { MACHINE, issuing, openEngine, publishing, registering } from '@edict/engine';
import { idOf, startOf, type Actor, type Command } from '@edict/kernel';
import { byPerson } from '@edict/runtime';
import { CONCLUSION, example, filesOf } from '@edict/story';

import { answer, question } from '../child.ts';

/** Seconds from the command that issues 155-KL/TW until all its tasks are in the inboxes, while the engine follows as in the server. */
const { dir } = question() as { dir: string };
const TASKS = 512;
const issuedOn = '2025-05-16';

const { directive, policy, calendar, units } = filesOf(example(CONCLUSION));
const embedded = await openEmbedded(dir);
const now = startOf(issuedOn, policy.policy.zone);
const engine = await openEngine({ ...embedded, clock: () => now });
const unit = directive.directive.issuers[0]!;
const secretariat: Actor = { id: 'bench', unit, capacity: 'secretariat', origin: 'person' };
const send = (command: Command) => engine.execute(command, byPerson(secretariat, command.stream));
for (const command of [publishing(policy), publishing(calendar), ...registering(units)]) await send(command);

const stop = new AbortController();
const running = engine.start(stop.signal);
const caughtUp = async () => engine.waitFor(await embedded.store.head(), 10_000);
await caughtUp();

const reading = engine.reader.as(MACHINE);
const registration = [directive.directive.id];
const issue = issuing({ document: directive, policy, calendarId: calendar.calendar.id, issuedOn, registration });
const from = performance.now();
const { position } = await send(issue);
while (Number(await embedded.store.head()) < Number(position) + TASKS) await sleep(2); // an event for each task
await caughtUp();
const seconds = (performance.now() - from) / 1000;

const rows = await reading.tasks(idOf(issue.stream));
if (rows.length !== TASKS) throw new Error(`There are ${rows.length} tasks, not ${TASKS}.`);
const inInboxes = await Promise.all([...new Set(rows.map((row) => row.unit))].map((of) => reading.inbox(of ?? '')));
const assigned = rows.filter(({ state }) => state === 'assigned').length;
if (inInboxes.flat().length !== assigned)
  throw new Error(`${assigned} tasks are assigned, ${inInboxes.flat().length} found.`);
stop.abort();
await running;
await embedded.close();
answer(seconds);
