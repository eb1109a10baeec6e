import { MemoryAnchor, MemoryEventStore, MemoryLeases, MemoryTimers, MemoryViews } from '@edict/adapter-memory';
import { MACHINE, rehearse, summaryOf, type RehearsalFiles, type Span } from '@edict/engine';
import type { EventStore, Recorded } from '@edict/runtime';

import { deadlinesOf } from './deadlines.ts';
import type { RehearsalAnswer } from './rehearsal-answer.ts';
import { stepsOf } from './steps.ts';

export type Play = Readonly<{ files: RehearsalFiles; span: Span }>;
export type Played = Omit<RehearsalAnswer, 'findings'>;

/** Issues the directive and runs it to its last day, in memory: nothing of it can reach the log of the installation. */
export const play = async ({ files, span }: Play): Promise<Played> => {
  const [store, views] = [new MemoryEventStore(), new MemoryViews()];
  const ports = {
    store,
    views,
    leases: new MemoryLeases(() => 0),
    timers: new MemoryTimers(views),
    anchor: new MemoryAnchor(),
    installation: 'rehearsal',
  };
  const { rehearsal, directiveId, refusals } = await rehearse(ports, files, span);
  const summary = (await summaryOf(rehearsal.reader.as(MACHINE), directiveId))!;
  const events = await everything(store);
  const { directive, standingUnits } = files.directive;
  return {
    title: directive.title,
    number: directive.number,
    ...span,
    rules: rulesOf(files),
    units: files.units.units.length,
    steps: stepsOf(events, summary),
    deadlines: deadlinesOf(summary, events),
    mandateUntil: standingUnits?.mandate.until ?? null,
    counts: summary.counts,
    refusals,
  };
};

const rulesOf = ({ policy: { policy }, calendar: { calendar } }: RehearsalFiles): RehearsalAnswer['rules'] => ({
  policyId: policy.id,
  policyVersion: policy.version,
  calendarId: calendar.id,
  calendarVersion: calendar.version,
  zone: policy.zone,
});

const everything = async (store: EventStore): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for await (const batch of store.follow('', new AbortController().signal)) {
    events.push(...batch.events);
    if (batch.live) break;
  }
  return events;
};
