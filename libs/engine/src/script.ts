import type { ScriptDocument, ScriptLine } from '@edict/directives';
import { idFrom, Rejection, type Actor, type Period } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import type { Rehearsal } from './rehearsal.ts';
import { momentOf } from './script-time.ts';
import { actsOf, type Act } from './script-verbs.ts';
import { MACHINE } from './viewer.ts';

export type { ScriptLine };

/** An act of a script that a rule said no to. The rehearsal goes on. */
export type ScriptRefusal = Readonly<{
  at: string;
  as: string;
  do: string;
  task: string | null;
  code: string;
  message: string;
}>;

/** The script plays from the issue to the last moment of the last day. */
type Stage = Readonly<{ rehearsal: Rehearsal; directiveId: string; zone: string; period: Period }>;

/**
 * Plays the lines in the order of their times; what falls due in between rings first. Lines of one time keep their order. What lies before
 * the issue or after the end is refused and not played.
 */
export const playScript = async (stage: Stage, script: ScriptDocument): Promise<readonly ScriptRefusal[]> => {
  const refusals: ScriptRefusal[] = [];
  const lines = [...script.entries()].sort(([, a], [, b]) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  for (const [n, line] of lines) {
    refusals.push(...(await playLine(stage, line, n)));
    await stage.rehearsal.drain();
  }
  return refusals;
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
  const refused = ({ code, message }: Rejection) =>
    refusals.push({ at: line.at, as: line.as, do: line.do, task: line.task ?? null, code, message });
  const acts = await saidNo(async () => {
    await advance(stage, line);
    return actsOf({ reading, directiveId: stage.directiveId, zone: stage.zone }, line);
  }, refused);
  for (const act of acts ?? []) await saidNo(async () => perform(stage, act, line, n), refused);
  return refusals;
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
