/** What is asked of an option: text, a day, whether it is there, a list, or what the task itself shows. */
export type Field = Readonly<{
  option: string;
  what: string;
  /** Where it goes in the body, where that is not the name of the option: `ruling.lead` is the `lead` of a `ruling`. */
  at?: string;
  kind?: 'flag' | 'list';
  needed?: true;
}>;

export type TaskVerb = Readonly<{
  what: string;
  fields: readonly Field[];
  /** What the body has of the task as it is shown: which assignment, request or part is meant. */
  meant?: 'assignment' | 'request';
}>;

const needed = (option: string, what: string, at?: string): Field => ({ ...maybe(option, what, at), needed: true });
const maybe = (option: string, what: string, at?: string): Field => ({ option, what, ...(at ? { at } : {}) });
const WHY = needed('reason', 'TEXT');
const DAY = maybe('on', 'DAY', 'toOn');
const ORDER = [maybe('order', 'NUMBER', 'order.number'), maybe('by', 'UNIT', 'order.issuer')];
const COORDINATING: Field = { option: 'coordinating', what: 'UNIT', kind: 'list' };
const REPORTS_TO: Field = { option: 'reports-to', what: 'UNIT', kind: 'list', at: 'reportsTo' };

const ruled = (field: Field): Field => ({ ...field, at: `ruling.${field.at ?? field.option}` });
const changed = (field: Field): Field => ({ ...field, at: `changes.${field.at ?? field.option}` });

/** Every act on a task that is not on its straight path, by its verb: each is one request to the route of that name. */
export const TASK_VERBS = {
  'request-extension': {
    what: 'Asks for more time. For the lead, before the deadline.',
    fields: [needed('on', 'DAY', 'toOn'), WHY, needed('progress', 'TEXT')],
    meant: 'assignment',
  },
  'grant-extension': {
    what: 'Grants more time. For an issuer or its delegate.',
    fields: [DAY, maybe('reason', 'TEXT'), maybe('exception', 'TEXT')],
    meant: 'request',
  },
  'refuse-extension': {
    what: 'Refuses more time. For an issuer or its delegate.',
    fields: [WHY],
    meant: 'request',
  },
  'override-deadline': {
    what: 'Replaces a date by the order of a higher authority.',
    fields: [
      needed('on', 'DAY', 'toOn'),
      needed('order', 'NUMBER', 'order.number'),
      needed('by', 'UNIT', 'order.issuer'),
      WHY,
    ],
  },
  refuse: {
    what: 'Says that it is not theirs.',
    fields: [WHY, maybe('to', 'UNIT', 'suggests')],
    meant: 'assignment',
  },
  uphold: { what: 'Decides that it stays where it is. For an issuer.', fields: [WHY], meant: 'assignment' },
  reassign: {
    what: 'Gives it to another unit. For an issuer.',
    fields: [needed('to', 'UNIT', 'unit'), WHY],
    meant: 'assignment',
  },
  assign: { what: 'Assigns what the text left to nobody. For an issuer.', fields: [needed('to', 'UNIT', 'unit')] },
  suspend: { what: 'Suspends it. For an issuer.', fields: [WHY, ...ORDER] },
  resume: { what: 'Resumes it. For an issuer.', fields: [WHY, DAY] },
  cancel: { what: 'Cancels it. For an issuer.', fields: [WHY, ...ORDER] },
  lapse: { what: 'Ends what is never complete. For an issuer.', fields: [WHY] },
  delegate: {
    what: 'Passes part of it on. For the lead, who stays accountable.',
    fields: [needed('to', 'UNIT', 'unit'), DAY, maybe('text', 'TEXT', 'statement'), maybe('exception', 'TEXT')],
    meant: 'assignment',
  },
  'decide-on-part': {
    what: 'Decides on a part that was passed on, named by its ref, its id or its unit. For the lead.',
    fields: [needed('part', 'PART', 'child'), needed('decision', 'cancel|leave'), WHY],
  },
  contribute: { what: 'Contributes to it. For a coordinator.', fields: [needed('text', 'TEXT', 'contribution')] },
  'ask-contribution': {
    what: 'Asks for a contribution or an opinion. For the lead.',
    fields: [
      needed('to', 'UNIT', 'unit'),
      needed('text', 'TEXT', 'what'),
      DAY,
      { option: 'opinion', what: '', kind: 'flag' },
    ],
    meant: 'assignment',
  },
  'demand-report': {
    what: 'Demands a report. For an issuer, or whom it is reported to.',
    fields: [needed('text', 'TEXT', 'what'), DAY],
  },
  decide: {
    what: 'Decides what its text leaves open: who leads, how often it comes round, whether a group has it together or each member its own (--each: the one for all is then cancelled). For an issuer.',
    fields: [
      needed('finding', 'CODE'),
      ruled(maybe('lead', 'UNIT')),
      ruled(COORDINATING),
      ruled(REPORTS_TO),
      ruled(maybe('every', 'INTERVAL')),
      ruled({ option: 'common', what: '', kind: 'flag' }),
      ruled({ option: 'each', what: '', kind: 'flag' }),
      WHY,
    ],
  },
  correct: {
    what: 'Corrects how it was entered. For an issuer.',
    fields: [
      changed(maybe('statement', 'TEXT')),
      changed(maybe('output', 'TEXT')),
      changed({ option: 'urgent', what: '', kind: 'flag' }),
      changed(COORDINATING),
      changed(REPORTS_TO),
      WHY,
    ],
  },
  start: {
    what: 'Says that the event has come about with which it begins. For an issuer or the lead.',
    fields: [needed('text', 'TEXT', 'event'), DAY],
  },
} as const satisfies Readonly<Record<string, TaskVerb>>;
