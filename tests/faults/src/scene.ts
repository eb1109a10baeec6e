import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { logNamedIn } from '@edict/cli/src/log.ts';
import { standingUnitOf, taskView, type TaskRow } from '@edict/directives';
import { MACHINE, issuing, openRehearsal, publishing, registering } from '@edict/engine';
import { idOf, startOf, type Actor, type Command, type Instant } from '@edict/kernel';
import { byPerson, tableOf } from '@edict/runtime';
import { CONCLUSION, example, filesOf } from '@edict/story';

import type { Sending } from './processes.ts';

/** A new name in a folder of its own, gone with all that was put beside it when the suite is done. */
export const scratch = (): string => {
  const parent = mkdtempSync(join(tmpdir(), 'edict-faults-'));
  made.push(parent);
  return join(parent, 'data');
};

const made: string[] = [];
afterAll(() => made.splice(0).forEach((dir) => rmSync(dir, { recursive: true, force: true })));

/** The folder as it is now, of a store that nobody has open. */
export const copyOf = (dir: string): string => {
  const copy = scratch();
  cpSync(dir, copy, { recursive: true });
  return copy;
};

export const files = filesOf(example(CONCLUSION));
const { directive, policy, calendar, units } = files;

export const ZONE = policy.policy.zone;
/** The day of issue. */
export const START: Instant = startOf('2025-05-16', ZONE);

export const actor = (unit: string, capacity = 'officer'): Actor => ({
  id: `${capacity} of ${unit}`,
  unit,
  capacity,
  origin: 'person',
});

export const sending = (command: Command, by: Actor, key = command.stream): Sending => ({
  command,
  caller: byPerson(by, key),
});

const SECRETARIAT = actor('politburo', 'secretariat');

/** What has to be known before a directive can be issued, a command for each thing. */
export const registrations: readonly Sending[] = [publishing(policy), publishing(calendar), ...registering(units)].map(
  (command) => sending(command, SECRETARIAT),
);

const issue = issuing({
  document: directive,
  policy,
  calendarId: calendar.calendar.id,
  issuedOn: '2025-05-16',
  registration: ['faults'],
});

export const issuance: Sending = sending(issue, SECRETARIAT);
export const directiveId = idOf(issue.stream);

/** Every committee that the directive names sets up its standing unit. */
const settingUp = (committees: readonly string[]): readonly Sending[] =>
  committees.map((committee) => {
    const { stream } = standingUnitOf(directiveId, committee);
    return sending({ stream, type: 'SetUpStandingUnit', data: { directiveId, committee } }, actor(committee));
  });

export type Prepared = Readonly<{
  /** Folders of stores that were closed: before the issue; after it, with nothing done about it yet; with all tasks assigned. */
  registered: string;
  issued: string;
  assigned: string;
  tasks: readonly TaskRow[];
  settingUp: readonly Sending[];
}>;

/** To be copied, not to be worked on. */
export const prepared = async (): Promise<Prepared> => {
  const [registered, issued, assigned] = [scratch(), scratch(), scratch()];
  await within(registered, async (engine) => {
    for (const { command, caller } of registrations) await engine.execute(command, caller);
    await engine.drain();
  });
  cpSync(registered, issued, { recursive: true });
  await within(issued, (engine) => engine.execute(issuance.command, issuance.caller));
  cpSync(issued, assigned, { recursive: true });
  const [tasks, committees] = await within(assigned, async (engine, { views }) => {
    await engine.drain();
    const rows = (await views.find(tableOf(taskView), {})) as readonly TaskRow[];
    const { expected } = await engine.reader.as(MACHINE).standingUnits(directiveId);
    return [rows, expected] as const;
  });
  return { registered, issued, assigned, tasks, settingUp: settingUp(committees) };
};

type Work<T> = (
  engine: Awaited<ReturnType<typeof openRehearsal>>,
  ports: Awaited<ReturnType<typeof openEmbedded>>,
) => Promise<T>;

/** Opens a folder at a moment, works on it and closes it. */
export const within = async <T>(dir: string, work: Work<T>, now: Instant = START): Promise<T> => {
  const embedded = await openEmbedded(dir, { openStore: logNamedIn(process.env) });
  try {
    return await work(await openRehearsal(embedded, now), embedded);
  } finally {
    await embedded.close();
  }
};
