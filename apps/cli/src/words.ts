import { COVERAGE_STATES, type ScriptRefusal, type Summary } from '@edict/engine';
import { idOf } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

import { isPassingOn, passingOnInWords } from './passing-on.ts';

/** Events by the hundred that say the same are summed up; these are told one by one. */
const TOLD = new Set([
  'DirectiveIssued',
  'MilestoneMissed',
  'TaskBecameOverdue',
  'TaskEscalated',
  'EscalationFoundNobody',
  'TaskSubmitted',
  'TaskReturned',
  'TaskAccepted',
  'StandingUnitSetUp',
  'MandateEnded',
  'MatterReceived',
  'MatterRefused',
  'MatterDirected',
  'MatterAnswered',
  'MatterRecommended',
  'MatterResponseMissed',
  'MatterHandedOver',
]);

type Said = Readonly<Record<string, unknown>>;

/** One line for an event that is worth one, in local time; `undefined` for the others. */
export const eventInWords = (
  { type, stream, data, meta }: Recorded,
  summaries: readonly Summary[],
  zone: string,
): string | undefined => {
  const isTogether = summaries.length > 1 && isPassingOn(type);
  if (!TOLD.has(type) && !isTogether) return undefined;
  const at = Temporal.Instant.from(meta['recordedAt']!).toZonedDateTimeISO(zone);
  const when = `${at.toPlainDate().toString()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const detail = isTogether ? passingOnInWords(type, data as Said, summaries) : detailOf(data as Said);
  return `${when}  ${type.padEnd(20)} ${aboutOf(stream, summaries).padEnd(14)} ${detail}`.trimEnd();
};

/** What a stream is about: the ref of a task, with the id of its directive where that is not the first. */
const aboutOf = (stream: string, summaries: readonly Summary[]): string => {
  const id = idOf(stream);
  const all = summaries.map((each, n) => inWords(refIn(each, id), n === 0 ? '' : each.directive));
  return all.find((words) => words !== undefined) ?? '';
};

/** Of the directive itself it is empty; `undefined`: it is of another one. */
const refIn = ({ directiveId, tasks, matters }: Summary, id: string): string | undefined => {
  if (id === directiveId) return '';
  const task = tasks.find((each) => each.id === id);
  return task ? task.ref : (matters.find((each) => each.id === id)?.task ?? undefined);
};

const inWords = (ref: string | undefined, directive: string): string | undefined =>
  ref === undefined || directive === '' ? ref : [directive, ref].filter(Boolean).join('#');

const detailOf = (data: Said): string => {
  const where = ['office', 'by', 'from', 'committee', 'milestone'].map((name) => named(data[name])).find(Boolean);
  const to = data['to'] ? `→ ${named(data['to'])}` : '';
  const code = data['code'] ? `(${named(data['code'])})` : '';
  return [where, to, code].filter(Boolean).join(' ');
};

/** An office by its unit, anything else as it is called. */
const named = (value: unknown): string => {
  if (value && typeof value === 'object') return (value as { unit?: string }).unit ?? '';
  return typeof value === 'string' ? value : '';
};

/** One after the other; where there are several, each with its name and with how far it has come down. */
export const summariesInWords = (summaries: readonly Summary[], refusals: readonly ScriptRefusal[]): string => {
  const [first, ...further] = summaries;
  if (further.length === 0) return summaryInWords(first!, refusals);
  return summaries
    .map((each, n) => [
      `\n${each.directive}`,
      summaryInWords(each, n === 0 ? refusals : []).trimStart(),
      comeDown(each),
    ])
    .flat()
    .join('\n');
};

const comeDown = ({ coverage, notComeDown }: Summary): string => {
  const counts = Map.groupBy(coverage, ({ state }) => state);
  const told = COVERAGE_STATES.flatMap((state) => (counts.has(state) ? [`${counts.get(state)!.length} ${state}`] : []));
  return [
    `  coverage     ${told.join(', ') || 'none'}`,
    ...notComeDown.map(({ clause, unit, name }) => `  not down     ${clause} ${name ?? unit ?? 'nobody'}`),
  ].join('\n');
};

const summaryInWords = (
  { at, counts, standingUnits, matters }: Summary,
  refusals: readonly ScriptRefusal[],
): string => {
  const told = (tally: Readonly<Record<string, number>>) =>
    Object.entries(tally)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'none';
  return [
    '',
    `At ${at}: ${counts.tasks} tasks (${told(counts.byKind)})`,
    `  by state     ${told(counts.byState)}`,
    `  by deadline  ${told(counts.byDeadlineClass)}`,
    `  matters      ${matters.length === 0 ? 'none' : told(counts.matters)}`,
    `  standing units: ${standingUnits.expected.length} expected, ${standingUnits.setUp.length} set up, ${standingUnits.missing.length} missing`,
    ...refusals.map(
      ({ at: when, as, do: verb, task, code, message }) =>
        `  refused      ${when} ${as} ${verb} ${task ?? ''} ${code}: ${message}`,
    ),
  ].join('\n');
};
