import {
  BOUNDS,
  FIRMNESSES,
  INTERVALS,
  TASK_KINDS,
  type DirectiveCommand,
  type Due,
  type Milestone,
  type ScriptLine,
} from '@edict/directives';
import { Rejection, type Sent } from '@edict/kernel';

import { dayIn, monthIn } from './script-time.ts';
import { choice, field, listed, maybe, needed, text, type Verb } from './script-tools.ts';

type Entry = Extract<Sent<DirectiveCommand>, { type: 'EnterTask' }>['data'];

const dueIn = (line: ScriptLine): Due | undefined => {
  const [said, inMonth] = [field(line, 'on'), field(line, 'month')];
  const [on, month] = [said && dayIn(said), inMonth && monthIn(inMonth)];
  const phrase = field(line, 'phrase');
  if (on === undefined && month === undefined && phrase === undefined) return undefined;
  return {
    ...maybe('on', on),
    ...maybe('month', month),
    ...maybe('phrase', phrase),
    bound: choice(line, 'bound', BOUNDS) ?? 'by',
    firmness: choice(line, 'firmness', FIRMNESSES) ?? 'firm',
  };
};

/** `draft=2025-07-31, opinions=2025-08`: names with days or months, parted by commas. */
const milestonesIn = (line: ScriptLine): readonly Milestone[] | undefined =>
  listed(line, 'milestones')?.map((each) => {
    const at = each.lastIndexOf('=');
    const [name, day] = [each.slice(0, at).trim(), each.slice(at + 1).trim()];
    if (at < 1) throw new Rejection('script/no-day', `${each}: a milestone is a name with a day, as draft=2025-07-31.`);
    return {
      name,
      due: { ...(day.length > 7 ? { on: dayIn(day) } : { month: monthIn(day) }), bound: 'by', firmness: 'firm' },
    };
  });

const taskIn = (line: ScriptLine): Entry['task'] => {
  const every = choice(line, 'every', INTERVALS);
  return {
    ref: needed(line, 'ref'),
    clause: needed(line, 'clause'),
    statement: text(line),
    kind: choice(line, 'kind', TASK_KINDS) ?? 'once',
    accountable: listed(line, 'accountable') ?? [],
    lead: listed(line, 'lead') ?? [],
    urgency: line['urgent'] === true,
    ...maybe('coordinating', listed(line, 'coordinating')),
    ...maybe('reportsTo', listed(line, 'reportsTo')),
    ...maybe('each', line['each'] === true ? true : undefined),
    ...maybe('due', dueIn(line)),
    ...maybe('milestones', milestonesIn(line)),
    ...maybe('after', listed(line, 'after')),
    ...maybe('recurrence', every ? { every } : undefined),
    ...maybe('output', field(line, 'output')),
  };
};

const sourceIn = (line: ScriptLine, dated = field(line, 'sourceDate')): Entry['source'] => ({
  number: field(line, 'source') ?? null,
  type: field(line, 'sourceType') ?? 'document',
  issuers: listed(line, 'sourceIssuers') ?? [],
  date: dated === undefined ? null : dayIn(dated),
  title: field(line, 'sourceTitle') ?? field(line, 'source') ?? '',
});

/** What the directive takes over: `ref`, `clause`, `text`, whom, until when; `source` is the number of the other document. */
export const enterTask: Verb = async ({ directiveId }, line) => {
  const data = { task: taskIn(line), source: sourceIn(line) };
  return [{ unit: line.as, command: { stream: `directive-${directiveId}`, type: 'EnterTask', data } }];
};
