import type { ScriptDocument } from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { isDay } from '../schema.ts';
import { flaw } from './common.ts';

export const scriptFlaws = (script: ScriptDocument): readonly Flaw[] =>
  script.flatMap(({ at }, index) =>
    isDay(at.slice(0, 10))
      ? []
      : [flaw([index, 'at'], 'date/not-a-day', `${quoted(at)} lies on no day of the calendar.`)],
  );
