import type { ScriptDocument, ScriptLine } from '@edict/directives';
import { idFrom, Rejection, startOf, type Actor, type LocalDate, type Period } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { directiveNamed } from './look-up.ts';
import type { Reading } from './reader.ts';
import type { Rehearsal } from './rehearsal.ts';
import { momentOf } from './script-time.ts';
import { actsOf, type Act } from './script-verbs.ts';
import { MACHINE } from './viewer.ts';

export type { ScriptLine };

/** An act of a script that a rule said no to. The rehearsal goes on. `directive`: which one the line names, where it names one. */
export type ScriptRefusal = Readonly<{
  at: string;
  as: string;
  do: string;
  task: string | null;
  code: string;
  message: string;
  directive?: string;
}>;

/** A directive that is issued while the script plays. */
export type FurtherIssue = Readonly<{ day: LocalDate; issue(): Promise<unknown> }>;

/** The script plays from the issue to the last moment of the last day. `directiveId`: the one that is meant where a line names none. */
type Stage = Readonly<{ rehearsal: Rehearsal; directiveId: string; zone: string; period: Period }>;

/**
 * Plays the lines in the order of their times; what falls due in between rings first. Lines of one time keep their order. What lies before
 * the issue or after the end is refused and not played. Further directives are issued before the first line of their day.
 */
export const playScript = async (
  stage: Stage,
  script: ScriptDocument,
  further: readonly FurtherIssue[] = [],
): Promise<readonly ScriptRefusal[]> => {
  const refusals: ScriptRefusal[] = [];
  const waiting = further.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const issueUntil = async (last?: LocalDate) => {
    while (waiting[0] && (last === undefined || waiting[0].day <= last)) await issueNext(stage, waiting.shift()!);
  };
  const lines = [...script.entries()].sort(([, a], [, b]) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  for (const [n, line] of lines) {
    await issueUntil(line.at.slice(0, 10));
    refusals.push(...(await playLine(stage, line, n)));
    await stage.rehearsal.drain();
  }
  await issueUntil();
  return refusals;
};

const issueNext = async ({ rehearsal, zone }: Stage, { day, issue }: FurtherIssue): Promise<void> => {
  await rehearsal.advanceTo(startOf(day, zone));
  await issue();
  await rehearsal.drain();
};

const advance = async ({ rehearsal, zone, period }: Stage, { at }: ScriptLine): Promise<void> => {
  const moment = momentOf(at, zone);
  if (moment < period.from) throw new Rejection('script/before-issue', `${at} lies before the directive is issued.`);
  if (moment >= period.until)
    throw new Rejection('script/after-end', `${at} lies after the last day of the rehearsal.`);
  await rehearsal.advanceTo(moment);
};

const playLine = async (stage: Stage, line: ScriptLine, n: number): Promise<readonly ScriptRefusal[]> => {
  const reading = stage.rehearsal.reader.as(MACHINE);
  const refusals: ScriptRefusal[] = [];
  const refused = ({ code, message }: Rejection) => refusals.push({ ...saidIn(line), code, message, ...named(line) });
  const acts = await saidNo(async () => {
    await advance(stage, line);
    return actsOf({ reading, directiveId: await meant(stage, reading, line), zone: stage.zone }, line);
  }, refused);
  for (const act of acts ?? []) await saidNo(async () => perform(stage, act, line, n), refused);
  return refusals;
};

const saidIn = ({ at, as, do: verb, task }: ScriptLine) => ({ at, as, do: verb, task: task ?? null });

const named = (line: ScriptLine) => (typeof line['directive'] === 'string' ? { directive: line['directive'] } : {});

const meant = async ({ directiveId }: Stage, reading: Reading, line: ScriptLine): Promise<string> => {
  const { directive } = named(line);
  if (directive === undefined) return directiveId;
  const row = await directiveNamed(reading, directive);
  if (!row) throw new Rejection('script/no-such-directive', `No directive ${directive} has been issued.`);
  return row.directiveId;
};

const saidNo = async <T>(attempt: () => Promise<T>, refused: (no: Rejection) => unknown): Promise<T | undefined> => {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    refused(error);
    return undefined;
  }
};

const perform = (stage: Stage, { unit, command, capacity = 'officer' }: Act, line: ScriptLine, n: number) => {
  const actor: Actor = { id: `script of ${unit}`, unit, capacity, origin: 'person' };
  const occurredAt = typeof line['occurredAt'] === 'string' ? momentOf(line['occurredAt'], stage.zone) : undefined;
  const key = idFrom(String(n), line.do, command.stream, ...(line.do === 'merge' ? [command.type] : []));
  return stage.rehearsal.execute(command, byPerson(actor, key, occurredAt));
};
