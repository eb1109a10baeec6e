import type { Summary } from '@edict/engine';

type Said = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');
const within = (value: unknown, ...names: readonly string[]): string =>
  text(names.reduce<unknown>((part, name) => (part as Said | undefined)?.[name], value));

type Told = (data: Said, nameOf: (directiveId: string) => string) => string;

/** How work goes down, round and over to others: told where several directives are rehearsed together. */
const DETAILS: Readonly<Record<string, Told>> = {
  ClauseImplemented: ({ directiveId, clause, by }, nameOf) =>
    `${nameOf(text(directiveId))} ${text(clause)} by ${texts(by) || 'all of it'}`,
  ImplementationWithdrawn: ({ directiveId, clause, reason }, nameOf) =>
    `${nameOf(text(directiveId))} ${text(clause)}: ${text(reason)}`,
  TaskEntered: ({ item, source }) => `${within(item, 'ref')} of ${within(source, 'number') || within(source, 'title')}`,
  TaskRefused: ({ unit, suggests }) => `${text(unit)} → ${text(suggests) || '–'}`,
  TaskReassigned: ({ unit }) => `→ ${text(unit)}`,
  TaskDelegated: ({ child }) => `→ ${within(child, 'task', 'unit')}`,
  ExtensionRequested: ({ toOn, reason }) => `to ${text(toOn)}: ${text(reason)}`,
  ExtensionGranted: ({ deadline }) => `to ${within(deadline, 'lastDay')}`,
  ExtensionRefused: ({ reason }) => text(reason),
  TaskStarted: ({ event }) => text(event),
  SuccessionTookEffect: ({ from, to }) => `${texts(from)} → ${text(to)}`,
  OccurrenceMissed: ({ occurrence }) => `period ${String(occurrence)}`,
};

export const isPassingOn = (type: string): boolean => Object.hasOwn(DETAILS, type);

export const passingOnInWords = (type: string, data: Said, summaries: readonly Summary[]): string =>
  DETAILS[type]!(data, (id) => summaries.find(({ directiveId }) => directiveId === id)?.directive ?? id);
