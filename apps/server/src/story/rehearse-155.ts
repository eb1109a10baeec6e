import { MemoryAnchor, MemoryEventStore, MemoryLeases, MemoryTimers, MemoryViews } from '@edict/adapter-memory';
import { standingUnitOf, type PolicyDocument } from '@edict/directives';
import { loadFiles, type Loaded } from '@edict/documents';
import { MACHINE, rehearse, summaryOf, type RehearsalFiles, type Rehearsed, type Summary } from '@edict/engine';
import { idFrom, Rejection, type Actor } from '@edict/kernel';
import { byPerson, type EventStore, type Recorded } from '@edict/runtime';

import { example } from '../examples.ts';

export const SPAN = { from: '2025-05-16', until: '2025-11-01' } as const;

/** A standing unit that was asked after the last day, and the code of its no; `null`: it took it. */
export type Asked = Readonly<{ committee: string; code: string | null }>;

export type Told = Readonly<{
  title: string;
  zone: string;
  /** Tasks in the text, before they are fanned out. */
  inText: number;
  summary: Summary;
  events: readonly Recorded[];
  asked: readonly Asked[];
}>;

const FILES = ['conclusion-155-kl-tw.yaml', 'units.yaml', 'policy-vn-party.yaml', 'calendar-vn-2025-2026.yaml'];

/** Conclusion 155-KL/TW from its issue to the day after its mandate, in memory: with a script, or with nobody acting. */
export const rehearse155 = async (script?: string): Promise<Told> => {
  const files = filesIn(loadFiles(await Promise.all([...FILES, ...(script ? [script] : [])].map(example))));
  const store = new MemoryEventStore();
  const played = await rehearse(portsOn(store), files, SPAN);
  const reading = played.rehearsal.reader.as(MACHINE);
  const { title, number } = files.directive.directive;
  return {
    title: `${number ?? ''} ${title}`.trim(),
    zone: zoneOf(files.policy),
    inText: files.directive.tasks.length,
    summary: (await summaryOf(reading, played.directiveId))!,
    events: await everything(store),
    asked: await askEach(played),
  };
};

const zoneOf = ({ policy }: PolicyDocument): string => policy.zone;

const filesIn = (loaded: ReturnType<typeof loadFiles>): RehearsalFiles => {
  if (!loaded.ok) throw new Error(`The examples do not load: ${loaded.errors[0]?.message ?? ''}`);
  const { directive, units, policy, calendar, script } = loaded.documents as Required<Loaded>;
  return { directive, units, policy, calendar, ...((script as unknown) ? { script } : {}) };
};

const portsOn = (store: EventStore) => {
  const views = new MemoryViews();
  const leases = new MemoryLeases(() => 0);
  return {
    store,
    views,
    leases,
    timers: new MemoryTimers(views),
    anchor: new MemoryAnchor(),
    installation: 'rehearsal',
  };
};

const everything = async (store: EventStore): Promise<readonly Recorded[]> => {
  const events: Recorded[] = [];
  for await (const batch of store.follow('', new AbortController().signal)) {
    events.push(...batch.events);
    if (batch.live) break;
  }
  return events;
};

/** When all is over, every standing unit that was set up is brought one more matter. */
const askEach = async ({ rehearsal, directiveId }: Rehearsed): Promise<readonly Asked[]> => {
  const reading = rehearsal.reader.as(MACHINE);
  const { setUp } = await reading.standingUnits(directiveId);
  return Promise.all(
    setUp.map(async ({ committee }) => ({ committee, code: await ask(rehearsal, directiveId, committee) })),
  );
};

const ask = async ({ execute }: Rehearsed['rehearsal'], directiveId: string, unit: string): Promise<string | null> => {
  const actor: Actor = { id: 'story', unit, capacity: 'officer', origin: 'person' };
  const office = standingUnitOf(directiveId, unit);
  const subject = 'One more question';
  const data = { directiveId, kind: 'content', concerning: null, from: null, subject, office };
  const stream = `matter-${idFrom('story', directiveId, unit)}`;
  try {
    await execute({ stream, type: 'ReceiveMatter', data }, byPerson(actor, stream));
    return null;
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
};
