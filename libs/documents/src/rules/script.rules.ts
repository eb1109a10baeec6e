import { SCRIPT_VERBS, type ScriptDocument, type ScriptLine } from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { isDay } from '../schema.ts';
import { flaw } from './common.ts';

export const scriptFlaws = (script: ScriptDocument): readonly Flaw[] =>
  script.flatMap((line, index) => [...dayFlaws(line, index), ...verbFlaws(line, index)]);

const dayFlaws = (line: ScriptLine, index: number): readonly Flaw[] =>
  ['at', 'occurredAt'].flatMap((field) => {
    const at = line[field];
    if (typeof at !== 'string' || isDay(at.slice(0, 10))) return [];
    return [flaw([index, field], 'date/not-a-day', `${quoted(at)} lies on no day of the calendar.`)];
  });

const verbFlaws = ({ do: verb }: ScriptLine, index: number): readonly Flaw[] =>
  SCRIPT_VERBS.some((known) => known === verb)
    ? []
    : [
        flaw(
          [index, 'do'],
          'script/unknown-verb',
          `Nobody knows how to ${quoted(verb)}; known are ${SCRIPT_VERBS.join(', ')}.`,
        ),
      ];
