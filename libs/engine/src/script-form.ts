import { formReportStream, type Filled, type ScriptLine } from '@edict/directives';
import { Rejection } from '@edict/kernel';

import { day, evidence, field, maybe, tasksFor, text, type Verb } from './script-tools.ts';

/** `key=number; key=number`: a semicolon parts them, as numbers may have commas. */
const valuesIn = (line: ScriptLine): Filled =>
  (field(line, 'values') ?? '').split(';').flatMap((each) => {
    if (each.trim() === '') return [];
    const at = each.indexOf('=');
    if (at < 0) throw new Rejection('script/no-value', `${each.trim()}: key=number is wanted.`);
    return [{ key: each.slice(0, at).trim(), value: each.slice(at + 1).trim() }];
  });

/** For the day `on`, or that of the line; `text`: why what was filled in before is corrected. */
export const fillForm: Verb = async (scene, line) => {
  const rows = await tasksFor(scene, line);
  const row = rows.find((each) => each.unit === line.as) ?? rows[0];
  const [formId, on, unit] = [field(line, 'form') ?? '', day(line) ?? line.at.slice(0, 10), line.as];
  const of = { formId, concerning: row!.taskId, on };
  const why = text(line);
  const data = {
    ...of,
    values: valuesIn(line),
    ...maybe('correcting', why === '' ? undefined : why),
    ...evidence(line),
  };
  return [{ unit, command: { stream: formReportStream({ ...of, unit }), type: 'FileFormReport', data } }];
};
