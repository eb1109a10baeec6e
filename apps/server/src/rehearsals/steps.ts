import type { Summary } from '@edict/engine';
import { categoryOf, idOf } from '@edict/kernel';
import type { Recorded } from '@edict/runtime';

import type { RehearsalStep, RehearsedOffice } from './rehearsal-answer.ts';

/** What a rehearsal needs to begin is no step of it; a notice is told with what it is about, and a refusal with what was refused. */
const CATEGORIES = ['directive', 'task', 'matter', 'standingUnit', 'succession'];
const UNSAID = ['SuccessionPlanned', 'HoldingsListed', 'HoldingsCounted', 'SuccessionCompleted'];

type Data = Readonly<{ code?: string; office?: RehearsedOffice; to?: unknown; about?: string; unit?: string }>;
type Line = Readonly<{ event: Recorded; data: Data }>;

/** Everything that happens, in its order, what is the same at one moment together. */
export const stepsOf = (events: readonly Recorded[], summary: Summary): readonly RehearsalStep[] => {
  const told = toldOf(events);
  const tasks = new Map(summary.tasks.map((task) => [task.id, task]));
  const matters = new Map(summary.matters.map((matter) => [matter.id, matter.concerning ?? '']));
  const order = new Map([...new Set(summary.tasks.map(({ ref }) => ref))].map((ref, n) => [ref, n]));
  const taskOf = (stream: string) => tasks.get(matters.get(idOf(stream)) ?? idOf(stream));
  const lines = events.filter(isStep).map((event): Line => ({ event, data: event.data as Data }));
  const together = Map.groupBy(lines, ({ event }) => `${momentOf(event)} ${event.type}`);
  return [...together.values()].map((group) => {
    const [{ event, data }] = group as [Line];
    const about = group.map(({ event: { stream } }) => taskOf(stream)).filter((task) => task !== undefined);
    return {
      at: momentOf(event),
      type: event.type,
      refs: [...new Set(about.map(({ ref }) => ref))].sort((a, b) => order.get(a)! - order.get(b)!),
      units: distinct(about.map(({ unit }) => unit)),
      count: group.length,
      told: distinct(group.flatMap(({ event: { stream } }) => told.get(`${momentOf(event)} ${stream}`) ?? [])),
      offices: officesOf(group),
      code: data.code ?? null,
    };
  });
};

const momentOf = ({ meta }: Recorded): string => meta['recordedAt'] ?? '';

const isStep = ({ stream, type }: Recorded): boolean =>
  CATEGORIES.includes(categoryOf(stream)) && !UNSAID.includes(type);

/** Who is told, by the moment and the stream that it is about. */
const toldOf = (events: readonly Recorded[]): ReadonlyMap<string, readonly string[]> => {
  const told = new Map<string, string[]>();
  for (const event of events) {
    const { about, unit } = event.data as Data;
    if (event.type !== 'NotificationRequested' || about === undefined || unit === undefined) continue;
    const key = `${momentOf(event)} ${about}`;
    told.set(key, [...(told.get(key) ?? []), unit]);
  }
  return told;
};

const officesOf = (group: readonly Line[]): readonly RehearsedOffice[] => {
  const all = group.flatMap(({ data: { office, to } }) => [office, isOffice(to) ? to : undefined]);
  const named = all.filter((office) => office !== undefined).map(({ kind, unit }) => ({ kind, unit }));
  return [...new Map(named.map((office) => [`${office.kind} ${office.unit}`, office])).values()];
};

const isOffice = (to: unknown): to is RehearsedOffice => typeof to === 'object' && to !== null && 'kind' in to;

const distinct = (names: readonly (string | null)[]): readonly string[] =>
  [...new Set(names.filter((name) => name !== null))].toSorted();
