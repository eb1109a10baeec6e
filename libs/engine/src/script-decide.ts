import {
  canRule,
  codesOf,
  INTERVALS,
  listOf,
  standingUnitOf,
  type Finding,
  type FindingCode,
  type ScriptLine,
  type TaskRow,
} from '@edict/directives';
import { Rejection } from '@edict/kernel';

import { matterIdOf } from './script-matter-verbs.ts';
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
  type Scene,
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

/** What the directive leaves open, and of what kind each unit is. */
type Known = Readonly<{ findings: readonly Finding[]; kinds: ReadonlyMap<string, string> }>;

const knownOf = async ({ reading, directiveId }: Scene): Promise<Known> => ({
  findings: JSON.parse((await reading.directive(directiveId))?.findings ?? '[]') as Finding[],
  kinds: new Map((await reading.units()).map(({ unitId, kind }) => [unitId, kind])),
});

/** The one that the line names, or the one of the task that its ruling is for. Where that is none, what is ruled names one, so that the refusal can be read. */
const findingOf = (row: TaskRow, line: ScriptLine, known: Known): FindingCode => {
  const named = field(line, 'finding');
  if (named !== undefined) return named as FindingCode;
  const ruling = rulingOf(line);
  const fitting = codesOf(known.findings, row).filter((code) => canRule(ruling, code));
  const meant = fitting.filter((code) => isMeant(code, { row, ruling, fitting, ...known }));
  const [first, ...others] = meant.length > 0 ? meant : fitting;
  if (others.length > 0)
    throw new Rejection('script/which-finding', `It is open on ${[first, ...others].join(', ')}: name the finding.`);
  return first ?? likely(ruling);
};

type Ruling = ReturnType<typeof rulingOf>;
type Meant = Readonly<{ row: TaskRow; ruling: Ruling; fitting: readonly FindingCode[] }> & Known;

/** Of those that could be ruled on so, those that are about what is ruled: a placeholder that leads, and not one that coordinates. */
const isMeant = (code: FindingCode, { row, ruling, fitting, kinds }: Meant): boolean => {
  const isAmongThem = (kind: string) => ruledUnits(row, ruling).some((unit) => kinds.get(unit) === kind);
  switch (code) {
    case 'placeholder-not-filled':
      return isAmongThem('placeholder');
    case 'group-without-members':
      return isAmongThem('group');
    case 'several-leads':
      return ruling.lead !== undefined;
    case 'no-accountable':
      return !fitting.includes('no-lead');
    default:
      return code !== 'common-or-each' || ruling.common === true || ruling.each === true;
  }
};

/** In whose place somebody is named. */
const ruledUnits = ({ lead, accountable, coordinating }: TaskRow, ruling: Ruling): readonly string[] => {
  const list = (text: string) => JSON.parse(text) as readonly string[];
  const leading = list(lead).length > 0 ? list(lead) : list(accountable);
  return [...(ruling.lead === undefined ? [] : leading), ...(ruling.coordinating ? list(coordinating) : [])];
};

const likely = (ruling: Ruling): FindingCode => {
  if (ruling.every !== undefined) return 'no-interval';
  if (ruling.common || ruling.each) return 'common-or-each';
  return ruling.lead === undefined ? 'placeholder-not-filled' : 'no-lead';
};

const decideFinding: Verb = async (scene, line) => {
  const known = await knownOf(scene);
  const on = onTask('DecideFinding', (row) => ({
    finding: findingOf(row, line, known),
    ruling: rulingOf(line),
    reason: text(line),
    ...evidence(line),
  }));
  return byNamed(on)(scene, line);
};

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

/** Who gets what a unit held which was split, or which nobody follows. */
const decideHolding: Verb = async (scene, line) => {
  const stream = `succession-${needed(line, 'succession')}`;
  const to = needed(line, 'to');
  return (await holdingsIn(scene, line)).map((holding) => ({
    unit: line.as,
    capacity: 'secretariat',
    command: { stream, type: 'DecideHolding', data: { holding, to, reason: text(line) } },
  }));
};

/** A matter, the standing unit of a committee, or tasks. */
const holdingsIn = async (scene: Scene, line: ScriptLine): Promise<readonly string[]> => {
  const [matter, committee] = [field(line, 'matter'), field(line, 'standingUnit')];
  if (matter !== undefined) return [`matter-${matterIdOf(scene.directiveId, matter)}`];
  if (committee !== undefined) return [standingUnitOf(scene.directiveId, committee).stream];
  return (await tasksFor(scene, line)).filter(isOpen).map(({ taskId }) => `task-${taskId}`);
};

/** On a finding, on a part, or on who gets what a succession leaves open. */
export const decide: Verb = (scene, line) => {
  if (line['succession'] !== undefined) return decideHolding(scene, line);
  return line['child'] === undefined ? decideFinding(scene, line) : decideOnChild(scene, line);
};
