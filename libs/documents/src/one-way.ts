import { INTERVALS, type Interval, type Window } from '@edict/directives/document';

import type { Kind } from './kind.ts';
import { wordsOfEnd } from './rules/window.rules.ts';

type Part = Record<string, unknown>;

/**
 * What may be written in two ways is read in one: a date that is null and what is said not to be are left out, an interval in words is that
 * interval, and an end in words is open. Of what has its shape.
 */
export const inOneWay = (kind: Kind, value: unknown): void => {
  if (kind !== 'directive') return;
  const { clauses, directive, tasks } = value as Readonly<{
    directive: Part;
    clauses: readonly Part[];
    tasks: readonly Part[];
  }>;
  endInOneWay(directive['effective']);
  endInOneWay(directive['horizon']);
  clauses.forEach(clauseInOneWay);
  tasks.forEach(taskInOneWay);
};

const clauseInOneWay = (clause: Part): void => {
  sourceInOneWay(clause);
  dueInOneWay(clause);
  partsOf(clause, 'children').forEach(clauseInOneWay);
};

const taskInOneWay = (task: Part): void => {
  sourceInOneWay(task);
  dueInOneWay(task);
  rhythmInOneWay(task);
  endInOneWay(task['window']);
  partsOf(task, 'milestones').forEach(dueInOneWay);
};

const partsOf = (of: Part, key: string): readonly Part[] => (of[key] ?? []) as readonly Part[];

const sourceInOneWay = (of: Part): void => leftOut(of, 'byReference');

const dueInOneWay = ({ due }: Part): void => {
  if (due === undefined) return;
  for (const key of ['on', 'month'] as const) if ((due as Part)[key] === null) Reflect.deleteProperty(due as Part, key);
  leftOut(due as Part, 'inferred');
};

const endInOneWay = (window: unknown): void => {
  const words = window === undefined ? undefined : wordsOfEnd(window as Window);
  if (words !== undefined) Object.assign(window as Part, { until: null, phrase: words });
};

const IN_WORDS: ReadonlyMap<string, Interval> = new Map([
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['half-yearly', 'half-year'],
  ['yearly', 'year'],
  ['annually', 'year'],
]);

/** Words that name no interval stay as they are written. */
const rhythmInOneWay = ({ recurrence }: Part): void => {
  const every = (recurrence as Part | undefined)?.['every'];
  if (typeof every !== 'string') return;
  const said = every
    .trim()
    .toLowerCase()
    .replace(/^every\s+/, '');
  const interval = INTERVALS.find((each) => each === said) ?? IN_WORDS.get(said);
  if (interval) (recurrence as Part)['every'] = interval;
};

const leftOut = (of: Part, key: string): void => {
  if (of[key] === false) Reflect.deleteProperty(of, key);
};
