import type { ScriptDocument, ScriptLine } from '@edict/directives';
import { atTime, idFrom, Rejection, type Actor } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import type { Rehearsal } from './rehearsal.ts';
import { actsOf, type Act } from './script-verbs.ts';

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

type Stage = Readonly<{ rehearsal: Rehearsal; directiveId: string; zone: string }>;

/** Plays the lines in the order of their times; what falls due in between rings first. Lines of one time keep their order. */
export const playScript = async (stage: Stage, script: ScriptDocument): Promise<readonly ScriptRefusal[]> => {
  const refusals: ScriptRefusal[] = [];
  const lines = [...script.entries()].sort(([, a], [, b]) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  for (const [n, line] of lines) {
    await stage.rehearsal.advanceTo(momentOf(line.at, stage.zone));
    refusals.push(...(await playLine(stage, line, n)));
    await stage.rehearsal.drain();
  }
  return refusals;
};

export const momentOf = (local: string, zone: string) => {
  const [day, time] = local.split('T') as [string, string];
  return atTime(day, time, zone);
};

const playLine = async (stage: Stage, line: ScriptLine, n: number): Promise<readonly ScriptRefusal[]> => {
  const reading = stage.rehearsal.reader.as({ id: 'script', unit: line.as });
  const refusals: ScriptRefusal[] = [];
  const refused = ({ code, message }: Rejection) =>
    refusals.push({ at: line.at, as: line.as, do: line.do, task: line.task ?? null, code, message });
  const acts = await saidNo(() => actsOf({ reading, directiveId: stage.directiveId, zone: stage.zone }, line), refused);
  for (const act of acts ?? []) await saidNo(() => perform(stage, act, line, n), refused);
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

const perform = (stage: Stage, { unit, command }: Act, line: ScriptLine, n: number) => {
  const actor: Actor = { id: `script of ${unit}`, unit, capacity: 'officer', origin: 'person' };
  const occurredAt = typeof line['occurredAt'] === 'string' ? momentOf(line['occurredAt'], stage.zone) : undefined;
  const key = idFrom(String(n), line.do, command.stream);
  return stage.rehearsal.execute(command, byPerson(actor, key, occurredAt));
};
