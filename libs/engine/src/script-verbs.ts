import { standingUnitOf, type ScriptLine, type ScriptVerb } from '@edict/directives';
import { Rejection } from '@edict/kernel';

import { DIRECTIVE_VERBS } from './script-directive-verbs.ts';
import { fillForm } from './script-form.ts';
import { LIFE_VERBS } from './script-life-verbs.ts';
import { MATTER_VERBS } from './script-matter-verbs.ts';
import { mergeCommands } from './script-merge.ts';
import {
  byIssuer,
  byPerformer,
  evidence,
  field,
  onTask,
  text,
  type Act,
  type Scene,
  type Verb,
} from './script-tools.ts';

export type { Act };

/** What a line asks for: one command for each unit and thing that it names. Refuses a verb that nobody knows. */
export const actsOf = async (scene: Scene, line: ScriptLine): Promise<readonly Act[]> => {
  const verb = Object.hasOwn(VERBS, line.do) ? VERBS[line.do as ScriptVerb] : undefined;
  if (!verb) throw new Rejection('script/unknown-verb', `Nobody knows how to ${line.do}.`);
  return verb(scene, line);
};

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
  ...MATTER_VERBS,
};
