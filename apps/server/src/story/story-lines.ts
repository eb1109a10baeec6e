import { idOf } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

import type { Told } from './rehearse-155.ts';

type Data = Readonly<Record<string, unknown>>;
type Office = Readonly<{ kind: string; unit: string }>;
type About = Readonly<{ data: Data; unit: string }>;

/** More would not fit on one screen. */
const MOST = 14;

/** A line for every turn that events take, oldest first. */
export const linesOf = (told: Told): readonly string[] => {
  const lines = told.events.flatMap((event) => lineOf(event, told));
  const rest = lines.length - MOST;
  return rest > 0 ? [...lines.slice(0, MOST), `  … and ${rest} more`] : lines;
};

const lineOf = (event: Recorded, { summary, zone }: Told): readonly string[] => {
  const say = WORDS[event.type];
  if (!say) return [];
  const matter = summary.matters.find(({ id }) => id === idOf(event.stream));
  const task = summary.tasks.find(({ id }) => id === (matter?.concerning ?? idOf(event.stream)));
  const words = say({ data: event.data as Data, unit: task?.unit ?? event.meta['unit'] ?? '' });
  return [`  ${momentOf(event.meta['recordedAt']!, zone)}  ${(task?.ref ?? '').padEnd(7)} ${words}`];
};

const WORDS: Readonly<Record<string, (about: About) => string>> = {
  MilestoneMissed: ({ data, unit }) => `missed     “${String(data['milestone'])}”, by ${unit}`,
  TaskBecameOverdue: ({ unit }) => `overdue    with ${unit}`,
  TaskSubmitted: ({ unit }) => `submitted  by ${unit}`,
  StandingUnitSetUp: ({ data }) => `set up     desk of ${String(data['committee'])}`,
  MatterRefused: ({ data }) => `refused    ${desk(data['office'])}: ${reasonOf(data['code'])}`,
  MatterReceived: ({ data }) => `taken      ${desk(data['office'])}, ${String(data['kind'])}`,
  MatterAnswered: ({ data }) => `answered   ${desk(data['by'])}`,
  MatterRecommended: ({ data }) => `upward     ${desk(data['by'])} → ${String(data['to'])}`,
  MatterHandedOver: ({ data }) => `handed on  ${desk(data['from'])} → ${(data['to'] as Office).kind}`,
  MandateEnded: ({ data }) => `ended      a mandate, with ${String(data['untilOn'])}`,
};

const desk = (office: unknown): string => {
  const { kind, unit } = office as Office;
  return `${kind === 'standingUnit' ? 'desk' : kind} of ${unit}`;
};

const REASONS: Readonly<Record<string, string>> = {
  'matter/no-standing-unit': 'none set up',
  'matter/outside-mandate': 'mandate over',
};

const reasonOf = (code: unknown): string => REASONS[String(code)] ?? String(code);

/** On the clocks there. */
const momentOf = (at: string, zone: string): string => {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return there.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
};
