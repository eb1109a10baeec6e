import type { ScriptLine, ScriptVerb, TaskRow } from '@edict/directives';
import { Rejection } from '@edict/kernel';

import { decide, isOpen } from './script-decide.ts';
import {
  byNamed,
  byPerformer,
  day,
  evidence,
  field,
  listed,
  maybe,
  needed,
  onTask,
  text,
  type Verb,
} from './script-tools.ts';

/** A day that has to be there. */
const dayOf = (line: ScriptLine): string => {
  const named = day(line);
  if (named === undefined) throw new Rejection('script/no-day', `${line.do} needs a day, as on: 2025-06-30.`);
  return named;
};

const requestOf = ({ request }: TaskRow): number =>
  request === null ? 0 : (JSON.parse(request) as { request: number }).request;

/** The order that an act rests on, where the line names one. */
const orderOf = (line: ScriptLine) => {
  const number = field(line, 'order');
  return number === undefined ? undefined : { number, issuer: field(line, 'by') ?? field(line, 'issuer') ?? line.as };
};

type LifeVerb = Extract<
  ScriptVerb,
  | `${'request' | 'grant' | 'refuse'}-extension`
  | `${'override' | 'confirm'}-deadline`
  | 'refuse-task'
  | 'uphold'
  | 'reassign'
  | 'suspend'
  | 'resume'
  | 'cancel'
  | 'delegate'
  | 'contribute'
  | 'ask-contribution'
  | 'demand-report'
  | 'decide'
  | 'correct'
  | 'start'
>;

export const LIFE_VERBS: Readonly<Record<LifeVerb, Verb>> = {
  'request-extension': byPerformer(
    onTask('RequestExtension', ({ assignment }, line) => {
      const progress = field(line, 'progress') ?? '';
      return { assignment, toOn: dayOf(line), reason: text(line), progress, ...evidence(line) };
    }),
  ),
  'grant-extension': byNamed(
    onTask('GrantExtension', (row, line) => ({
      request: requestOf(row),
      ...maybe('toOn', day(line)),
      ...maybe('reason', line.text),
      ...maybe('exception', field(line, 'exception')),
      ...evidence(line),
    })),
    (row) => row.request !== null,
  ),
  'refuse-extension': byNamed(
    onTask('RefuseExtension', (row, line) => ({ request: requestOf(row), reason: text(line), ...evidence(line) })),
    (row) => row.request !== null,
  ),
  'override-deadline': byNamed(
    onTask('OverrideDeadline', (_, line) => ({
      order: orderOf({ ...line, order: needed(line, 'order') })!,
      toOn: dayOf(line),
      reason: text(line),
      ...evidence(line),
    })),
    isOpen,
  ),
  'confirm-deadline': byNamed(
    onTask('ConfirmDeadline', ({ dueAt }, line) => ({ from: (dueAt ?? '') as never, reason: text(line) })),
    isOpen,
  ),
  'refuse-task': byPerformer(
    onTask('RefuseTask', ({ assignment }, line) => ({
      assignment,
      reason: text(line),
      ...maybe('suggests', field(line, 'to')),
      ...evidence(line),
    })),
  ),
  uphold: byNamed(
    onTask('UpholdAssignment', ({ assignment }, line) => ({ assignment, reason: text(line), ...evidence(line) })),
    ({ state }) => state === 'refused',
  ),
  reassign: byNamed(
    onTask('ReassignTask', ({ assignment }, line) => ({
      assignment,
      unit: field(line, 'to') ?? '',
      reason: text(line),
      ...evidence(line),
    })),
    isOpen,
  ),
  suspend: byNamed(
    onTask('SuspendTask', (_, line) => ({ reason: text(line), ...maybe('order', orderOf(line)), ...evidence(line) })),
    isOpen,
  ),
  resume: byNamed(
    onTask('ResumeTask', (_, line) => ({ reason: text(line), ...maybe('toOn', day(line)), ...evidence(line) })),
    ({ state }) => state === 'suspended',
  ),
  cancel: byNamed(
    onTask('CancelTask', (_, line) => ({ reason: text(line), ...maybe('order', orderOf(line)), ...evidence(line) })),
    isOpen,
  ),
  delegate: byPerformer(
    onTask('DelegateTask', ({ assignment }, line) => ({
      assignment,
      unit: field(line, 'to') ?? '',
      ...maybe('statement', line.text),
      ...maybe('toOn', day({ ...line, to: '' })),
      ...maybe('exception', field(line, 'exception')),
      ...evidence(line),
    })),
  ),
  contribute: byNamed(
    onTask('ContributeToTask', (_, line) => ({ contribution: text(line), ...evidence(line) })),
    ({ coordinating }, line) => (JSON.parse(coordinating) as string[]).includes(line.as),
  ),
  'ask-contribution': byPerformer(
    onTask('AskContribution', ({ assignment }, line) => ({
      assignment,
      unit: field(line, 'to') ?? '',
      what: text(line),
      ...(line['opinion'] === true ? { opinion: true } : {}),
      ...maybe('toOn', day({ ...line, to: '' })),
      ...evidence(line),
    })),
  ),
  'demand-report': byNamed(
    onTask('DemandReport', (_, line) => ({ what: text(line), ...maybe('toOn', day(line)), ...evidence(line) })),
    isOpen,
  ),
  decide,
  correct: byNamed(
    onTask('CorrectRegistration', (_, line) => ({
      reason: text(line),
      changes: {
        ...maybe('statement', field(line, 'statement')),
        ...maybe('output', field(line, 'output')),
        ...maybe('coordinating', listed(line, 'coordinating')),
        ...maybe('reportsTo', listed(line, 'reportsTo')),
      },
      ...evidence(line),
    })),
    isOpen,
  ),
  start: byNamed(
    onTask('StartTask', (_, line) => ({ event: text(line), ...maybe('toOn', day(line)), ...evidence(line) })),
    ({ kind }) => kind === 'conditional',
  ),
};
