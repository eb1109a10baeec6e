import type { ScriptVerb } from './script.document.ts';

/** What any line may say. */
const COMMON = ['at', 'as', 'do', 'task', 'member', 'text', 'occurredAt', 'evidence', 'directive'] as const;

/** The names that a day has been given: each is understood where one is. */
const DAY = ['on', 'due', 'until', 'to'] as const;
const ORDER = ['order', 'by', 'issuer'] as const;
const MARKS = ['repeats', 'collective', 'care', 'endangers'] as const;
const CHANGE = ['with', 'keep', 'cancel', 'change', 'replace', 'others'] as const;
const DIRECTING = ['matter', 'to', 'how', 'outcome'] as const;

/** What a line of each verb may say besides. */
const OWN: Readonly<Record<ScriptVerb, readonly string[]>> = {
  acknowledge: [],
  report: ['milestone'],
  'fill-form': ['form', 'values', ...DAY],
  submit: [],
  accept: [],
  return: [],
  lapse: [],
  assign: ['to'],
  'request-extension': [...DAY, 'progress'],
  'grant-extension': [...DAY, 'exception'],
  'refuse-extension': [],
  'override-deadline': [...DAY, ...ORDER],
  'confirm-deadline': [],
  'refuse-task': ['to'],
  uphold: ORDER,
  reassign: ['to'],
  suspend: ORDER,
  resume: DAY,
  cancel: ORDER,
  delegate: [...DAY, 'exception'],
  contribute: [],
  'ask-contribution': [...DAY, 'opinion'],
  'demand-report': DAY,
  decide: [
    ...['finding', 'lead', 'coordinating', 'reportsTo', 'every', 'common', 'each'],
    ...['child', 'decision', 'succession', 'to', 'matter', 'standingUnit'],
  ],
  correct: ['statement', 'output', 'coordinating', 'reportsTo'],
  start: DAY,
  'begin-watch': ['from'],
  reclassify: ['to', 'compartments'],
  'record-finding': ['ref'],
  implement: ['of', 'clause', 'by'],
  'withdraw-implementation': ['of', 'clause'],
  'enter-task': [
    ...['ref', 'clause', 'kind', 'accountable', 'lead', 'coordinating', 'reportsTo', 'each', 'urgent'],
    ...['on', 'month', 'milestones', 'after', 'bound', 'firmness', 'phrase', 'every', 'output'],
    ...['source', 'sourceType', 'sourceTitle', 'sourceIssuers', 'sourceDate'],
  ],
  amend: CHANGE,
  supersede: CHANGE,
  revoke: CHANGE,
  reaffirm: CHANGE,
  merge: ['from', 'to', 'on', 'basis', 'kind', 'succession'],
  'set-up-standing-unit': [],
  'receive-matter': [...['matter', 'id', 'to', 'standingUnit', 'from', 'kind', 'about', 'behalf', 'office'], ...MARKS],
  'direct-matter': DIRECTING,
  'answer-matter': DIRECTING,
  'recommend-matter': DIRECTING,
  'mark-matter': ['matter', ...MARKS],
  consult: ['matter', ...DAY],
  'answer-consultation': ['matter'],
};

export const scriptFieldsOf = (verb: ScriptVerb): readonly string[] => [...COMMON, ...OWN[verb]];

/** Of these, the ones that name a day or, `month`, a month. `to` names a unit too. */
export const scriptDaysOf = (verb: ScriptVerb): readonly string[] =>
  scriptFieldsOf(verb).filter((field) => DAYS.has(field) || (verb === 'begin-watch' && field === 'from'));

const DAYS: ReadonlySet<string> = new Set(['on', 'due', 'until', 'month', 'sourceDate']);
