import { LEVELS } from '@edict/directives';
import { Rejection } from '@edict/kernel';

import { directiveNamed } from './look-up.ts';
import { CHANGE_VERBS } from './script-change.ts';
import { enterTask } from './script-enter-task.ts';
import { momentOf } from './script-time.ts';
import { evidence, field, listed, maybe, text, type Verb } from './script-tools.ts';

const beginWatch: Verb = async ({ directiveId, zone }, line) => {
  const from = momentOf(`${field(line, 'from') ?? line.at.slice(0, 10)}T00:00`, zone);
  return [{ unit: line.as, command: { stream: `directive-${directiveId}`, type: 'BeginWatch', data: { from } } }];
};

/** `text` is the legal basis; `compartments` a list with commas. */
const reclassify: Verb = async ({ directiveId }, line) => {
  const classification = LEVELS.find((level) => level === field(line, 'to'));
  if (!classification) throw new Rejection('script/unknown-kind', `A level is one of ${LEVELS.join(', ')}.`);
  const compartments = listed(line, 'compartments') ?? [];
  const data = { classification, compartments, basis: text(line) };
  return [{ unit: line.as, command: { stream: `directive-${directiveId}`, type: 'ReclassifyDirective', data } }];
};

/** `ref` is a clause or a task, `text` what was found. */
const recordFinding: Verb = async ({ directiveId }, line) => {
  const data = { ...maybe('ref', field(line, 'ref')), finding: text(line), ...evidence(line) };
  const command = { stream: `directive-${directiveId}`, type: 'RecordFinding', data } as const;
  return [{ unit: line.as, capacity: 'inspector', command }];
};

/** `of` is the higher directive, `clause` one of its clauses, `by` a list with commas of clauses of the directive that brings it down. */
const implement: Verb = async ({ reading, directiveId }, line) => {
  const name = field(line, 'of') ?? '';
  const higher = await directiveNamed(reading, name);
  if (!higher) throw new Rejection('script/no-such-directive', `No directive ${name} has been issued.`);
  const data = {
    directiveId: higher.directiveId,
    clause: field(line, 'clause') ?? '',
    ...maybe('by', listed(line, 'by')),
  };
  return [{ unit: line.as, command: { stream: `directive-${directiveId}`, type: 'ImplementClause', data } }];
};

/** `of` and `clause` as they were said; `text` is why it was wrong. */
const withdrawImplementation: Verb = async ({ reading, directiveId }, line) => {
  const name = field(line, 'of') ?? '';
  const higher = await directiveNamed(reading, name);
  if (!higher) throw new Rejection('script/no-such-directive', `No directive ${name} has been issued.`);
  const data = { directiveId: higher.directiveId, clause: field(line, 'clause') ?? '', reason: text(line) };
  return [{ unit: line.as, command: { stream: `directive-${directiveId}`, type: 'WithdrawImplementation', data } }];
};

/** What is done to a directive as a whole. */
export const DIRECTIVE_VERBS = {
  'begin-watch': beginWatch,
  reclassify,
  'record-finding': recordFinding,
  implement,
  'withdraw-implementation': withdrawImplementation,
  'enter-task': enterTask,
  ...CHANGE_VERBS,
};
