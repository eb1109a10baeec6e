import type { Act, Task } from '../../api/tasks.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';

/** `names`: what the act refers to, so that it cannot hit what came later; `by`: whose act it is. */
export type Offer = Readonly<{
  verb: Act['verb'];
  key: string;
  names?: 'assignment' | 'submission' | 'request';
  by: 'performer' | 'coordinator' | 'issuer';
  fields: readonly AskedField[];
}>;

const words = (name: string, label = `act.field.${name}`): AskedField => ({ name, kind: 'words', label });
const maybe = (field: AskedField): AskedField => ({ ...field, optional: true });
const TO_ON: AskedField = { name: 'toOn', kind: 'day', label: 'act.field.toOn' };
const UNIT: AskedField = { name: 'unit', kind: 'unit', label: 'act.field.unit' };
const WHY = words('reason');
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
  suspend: { verb: 'suspend', key: 's', by: 'issuer', fields: [WHY] },
  resume: { verb: 'resume', key: 's', by: 'issuer', fields: [WHY, maybe(TO_ON)] },
  cancelTask: { verb: 'cancelTask', key: 'z', by: 'issuer', fields: [WHY] },
  demandReport: { verb: 'demandReport', key: 'r', by: 'issuer', fields: [words('what'), maybe(TO_ON)] },
} as const satisfies Readonly<Record<Act['verb'], Offer>>;

const { acknowledge, report, submit, requestExtension, delegate, accept, demandReport, ...OTHERS } = OFFERS;
const WORKING: readonly Offer[] = [submit, report, requestExtension, delegate, OTHERS.askContribution];
const ISSUED: readonly Offer[] = [demandReport, OTHERS.reassign, OTHERS.suspend, OTHERS.cancelTask];
const OPEN: readonly Offer[] = [OTHERS.contribute, ...ISSUED];

const IN_STATE: Readonly<Record<string, readonly Offer[]>> = {
  assigned: [acknowledge, report, submit, requestExtension, delegate, OTHERS.askContribution, OTHERS.refuse, ...OPEN],
  acknowledged: [...WORKING, OTHERS.refuse, ...OPEN],
  inProgress: [...WORKING, ...OPEN],
  returned: [...WORKING, ...OPEN],
  delegated: [report, requestExtension, OTHERS.askContribution, ...OPEN],
  refused: [OTHERS.uphold, ...OPEN],
  suspended: [OTHERS.resume, OTHERS.cancelTask],
  submitted: [accept, OTHERS.return, OTHERS.contribute],
};

/** By which key an act is done, on whichever page. */
export const keyOf = (verb: Act['verb']): string => OFFERS[verb].key;

/** What is never complete is not submitted; what has no date needs no more time; and who waits for more time does not refuse the whole. */
const fits = ({ verb }: Offer, { kind, dueAt, request }: Task): boolean => {
  if (verb === 'submit') return kind === 'once' || kind === 'conditional';
  if (verb === 'refuse') return request === null;
  return verb !== 'requestExtension' || (dueAt !== null && request === null);
};

/** What can be done to a task as it stands, the likeliest first; who may do it is for the server to say. */
export const actsOn = (task: Task): readonly Offer[] => {
  const asked = task.request === null ? [] : [OFFERS.grantExtension, OFFERS.refuseExtension];
  return [...asked, ...(IN_STATE[task.state] ?? []).filter((offer) => fits(offer, task))];
};

/** The body of an act on this task. */
export const bodyOf = ({ names }: Offer, task: Task, said: object): object => ({
  ...said,
  ...(names === undefined ? {} : { [names]: names === 'request' ? requestOf(task)?.request : task[names] }),
});

type Request = Readonly<{ request: number; toOn: string; reason: unknown; progress: unknown }>;

/** More time, where it is asked for and not yet decided. */
export const requestOf = ({ request }: Task): Request | null => request as Request | null;
