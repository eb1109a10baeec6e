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

/** What a verb does not know changes nothing: whoever wrote it meant something else. */
const fieldFlaws = (verb: ScriptVerb, line: ScriptLine, index: number): readonly Flaw[] => {
  const known = scriptFieldsOf(verb);
  return Object.keys(line)
    .filter((field) => !known.includes(field))
    .map((field) => ({
      ...flaw(
        [index, field],
        'schema/unknown-key',
        `${quoted(field)} is no key here; the keys are ${known.join(', ')}.`,
      ),
      onKey: true,
    }));
};

const dayFlaws = (verb: ScriptVerb, line: ScriptLine, index: number): readonly Flaw[] =>
  scriptDaysOf(verb).flatMap((field) => {
    const said = line[field];
    if (said === undefined || isDay(field === 'month' ? `${said}-01` : String(said))) return [];
    return [flaw([index, field], 'date/not-a-day', `${quoted(said)} lies on no day of the calendar.`)];
  });
