import { INTERVALS, listOf, type FindingCode, type ScriptLine, type TaskRow } from '@edict/directives';

import {
  byNamed,
  choice,
  evidence,
  field,
  listed,
  maybe,
  needed,
  onTask,
  tasksFor,
  text,
  type Verb,
} from './script-tools.ts';

const rulingOf = (line: ScriptLine) => ({
  ...maybe('lead', field(line, 'lead') ?? field(line, 'to')),
  ...maybe('coordinating', listed(line, 'coordinating')),
  ...maybe('reportsTo', listed(line, 'reportsTo')),
  ...maybe('every', choice(line, 'every', INTERVALS)),
  ...(line['common'] === true ? { common: true as const } : {}),
  ...(line['each'] === true ? { each: true as const } : {}),
});

/** Where the line names no finding: the one that its ruling is for. */
const findingOf = (row: TaskRow, line: ScriptLine): FindingCode => {
  const named = field(line, 'finding');
  if (named !== undefined) return named as FindingCode;
  if (line['every'] !== undefined) return 'no-interval';
  if (line['common'] !== undefined || line['each'] !== undefined) return 'common-or-each';
  const leads = JSON.parse(row.lead) as string[];
  if (field(line, 'lead') ?? field(line, 'to')) return leads.length > 1 ? 'several-leads' : 'no-lead';
  return 'placeholder-not-filled';
};

const decideFinding = byNamed(
  onTask('DecideFinding', (row, line) => ({
    finding: findingOf(row, line),
    ruling: rulingOf(line),
    reason: text(line),
    ...evidence(line),
  })),
);

/** A part by its id, its ref or the unit that has it. */
const childOf = (row: TaskRow, name: string): string =>
  listOf(row, 'children').find(({ id, ref, unit }) => [id, ref, unit].includes(name))?.id ?? name;

const decideOnChild = byNamed(
  onTask('DecideOnChild', (row, line) => ({
    child: childOf(row, field(line, 'child') ?? ''),
    decision: choice(line, 'decision', ['cancel', 'leave']) ?? 'leave',
    reason: text(line),
    ...evidence(line),
  })),
);

export const isOpen = ({ state }: TaskRow): boolean => !['accepted', 'lapsed', 'cancelled'].includes(state);

/** Who gets a task that a unit held which was split, or which nobody follows. */
const decideHolding: Verb = async (scene, line) => {
  const stream = `succession-${needed(line, 'succession')}`;
  const to = needed(line, 'to');
  return (await tasksFor(scene, line)).filter(isOpen).map(({ taskId }) => ({
    unit: line.as,
    capacity: 'secretariat',
    command: {
      stream,
      type: 'DecideHolding',
      data: { holding: `task-${taskId}`, to, reason: text(line) },
    },
  }));
};

/** On a finding, on a part, or on who gets what a succession leaves open. */
export const decide: Verb = (scene, line) => {
  if (line['succession'] !== undefined) return decideHolding(scene, line);
  return line['child'] === undefined ? decideFinding(scene, line) : decideOnChild(scene, line);
};
