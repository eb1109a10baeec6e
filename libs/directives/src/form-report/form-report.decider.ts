import {
  canonical,
  dayOf,
  idFrom,
  lookup,
  refuse,
  Rejection,
  type Context,
  type Decider,
  type Refused,
} from '@edict/kernel';

import { lacksEvidence } from '../evidence.ts';
import { checkForm, formOf, type Filled, type FormFlaw } from '../figures/index.ts';
import { editionOn, reference, referenceStream } from '../reference/reference.decider.ts';
import { task } from '../task/task.decider.ts';
import { isAssigned, isOver, taskIn, type Task } from '../task/task.state.ts';
import type { Charged, FiledForm, FormReportCommand, FormReportEvent } from './form-report.messages.ts';

/** What was filled in last; `null`: nothing yet. */
export type FormReport = FiledForm | null;

type Decision = readonly FormReportEvent[] | Refused<FormReportEvent>;
type Data = FormReportCommand['data'];

/** One form is filled in once by one unit, for one task and one day; whoever fills it in again corrects it. */
export const formReportStream = (
  of: Readonly<{ formId: string; concerning: string; unit: string; on: string }>,
): string => `formReport-${idFrom('formReport', of.formId, of.concerning, of.unit, of.on)}`;

const decide = ({ data }: FormReportCommand, filed: FormReport, context: Context): Decision =>
  mayFill(data, context) ?? filledIn(data, filed, context);

const mayFill = (data: Data, context: Context): Refused<never> | undefined => {
  const { unit } = context.actor;
  const charged = data.task.value;
  if (context.stream !== formReportStream({ ...data, unit }))
    return refuse('form/other-stream', 'The form, the task, the unit and the day say which stream is its own.');
  if (!charged) return refuse('task/unknown', 'There is no such task.');
  if (!charged.fill.includes(unit))
    return refuse('form/not-the-performer', 'A form is filled in by whoever has the task, leads it or coordinates.');
  if (charged.over) return refuse('form/task-over', 'The task is over: nothing is filled in for it any more.');
  return lacksEvidence(data, context) ?? notAhead(data, charged, context);
};

const notAhead = ({ on }: Data, { zone }: Charged, { occurredAt }: Context): Refused<never> | undefined =>
  on > dayOf(occurredAt, zone)
    ? refuse('form/in-the-future', `It is not yet ${on}: how it stands then, nobody knows.`)
    : undefined;

const filledIn = (data: Data, filed: FormReport, { actor }: Context): Decision => {
  const { formId, concerning, on, values: written, correcting, evidence = null } = data;
  const { value: document, source } = data.form;
  if (!document) return refuse('form/unknown', `No form ${formId} is in force on ${on}.`);
  const form = formOf(document);
  const checked = checkForm(form, written);
  if (!checked.ok) return wronglyFilled(checked.flaws, written);
  const { values } = checked;
  const said = { formId, concerning, on, directiveId: data.task.value!.directiveId, unit: actor.unit };
  const event: FiledForm = { ...said, edition: form.version, source, values, written, evidence };
  if (!filed) return [{ type: 'FormReportFiled', data: event }];
  if (canonical(filed.values) === canonical(values)) return [];
  if (correcting === undefined)
    return refuse('form/filed-already', `It was filled in for ${on} with other figures: say why they are corrected.`);
  return [{ type: 'FormReportCorrected', data: { ...event, from: filed.values, reason: correcting } }];
};

/** Each flaw with its field and the rule that it breaks. */
const wronglyFilled = (flaws: readonly FormFlaw[], written: Filled): Refused<never> => {
  const fields = flaws.map(({ code, key, message }) => ({
    pointer: fieldOf(key, written),
    rule: `form/${code}`,
    message,
  }));
  const words = flaws.map(({ message }) => message).join(' ');
  return { rejection: new Rejection('form/wrongly-filled', words, fields), record: [] };
};

const fieldOf = (key: string, written: Filled): string => {
  const at = written.findLastIndex((each) => each.key === key);
  return at < 0 ? '/values' : `/values/${at}`;
};

const chargedWith = (state: Task): Charged | null => {
  const terms = taskIn(state);
  if (!terms) return null;
  const { directiveId, quiet, lead, accountable, coordinating } = terms;
  const own = isAssigned(state) ? [state.task.unit] : [];
  const over = isAssigned(state) && isOver(state);
  return { directiveId, fill: [...own, ...lead, ...accountable, ...coordinating], zone: quiet.zone, over };
};

/** Figures that a unit has filled into a form. A stream for each form, task, unit and day: a task does not carry them. */
export const formReport: Decider<FormReport, FormReportCommand, FormReportEvent> = {
  category: 'formReport',
  origins: { FileFormReport: ['person'] },
  initialState: null,
  decide,
  evolve: (_, { data }) => data,
  alarms: () => [],
  facts: ({ data: { formId, concerning, on } }) => ({
    form: lookup(referenceStream('form', formId), reference, (editions) => editionOn(editions, on)?.content ?? null),
    task: lookup(`task-${concerning}`, task, chargedWith),
  }),
};
