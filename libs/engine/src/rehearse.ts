import type {
  CalendarDocument,
  DirectiveDocument,
  FormDocument,
  PolicyDocument,
  ScriptDocument,
  UnitsDocument,
} from '@edict/directives';
import { endOf, idOf, plusMs, Rejection, startOf, type Actor, type Command, type LocalDate } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { issuing, planning, publishing, registering } from './commands.ts';
import type { Ports } from './engine.ts';
import { openRehearsal, type Rehearsal } from './rehearsal.ts';
import { playScript, type ScriptRefusal } from './script.ts';

export type RehearsalFiles = Readonly<{
  directive: DirectiveDocument;
  /** All that are issued, that one first. */
  directives?: readonly DirectiveDocument[];
  units: UnitsDocument;
  policy: PolicyDocument;
  calendar: CalendarDocument;
  forms?: readonly FormDocument[];
  script?: ScriptDocument;
}>;

/**
 * One directive is issued when the day `from` begins in the policy's zone; of several each on the day that its file names, that of its issue,
 * signing or adoption, and on the first day if it names none or an earlier one. All run to the end of the day `until`.
 */
export type Span = Readonly<{ from: LocalDate; until: LocalDate }>;
export type Rehearsed = Readonly<{
  rehearsal: Rehearsal;
  directiveId: string;
  /** Of all that were issued, in the order of the files. */
  directiveIds: readonly string[];
  refusals: readonly ScriptRefusal[];
}>;

/** Everything from the files to the last day, on whatever ports it is given. The same files give the same log, byte for byte. */
export const rehearse = async (
  ports: Omit<Ports, 'clock' | 'window'>,
  files: RehearsalFiles,
  { from, until }: Span,
): Promise<Rehearsed> => {
  const { zone } = files.policy.policy;
  const documents = files.directives ?? [files.directive];
  const issues = documents.map((document) =>
    issueOf(document, files, documents.length > 1 ? ownDay(document, from) : from),
  );
  const late = issues.find(({ day }) => day > until);
  if (late) throw new Rejection('script/after-end', `${late.slug} is issued on ${late.day} only.`);
  const rehearsal = await openRehearsal(ports, startOf(from, zone));
  const unfit = await prepare(rehearsal, files, from);
  const [first] = issues.filter(({ day }) => day === from);
  if (first) await send({ rehearsal, issuer: first.issuer }, first.command);
  await rehearsal.drain();
  const directiveIds = issues.map(({ command }) => idOf(command.stream));
  const waiting = issues
    .filter((each) => each !== first)
    .map(({ day, issuer, command }) => ({ day, issue: () => send({ rehearsal, issuer }, command) }));
  const period = { from: startOf(from, zone), until: endOf(until, zone) };
  const stage = { rehearsal, directiveId: directiveIds[0]!, zone, period };
  const refusals = [...unfit, ...(await playScript(stage, files.script ?? [], waiting))];
  await rehearsal.advanceTo(plusMs(period.until, -1));
  return { rehearsal, directiveId: directiveIds[0]!, directiveIds, refusals };
};

const ownDay = ({ directive }: DirectiveDocument, from: LocalDate): LocalDate => {
  const day = directive.issuedOn ?? directive.signedOn ?? directive.adoptedOn ?? from;
  return day < from ? from : day;
};

const issueOf = (document: DirectiveDocument, { policy, calendar }: RehearsalFiles, day: LocalDate) => {
  const { id: slug, issuers } = document.directive;
  const rules = { policy, calendarId: calendar.calendar.id, issuedOn: day, registration: [slug] };
  return { slug, day, issuer: issuers[0]!, command: issuing({ document, ...rules }) };
};

type Sending = Readonly<{ rehearsal: Rehearsal; issuer: string }>;

const send = ({ rehearsal, issuer: unit }: Sending, command: Command) => {
  return rehearsal.execute(command, byPerson(secretariatOf(unit), command.stream));
};

/**
 * Puts calendar, policy, forms and units in force, and waits until all is known that follows from them. Of successions that do not go together the
 * later one is refused, and said to be: files of several hands meet here.
 */
const prepare = async (
  rehearsal: Rehearsal,
  files: RehearsalFiles,
  from: LocalDate,
): Promise<readonly ScriptRefusal[]> => {
  const { directive, directives = [directive], policy, calendar, units, forms = [] } = files;
  const sending = { rehearsal, issuer: directive.directive.issuers[0]! };
  const successions = [units, ...directives].flatMap(({ successions: known = [] }) => known);
  const first = [publishing(policy), publishing(calendar), ...forms.map(publishing), ...registering(units)];
  for (const command of first) await send(sending, command);
  const refusals: ScriptRefusal[] = [];
  for (const [n, command] of planning({ ...units, successions }, policy.policy.zone).entries())
    await planned(sending, command, n).catch((error: unknown) => {
      if (!(error instanceof Rejection)) throw error;
      const { code, message } = error;
      refusals.push({
        ...{ at: from, as: sending.issuer, do: 'merge', task: null, code },
        message: `${idOf(command.stream)}: ${message}`,
      });
    });
  await rehearsal.drain();
  return refusals;
};

/** Each by a key of its own, also where two bear one name. */
const planned = async ({ rehearsal, issuer }: Sending, command: Command, n: number): Promise<unknown> =>
  rehearsal.execute(command, byPerson(secretariatOf(issuer), `${command.stream} ${n}`));

const secretariatOf = (unit: string): Actor => ({
  id: `secretariat of ${unit}`,
  unit,
  capacity: 'secretariat',
  origin: 'person',
});
