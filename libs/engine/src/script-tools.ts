import type {
  DirectiveCommand,
  FormReportCommand,
  MatterCommand,
  ScriptLine,
  StandingUnitCommand,
  SuccessionCommand,
  TaskCommand,
  TaskRow,
} from '@edict/directives';
import { Rejection, type Sent } from '@edict/kernel';

import type { Reading } from './reader.ts';
import { dayIn } from './script-time.ts';

export type Act = Readonly<{
  unit: string;
  command: Sent<
    TaskCommand | MatterCommand | StandingUnitCommand | DirectiveCommand | SuccessionCommand | FormReportCommand
  >;
  /** An officer's, if nothing else is said. */
  capacity?: 'officer' | 'secretariat' | 'inspector';
}>;
export type Scene = Readonly<{ reading: Reading; directiveId: string; zone: string }>;
export type Verb = (scene: Scene, line: ScriptLine) => Promise<readonly Act[]>;
export type OnTask = (row: TaskRow, line: ScriptLine) => Sent<TaskCommand>;

export const field = (line: ScriptLine, name: string): string | undefined => {
  const value = line[name];
  return value === undefined ? undefined : String(value);
};

export const text = (line: ScriptLine): string => line.text ?? '';

export const evidence = (line: ScriptLine) => {
  const known = field(line, 'evidence');
  return known === undefined ? {} : { evidence: known };
};

/** Tasks by ref, and by member if one is named; without a ref, all that lie with the unit. */
export const tasksFor = async ({ reading, directiveId }: Scene, line: ScriptLine): Promise<readonly TaskRow[]> => {
  const all = await reading.tasks(directiveId);
  const rows = all.filter(
    ({ ref, member }) => (line.task === undefined || ref === line.task) && (line.member ?? member) === member,
  );
  if (rows.length === 0) throw new Rejection('script/no-such-task', `No task ${line.task ?? ''} is known.`);
  return rows;
};

const performs = ({ unit, lead }: TaskRow, as: string): boolean =>
  unit === as || (JSON.parse(lead) as string[]).includes(as);

/** By whoever has it to do. Where the unit has nothing of it, it is tried all the same, so that the refusal can be read. */
export const byPerformer =
  (on: OnTask): Verb =>
  async (scene, line) => {
    const rows = (await tasksFor(scene, line)).filter(({ unit }) => unit !== null || line.task !== undefined);
    if (line.as === 'each')
      return rows.flatMap((row) => (row.unit ? [{ unit: row.unit, command: on(row, line) }] : []));
    const own = rows.filter((row) => performs(row, line.as));
    if (own.length === 0 && line.task === undefined) return [];
    return (own.length > 0 ? own : rows.slice(0, 1)).map((row) => ({ unit: line.as, command: on(row, line) }));
  };

/** By an issuer, on all members' tasks of the ref that are in a state to be decided on. */
export const byIssuer =
  (on: OnTask, ...states: readonly string[]): Verb =>
  async (scene, line) => {
    const rows = await tasksFor(scene, line);
    const ready = rows.filter(({ state }) => states.length === 0 || states.includes(state));
    const issuers = (await scene.reading.issued(scene.directiveId))!.document.directive.issuers;
    const unit = line.as === 'each' ? issuers[0]! : line.as;
    return (ready.length > 0 ? ready : rows.slice(0, 1)).map((row) => ({ unit, command: on(row, line) }));
  };

export const onTask =
  <Type extends TaskCommand['type']>(
    type: Type,
    dataOf: (row: TaskRow, line: ScriptLine) => Extract<Sent<TaskCommand>, { type: Type }>['data'],
  ): OnTask =>
  (row, line) =>
    ({ stream: `task-${row.taskId}`, type, data: dataOf(row, line) }) as Sent<TaskCommand>;

/** By whoever is named, on the tasks of the ref that are ready for it; where none is, it is tried on the first, so that the refusal can be read. */
export const byNamed =
  (on: OnTask, isReady: (row: TaskRow, line: ScriptLine) => boolean = () => true): Verb =>
  async (scene, line) => {
    const rows = await tasksFor(scene, line);
    const ready = rows.filter((row) => isReady(row, line));
    const issuers = (await scene.reading.issued(scene.directiveId))!.document.directive.issuers;
    const unit = line.as === 'each' ? issuers[0]! : line.as;
    return (ready.length > 0 ? ready : rows.slice(0, 1)).map((row) => ({ unit, command: on(row, line) }));
  };

const LIKE_A_DAY = /^\d{4}-\d/;

/** The day that a line names, under whichever of these names; `to` may be a unit as well. Refuses what is no day. */
export const day = (line: ScriptLine): string | undefined => {
  const said = ['on', 'due', 'until'].map((name) => field(line, name)).find((value) => value !== undefined);
  const to = field(line, 'to');
  const named = said ?? (to !== undefined && LIKE_A_DAY.test(to) ? to : undefined);
  return named === undefined ? undefined : dayIn(named);
};

/** What a line says where only some words are known. Refuses others: none of these is meant in their place. */
export const choice = <T extends string>(line: ScriptLine, name: string, known: readonly T[]): T | undefined => {
  const said = field(line, name);
  const found = known.find((each) => each === said);
  if (said !== undefined && found === undefined)
    throw new Rejection('script/unknown-kind', `${name} is one of ${known.join(', ')}.`);
  return found;
};

/** What a line has to say. */
export const needed = (line: ScriptLine, name: string): string => {
  const said = field(line, name)?.trim() ?? '';
  if (said === '') throw new Rejection('script/not-whole', `${line.do} needs ${name}.`);
  return said;
};

/** A field where it is there, under the name that the command has for it. */
export const maybe = <Name extends string, T>(name: Name, value: T | undefined): { [K in Name]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { [K in Name]?: T };

/** What a line names with commas between. */
export const listed = (line: ScriptLine, name: string): readonly string[] | undefined =>
  field(line, name)
    ?.split(',')
    .flatMap((each) => each.trim() || []);
