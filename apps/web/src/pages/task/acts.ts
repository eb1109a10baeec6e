import type { Act } from '../../api/tasks.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';

/** `names`: what the act refers to, so that it cannot hit what came later; `by`: whose act it is. */
export type Offer = Readonly<{
  verb: Act['verb'];
  key: string;
  names?: 'assignment' | 'submission' | 'request';
  by: 'performer' | 'coordinator' | 'issuer' | 'registrar' | 'either';
  fields: readonly AskedField[];
}>;

const words = (name: string, label = `act.field.${name}`): AskedField => ({ name, kind: 'words', label });
const maybe = (field: AskedField): AskedField => ({ ...field, optional: true });
const TO_ON: AskedField = { name: 'toOn', kind: 'day', label: 'act.field.toOn' };
const UNIT: AskedField = { name: 'unit', kind: 'unit', label: 'act.field.unit' };
const WHY = words('reason');
const EXCEPTION = maybe({ name: 'exception', kind: 'line', label: 'act.field.exception' });

/** Every act on a task, with what it asks for. A name with a dot goes into what is before the dot. */
export const OFFERS = {
  acknowledge: { verb: 'acknowledge', key: 'a', names: 'assignment', by: 'performer', fields: [] },
  submit: {
    verb: 'submit',
    key: 'd',
    names: 'assignment',
    by: 'performer',
    fields: [words('report', 'act.words.submit')],
  },
  report: {
    verb: 'report',
    key: 'p',
    names: 'assignment',
    by: 'performer',
    fields: [words('report', 'act.words.report')],
  },
  requestExtension: {
    verb: 'requestExtension',
    key: 'e',
    names: 'assignment',
    by: 'performer',
    fields: [TO_ON, words('reason'), words('progress', 'act.words.report')],
  },
  delegate: {
    verb: 'delegate',
    key: 't',
    names: 'assignment',
    by: 'performer',
    fields: [UNIT, maybe(words('statement')), maybe(TO_ON), EXCEPTION],
  },
  askContribution: {
    verb: 'askContribution',
    key: 'q',
    names: 'assignment',
    by: 'performer',
    fields: [
      { name: 'unit', kind: 'unit', label: 'act.field.of' },
      words('what', 'act.words.askContribution'),
      { name: 'opinion', kind: 'flag', label: 'act.field.opinion', optional: true },
      maybe({ name: 'toOn', kind: 'day', label: 'act.field.until' }),
    ],
  },
  refuse: {
    verb: 'refuse',
    key: 'x',
    names: 'assignment',
    by: 'performer',
    fields: [
      words('reason', 'act.words.refuse'),
      maybe({ name: 'suggests', kind: 'unit', label: 'act.field.suggests' }),
    ],
  },
  contribute: {
    verb: 'contribute',
    key: 'c',
    by: 'coordinator',
    fields: [words('contribution', 'act.words.contribute')],
  },
  accept: { verb: 'accept', key: 'a', names: 'submission', by: 'issuer', fields: [] },
  return: {
    verb: 'return',
    key: 'x',
    names: 'submission',
    by: 'issuer',
    fields: [words('reason', 'act.words.return')],
  },
  grantExtension: {
    verb: 'grantExtension',
    key: 'y',
    names: 'request',
    by: 'issuer',
    fields: [maybe(TO_ON), maybe(words('reason')), EXCEPTION],
  },
  refuseExtension: { verb: 'refuseExtension', key: 'x', names: 'request', by: 'issuer', fields: [words('reason')] },
  uphold: { verb: 'uphold', key: 'u', names: 'assignment', by: 'issuer', fields: [WHY] },
  reassign: { verb: 'reassign', key: 'n', names: 'assignment', by: 'issuer', fields: [UNIT, WHY] },
  assign: { verb: 'assign', key: 'n', by: 'issuer', fields: [UNIT] },
  start: { verb: 'start', key: 'b', by: 'either', fields: [words('event', 'act.words.start'), maybe(TO_ON)] },
  overrideDeadline: {
    verb: 'overrideDeadline',
    key: 'i',
    by: 'registrar',
    fields: [
      { name: 'order.number', kind: 'line', label: 'act.field.order' },
      { name: 'order.issuer', kind: 'unit', label: 'act.field.orderedBy' },
      TO_ON,
      WHY,
    ],
  },
  correct: {
    verb: 'correct',
    key: 'w',
    by: 'issuer',
    fields: [
      maybe(words('changes.statement', 'act.field.rightly')),
      maybe(words('changes.output', 'act.field.output')),
      WHY,
    ],
  },
  lapse: { verb: 'lapse', key: 'l', by: 'issuer', fields: [WHY] },
  suspend: { verb: 'suspend', key: 's', by: 'issuer', fields: [WHY] },
  resume: { verb: 'resume', key: 's', by: 'issuer', fields: [WHY, maybe(TO_ON)] },
  cancelTask: { verb: 'cancelTask', key: 'z', by: 'issuer', fields: [WHY] },
  demandReport: { verb: 'demandReport', key: 'r', by: 'issuer', fields: [words('what'), maybe(TO_ON)] },
} as const satisfies Readonly<Partial<Record<Act['verb'], Offer>>>;

/** What is offered among the acts of a task; the others stand beside what they are about. */
export type Offered = keyof typeof OFFERS;
