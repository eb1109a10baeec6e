import { refuse, type Context, type Refused } from '@edict/kernel';

import { say, type Finding } from '../document/finding.ts';
import { lacksEvidence } from '../evidence.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent, Given, InspectionFinding } from './directive.messages.ts';
import { refsOf } from './implement.ts';

/** What an inspection or an audit found, on a task, a clause or the whole. It changes nothing but what is read of the directive. */
export const recordFinding = (
  data: Given<'RecordFinding'>,
  { issued, entered }: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  const { ref = null, finding, evidence = null } = data;
  const { clauses, tasks } = issued.document;
  const places = [...refsOf(clauses), ...[...tasks, ...entered.map(({ item }) => item)].map((task) => task.ref)];
  if (ref !== null && !places.includes(ref))
    return refuse('directive/no-such-place', `It has neither a clause nor a task ${ref}.`);
  const { unit, capacity } = context.actor;
  return (
    lacksEvidence(data, context) ?? [{ type: 'FindingRecorded', data: { ref, finding, unit, capacity, evidence } }]
  );
};

/** Among what the text leaves open, and told apart from it by its code. What is sealed is read in the history. */
export const inspectionFinding = (slug: string, { ref, finding, unit }: InspectionFinding): Finding => ({
  ...say('inspection', typeof finding === 'string' ? `${unit}: ${finding}` : unit),
  ref: ref ?? slug,
});
