import {
  SCRIPT_VERBS,
  scriptDaysOf,
  scriptFieldsOf,
  type ScriptDocument,
  type ScriptLine,
  type ScriptVerb,
} from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { isDay } from '../schema.ts';
import { flaw } from './common.ts';

export const scriptFlaws = (script: ScriptDocument): readonly Flaw[] =>
  script.flatMap((line, index) => [...momentFlaws(line, index), ...verbFlaws(line, index)]);

const momentFlaws = (line: ScriptLine, index: number): readonly Flaw[] =>
  ['at', 'occurredAt'].flatMap((field) => {
    const at = line[field];
    if (typeof at !== 'string' || isDay(at.slice(0, 10))) return [];
    return [flaw([index, field], 'date/not-a-day', `${quoted(at)} lies on no day of the calendar.`)];
  });

const verbFlaws = (line: ScriptLine, index: number): readonly Flaw[] => {
  const verb = SCRIPT_VERBS.find((known) => known === line.do);
  if (verb) return [...fieldFlaws(verb, line, index), ...dayFlaws(verb, line, index)];
  const known = `Nobody knows how to ${quoted(line.do)}; known are ${SCRIPT_VERBS.join(', ')}.`;
  return [flaw([index, 'do'], 'script/unknown-verb', known)];
};

/** A line may say more than its verb knows, which changes nothing. What is all but a field that it knows was meant to be that one. */
const fieldFlaws = (verb: ScriptVerb, line: ScriptLine, index: number): readonly Flaw[] => {
  const known = scriptFieldsOf(verb);
  return Object.keys(line)
    .filter((field) => !known.includes(field) && known.some((each) => isSlip(field, each)))
    .map((field) => ({ ...flaw([index, field], 'schema/unknown-key', unknown(field, known)), onKey: true }));
};

const unknown = (field: string, known: readonly string[]): string =>
  `${quoted(field)} is no key here; the keys are ${known.join(', ')}.`;

const SHORT = 4;

/** Whether two words differ by one letter: another one, or one too many. In short words that says nothing. */
const isSlip = (said: string, meant: string): boolean => {
  const [short, long] = said.length < meant.length ? [said, meant] : [meant, said];
  if (short.length < SHORT || long.length > short.length + 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(long.length > short.length ? same : same + 1) === long.slice(same + 1);
};

const dayFlaws = (verb: ScriptVerb, line: ScriptLine, index: number): readonly Flaw[] =>
  scriptDaysOf(verb).flatMap((field) => {
    const said = line[field];
    if (said === undefined || isDay(field === 'month' ? `${said}-01` : String(said))) return [];
    return [flaw([index, field], 'date/not-a-day', `${quoted(said)} lies on no day of the calendar.`)];
  });
