import type { ScriptRefusal, Summary } from '@edict/engine';
import { idOf } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

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
  summary: Summary,
  zone: string,
): string | undefined => {
  if (!TOLD.has(type)) return undefined;
  const at = Temporal.Instant.from(meta['recordedAt']!).toZonedDateTimeISO(zone);
  const when = `${at.toPlainDate().toString()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  return `${when}  ${type.padEnd(20)} ${aboutOf(stream, summary).padEnd(14)} ${detailOf(data as Said)}`.trimEnd();
};

const aboutOf = (stream: string, { tasks, matters, directiveId }: Summary): string => {
  const id = idOf(stream);
  if (id === directiveId) return '';
  return tasks.find((task) => task.id === id)?.ref ?? matters.find((matter) => matter.id === id)?.task ?? '';
};

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

export const summaryInWords = (
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
