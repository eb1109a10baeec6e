import type {
  CalendarDocument,
  DirectiveDocument,
  PolicyDocument,
  ScriptDocument,
  UnitsDocument,
} from '@edict/directives';
import { endOf, idOf, plusMs, startOf, type Actor, type Command, type LocalDate } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { issuing, planning, publishing, registering } from './commands.ts';
import type { Ports } from './engine.ts';
import { openRehearsal, type Rehearsal } from './rehearsal.ts';
import { playScript, type ScriptRefusal } from './script.ts';

export type RehearsalFiles = Readonly<{
  directive: DirectiveDocument;
  units: UnitsDocument;
  policy: PolicyDocument;
  calendar: CalendarDocument;
  script?: ScriptDocument;
}>;

/** Issued when the day `from` begins in the policy's zone, and run to the end of the day `until`. */
export type Span = Readonly<{ from: LocalDate; until: LocalDate }>;
export type Rehearsed = Readonly<{ rehearsal: Rehearsal; directiveId: string; refusals: readonly ScriptRefusal[] }>;

/** Everything from the files to the last day, on whatever ports it is given. The same files give the same log, byte for byte. */
export const rehearse = async (
  ports: Omit<Ports, 'clock' | 'window'>,
  files: RehearsalFiles,
  { from, until }: Span,
): Promise<Rehearsed> => {
  const { zone } = files.policy.policy;
  const rehearsal = await openRehearsal(ports, startOf(from, zone));
  const issue = await prepare(rehearsal, files, from);
  const directiveId = idOf(issue);
  await rehearsal.drain();
  const period = { from: startOf(from, zone), until: endOf(until, zone) };
  const refusals = await playScript({ rehearsal, directiveId, zone, period }, files.script ?? []);
  await rehearsal.advanceTo(plusMs(period.until, -1));
  return { rehearsal, directiveId, refusals };
};

/** Puts calendar, policy and units in force, and when all is known that follows from them, issues the directive. Returns its stream. */
const prepare = async (rehearsal: Rehearsal, files: RehearsalFiles, issuedOn: LocalDate): Promise<string> => {
  const { directive, policy, calendar, units } = files;
  const unit = directive.directive.issuers[0]!;
  const actor: Actor = { id: `secretariat of ${unit}`, unit, capacity: 'secretariat', origin: 'person' };
  const send = (command: Command) => rehearsal.execute(command, byPerson(actor, command.stream));
  const { zone } = policy.policy;
  const { successions: known = [] } = units;
  const successions = planning({ ...units, successions: [...known, ...(directive.successions ?? [])] }, zone);
  for (const command of [publishing(policy), publishing(calendar), ...registering(units), ...successions])
    await send(command);
  await rehearsal.drain();
  const registration = [directive.directive.id];
  const issue = issuing({ document: directive, policy, calendarId: calendar.calendar.id, issuedOn, registration });
  await send(issue);
  return issue.stream;
};
