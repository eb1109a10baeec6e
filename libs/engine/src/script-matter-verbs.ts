import {
  BEHALVES,
  MATTER_KINDS,
  secretariatOf,
  standingUnitOf,
  type ConsultationRow,
  type Marks,
  type MatterCommand,
  type MatterRow,
  type ScriptLine,
  type ScriptVerb,
} from '@edict/directives';
import { idFrom, Rejection, type Sent } from '@edict/kernel';

import {
  choice,
  day,
  evidence,
  field,
  listed,
  maybe,
  tasksFor,
  text,
  type Act,
  type Scene,
  type Verb,
} from './script-tools.ts';

type OnMatter = (row: MatterRow, line: ScriptLine) => Sent<MatterCommand>;

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

/** The name that the line has for it which brought it. */
export const matterIdOf = (directiveId: string, name: string): string => idFrom('script', directiveId, name);

const onMatter =
  <Type extends MatterCommand['type']>(
    type: Type,
    dataOf: (row: MatterRow, line: ScriptLine) => Extract<Sent<MatterCommand>, { type: Type }>['data'],
  ): OnMatter =>
  (row, line) =>
    ({ stream: `matter-${row.matterId}`, type, data: dataOf(row, line) }) as Sent<MatterCommand>;

/** `repeats`: the name that the line of an earlier matter has for it; `endangers`: refs, parted by commas. */
const marksIn = async (scene: Scene, line: ScriptLine): Promise<Marks> => {
  const repeats = field(line, 'repeats');
  const refs = listed(line, 'endangers') ?? [];
  const rows = await Promise.all(refs.map((task) => tasksFor(scene, { at: line.at, as: line.as, do: line.do, task })));
  return {
    ...maybe('repeats', repeats === undefined ? undefined : matterIdOf(scene.directiveId, repeats)),
    ...(line['collective'] === true ? { collective: true as const } : {}),
    ...(line['care'] === true ? { specialCare: true as const } : {}),
    ...maybe('endangers', rows.length === 0 ? undefined : rows.map(([row]) => row!.taskId)),
  };
};

const mark: Verb = async (scene, line) => {
  const marks = await marksIn(scene, line);
  return byDesk(onMatter('MarkMatter', () => ({ ...marks, reason: text(line), ...evidence(line) })))(scene, line);
};

/** Deciders do not look into every stream that a matter names; nothing is to hang on a name that is nobody's. */
const naming =
  (fields: readonly string[], verb: Verb): Verb =>
  async (scene, line) => {
    for (const unit of fields.flatMap((name) => field(line, name) ?? []))
      if ((await scene.reading.history(`unit-${unit}`)).length === 0)
        throw new Rejection('unit/unknown', `No unit ${unit} is known.`);
    return verb(scene, line);
  };

const consult = byDesk(
  onMatter('ConsultUnit', (_, line) => ({
    ...{ unit: unitTo(line), question: text(line) },
    ...maybe('on', day(line)),
    ...evidence(line),
  })),
);

const unitTo = (line: ScriptLine): string => {
  const unit = field(line, 'to');
  if (unit === undefined) throw new Rejection('script/no-unit', `${line.do} needs a unit, as to: politburo.`);
  return unit;
};

/** Everything that the unit was asked on a matter and has not answered. */
const answerConsultation: Verb = async ({ reading, directiveId }, line) => {
  const named = line['matter'] === undefined ? undefined : matterIdOf(directiveId, String(line['matter']));
  const rows = (await reading.matters({ directiveId })).filter(
    ({ matterId, state }) => state !== 'answered' && (!named || matterId === named),
  );
  const acts = rows.flatMap(({ matterId, consultations }) =>
    (JSON.parse(consultations) as readonly ConsultationRow[])
      .filter(({ unit, state }) => unit === line.as && state !== 'answered')
      .map(({ consultation }): Act => {
        const data = { consultation, answer: text(line), ...evidence(line) };
        return { unit: line.as, command: { stream: `matter-${matterId}`, type: 'AnswerConsultation', data } };
      }),
  );
  if (acts.length === 0) throw new Rejection('script/no-such-matter', 'Nothing waits for an answer of it there.');
  return acts;
};
const submitterOf = (line: ScriptLine, desk: string, unit: string): string | null =>
  field(line, 'from') ?? (desk === unit || line['behalf'] !== undefined ? null : unit);

const OFFICES = ['standingUnit', 'secretariat'] as const;

/** At the desk of `standingUnit` or `to`; by default the acting committee's own. `from` is who submits it. */
const receive: Verb = async (scene, line) => {
  const { reading, directiveId } = scene;
  const desks =
    line.as === 'each'
      ? (await reading.standingUnits(directiveId)).answering
      : [field(line, 'standingUnit') ?? field(line, 'to') ?? line.as];
  const task = line.task ?? field(line, 'about');
  const concerning = task === undefined ? null : (await tasksFor(scene, { ...line, task }))[0]!.taskId;
  const marks = { ...(await marksIn(scene, line)), ...maybe('behalf', choice(line, 'behalf', BEHALVES)) };
  return desks.map((desk) => {
    const unit = line.as === 'each' ? desk : line.as;
    const from = submitterOf(line, desk, unit);
    const name = field(line, 'matter') ?? field(line, 'id') ?? `${line.at} ${unit} ${desk} ${text(line)}`;
    const kind = choice(line, 'kind', MATTER_KINDS) ?? 'content';
    const office =
      choice(line, 'office', OFFICES) === 'secretariat' ? secretariatOf(desk) : standingUnitOf(directiveId, desk);
    const data = { directiveId, kind, concerning, from, subject: text(line), office, ...marks, ...evidence(line) };
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

const OUTCOMES = ['consider', 'solve', 'adjust'] as const;
const outcomeOf = (line: ScriptLine) => maybe('outcome', choice(line, 'outcome', OUTCOMES));

type MatterVerb = Extract<
  ScriptVerb,
  `${'receive' | 'direct' | 'answer' | 'recommend' | 'mark'}-matter` | 'consult' | 'answer-consultation'
>;

export const MATTER_VERBS: Readonly<Record<MatterVerb, Verb>> = {
  'receive-matter': naming(['standingUnit', 'to', 'from'], receive),
  'direct-matter': naming(
    ['to'],
    byDesk(
      onMatter('DirectMatter', (_, line) => ({
        how: choice(line, 'how', ['route', 'guide']) ?? 'route',
        to: unitTo(line),
        text: text(line),
      })),
    ),
  ),
  'answer-matter': byDesk(onMatter('AnswerMatter', (_, line) => ({ answer: text(line), ...outcomeOf(line) }))),
  'recommend-matter': naming(['to'], recommend),
  'mark-matter': mark,
  consult: naming(['to'], consult),
  'answer-consultation': answerConsultation,
};
