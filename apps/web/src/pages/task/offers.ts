import type { Act, Task } from '../../api/tasks.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';

/** `names`: what the act refers to, so that it cannot hit what came later; `by`: whose act it is. */
export type Offer = Readonly<{
  verb: Act['verb'];
  key: string;
  names?: 'assignment' | 'submission' | 'request';
  by: 'performer' | 'issuer';
  fields: readonly AskedField[];
}>;

const words = (name: string, label = `act.field.${name}`): AskedField => ({ name, kind: 'words', label });
const maybe = (field: AskedField): AskedField => ({ ...field, optional: true });
const TO_ON: AskedField = { name: 'toOn', kind: 'day', label: 'act.field.toOn' };
const UNIT: AskedField = { name: 'unit', kind: 'unit', label: 'act.field.unit' };
const EXCEPTION = maybe({ name: 'exception', kind: 'line', label: 'act.field.exception' });

const OFFERS = {
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
  demandReport: { verb: 'demandReport', key: 'r', by: 'issuer', fields: [words('what'), maybe(TO_ON)] },
} as const satisfies Readonly<Record<Act['verb'], Offer>>;

const WORKING: readonly Offer[] = [OFFERS.submit, OFFERS.report, OFFERS.requestExtension, OFFERS.delegate];
const DEMAND: readonly Offer[] = [OFFERS.demandReport];

const IN_STATE: Readonly<Record<string, readonly Offer[]>> = {
  assigned: [OFFERS.acknowledge, OFFERS.report, OFFERS.submit, OFFERS.requestExtension, OFFERS.delegate, ...DEMAND],
  acknowledged: [...WORKING, ...DEMAND],
  inProgress: [...WORKING, ...DEMAND],
  returned: [...WORKING, ...DEMAND],
  delegated: [OFFERS.report, OFFERS.requestExtension, ...DEMAND],
  submitted: [OFFERS.accept, OFFERS.return],
};

/** What is never complete is not submitted, and what has no date needs no more time. */
const fits = ({ verb }: Offer, { kind, dueAt, request }: Task): boolean => {
  if (verb === 'submit') return kind === 'once' || kind === 'conditional';
  return verb !== 'requestExtension' || (dueAt !== null && request === null);
};

/** What can be done to a task as it stands, the likeliest first; who may do it is for the server to say. */
export const actsOn = (task: Task): readonly Offer[] => {
  const asked = task.request === null ? [] : [OFFERS.grantExtension, OFFERS.refuseExtension];
  return [...asked, ...(IN_STATE[task.state] ?? []).filter((offer) => fits(offer, task))];
};

/** The body of an act on this task. */
export const bodyOf = ({ names }: Offer, task: Task, said: Readonly<Record<string, string>>): object => ({
  ...said,
  ...(names === undefined ? {} : { [names]: names === 'request' ? requestOf(task)?.request : task[names] }),
});

type Request = Readonly<{ request: number; toOn: string; reason: unknown; progress: unknown }>;

/** More time, where it is asked for and not yet decided. */
export const requestOf = ({ request }: Task): Request | null => request as Request | null;
