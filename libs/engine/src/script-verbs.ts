import {
  secretariatOf,
  standingUnitOf,
  type MatterCommand,
  type MatterKind,
  type MatterRow,
  type ScriptLine,
  type ScriptVerb,
} from '@edict/directives';
import { idFrom, Rejection, type Sent } from '@edict/kernel';

import { DIRECTIVE_VERBS } from './script-directive-verbs.ts';
import { fillForm } from './script-form.ts';
import { LIFE_VERBS } from './script-life-verbs.ts';
import { mergeCommands } from './script-merge.ts';
import {
  byIssuer,
  byPerformer,
  evidence,
  field,
  onTask,
  tasksFor,
  text,
  type Act,
  type Scene,
  type Verb,
} from './script-tools.ts';

export type { Act };

type OnMatter = (row: MatterRow, line: ScriptLine) => Sent<MatterCommand>;

/** What a line asks for: one command for each unit and thing that it names. Refuses a verb that nobody knows. */
export const actsOf = async (scene: Scene, line: ScriptLine): Promise<readonly Act[]> => {
  const verb = Object.hasOwn(VERBS, line.do) ? VERBS[line.do as ScriptVerb] : undefined;
  if (!verb) throw new Rejection('script/unknown-verb', `Nobody knows how to ${line.do}.`);
  return verb(scene, line);
};

/** The desk: a committee's standing unit, or its secretariat once that is what has it. */
const byDesk =
  (on: OnMatter): Verb =>
  async (scene, line) => {
    const { reading, directiveId } = scene;
    const named = line['matter'] === undefined ? undefined : matterIdOf(directiveId, String(line['matter']));
    const tasks =
      line.task === undefined ? undefined : new Set((await tasksFor(scene, line)).map(({ taskId }) => taskId));
    const open = (await reading.matters({ directiveId })).filter(
      ({ matterId, concerning, state }) =>
        (named ? matterId === named : OPEN.includes(state)) &&
        (!tasks || (concerning !== null && tasks.has(concerning))),
    );
    const mine = open.filter(({ unit, recommendedTo }) => [unit, recommendedTo].includes(line.as));
    const chosen = line.as === 'each' ? open : mine.length > 0 ? mine.slice(0, 1) : open.slice(0, 1);
    if (chosen.length === 0) throw new Rejection('script/no-such-matter', 'No open matter is known there.');
    return chosen.map((row) => ({ unit: line.as === 'each' ? row.unit : line.as, command: on(row, line) }));
  };

const OPEN = ['received', 'directed', 'recommended'];

const matterIdOf = (directiveId: string, name: string): string => idFrom('script', directiveId, name);

const onMatter =
  <Type extends MatterCommand['type']>(
    type: Type,
    dataOf: (row: MatterRow, line: ScriptLine) => Extract<Sent<MatterCommand>, { type: Type }>['data'],
  ): OnMatter =>
  (row, line) =>
    ({ stream: `matter-${row.matterId}`, type, data: dataOf(row, line) }) as Sent<MatterCommand>;

const setUp: Verb = async ({ reading, directiveId }, line) => {
  const committees = line.as === 'each' ? (await reading.standingUnits(directiveId)).missing : [line.as];
  return committees.map((committee) => ({
    unit: committee,
    command: {
      stream: standingUnitOf(directiveId, committee).stream,
      type: 'SetUpStandingUnit',
      data: { directiveId, committee },
    },
  }));
};

/** At the desk of `standingUnit` or `to`; by default the acting committee's own. `from` is who submits it. */
const receive: Verb = async (scene, line) => {
  const { reading, directiveId } = scene;
  const desks =
    line.as === 'each'
      ? (await reading.standingUnits(directiveId)).answering
      : [field(line, 'standingUnit') ?? field(line, 'to') ?? line.as];
  const task = line.task ?? field(line, 'about');
  const concerning = task === undefined ? null : (await tasksFor(scene, { ...line, task }))[0]!.taskId;
  return desks.map((desk) => {
    const unit = line.as === 'each' ? desk : line.as;
    const from = field(line, 'from') ?? (desk === unit ? null : unit);
    const name = field(line, 'matter') ?? field(line, 'id') ?? `${line.at} ${unit} ${desk} ${text(line)}`;
    const kind = (field(line, 'kind') ?? 'content') as MatterKind;
    const office = line['office'] === 'secretariat' ? secretariatOf(desk) : standingUnitOf(directiveId, desk);
    const data = { directiveId, kind, concerning, from, subject: text(line), office, ...evidence(line) };
    return { unit, command: { stream: `matter-${matterIdOf(directiveId, name)}`, type: 'ReceiveMatter', data } };
  });
};

const recommend: Verb = async (scene, line) => {
  const { document } = (await scene.reading.issued(scene.directiveId))!;
  const to =
    field(line, 'to') ?? document.standingUnits?.beyondAuthority?.recommendTo ?? document.directive.issuers[0]!;
  return byDesk(onMatter('RecommendMatter', (_, { text: recommendation = '' }) => ({ to, recommendation })))(
    scene,
    line,
  );
};

const outcomeOf = (line: ScriptLine) =>
  line['outcome'] === undefined ? {} : { outcome: line['outcome'] as 'consider' | 'solve' | 'adjust' };

const VERBS: Readonly<Record<ScriptVerb, Verb>> = {
  acknowledge: byPerformer(onTask('AcknowledgeTask', ({ assignment }, line) => ({ assignment, ...evidence(line) }))),
  report: byPerformer(
    onTask('ReportProgress', ({ assignment }, line) => {
      const milestone = field(line, 'milestone');
      return { assignment, report: text(line), ...(milestone ? { milestone } : {}), ...evidence(line) };
    }),
  ),
  submit: byPerformer(
    onTask('SubmitTask', ({ assignment }, line) => ({ assignment, report: text(line), ...evidence(line) })),
  ),
  'fill-form': fillForm,
  accept: byIssuer(
    onTask('AcceptTask', ({ submission }, line) => ({ submission, ...evidence(line) })),
    'submitted',
  ),
  return: byIssuer(
    onTask('ReturnTask', ({ submission }, line) => ({ submission, reason: text(line), ...evidence(line) })),
    'submitted',
  ),
  lapse: byIssuer(onTask('LapseTask', (_, line) => ({ reason: text(line), ...evidence(line) }))),
  assign: byIssuer(
    onTask('AssignTaskTo', (_, line) => ({ unit: field(line, 'to') ?? '' })),
    'unassigned',
  ),
  ...LIFE_VERBS,
  ...DIRECTIVE_VERBS,
  merge: async ({ reading, zone }, line) =>
    (await mergeCommands(reading, line, zone)).map((command) => ({
      unit: line.as,
      command,
      capacity: 'secretariat',
    })),
  'set-up-standing-unit': setUp,
  'receive-matter': receive,
  'direct-matter': byDesk(
    onMatter('DirectMatter', (_, line) => ({
      how: line['how'] === 'guide' ? 'guide' : 'route',
      to: field(line, 'to') ?? '',
      text: text(line),
    })),
  ),
  'answer-matter': byDesk(onMatter('AnswerMatter', (_, line) => ({ answer: text(line), ...outcomeOf(line) }))),
  'recommend-matter': recommend,
};
