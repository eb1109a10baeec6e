import { beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@edict/adapter-memory';
import { openRehearsal } from '@edict/engine';
import type { ScriptDocument } from '@edict/directives';
import { canonical, startOf } from '@edict/kernel';
import { byPerson, type Batch, type Recorded } from '@edict/runtime';

import { CONCLUSION, example, filesOf, logOf, memoryPorts, play, type Played, type Stage } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const plain = { ...files, units: { ...files.units, successions: [] } };
const NOW = startOf('2025-07-08', files.policy.policy.zone);
const TABLES = ['holding_v1', 'succession_run_v1', 'succession_item_v1'];

const ISSUER = { id: 'ann', unit: 'politburo', capacity: 'officer', origin: 'person' } as const;
const office = 'central-party-office';
const gone = 'ppc-ha-giang';
const part = (to: string) => ({
  ...{ at: '2025-06-20T09:00', as: office, do: 'merge', kind: 'split', from: gone, to },
  ...{ on: '2025-07-01', basis: 'R', succession: `to-${to}` },
});
const decide = (day: string, task: string, to: string, more: object = { member: gone }) => ({
  ...{ at: `2025-07-${day}T09:00`, as: office, do: 'decide', task, succession: `to-${to}`, to, text: 'It lies there.' },
  ...more,
});
const late = (day: string, task: string) => ({
  ...{ at: `2025-07-${day}T09:00`, as: 'politburo', do: 'reassign', task, to: gone, text: 'Near.' },
});
/** What was split waits, is decided in part, gets more when it had been counted, and is decided again; what is merged goes over at once. */
const script: ScriptDocument = [
  part('ppc-ha-noi'),
  part('ppc-tuyen-quang'),
  {
    ...{ at: '2025-06-20T09:00', as: office, do: 'merge', from: 'ppc-hue, ppc-quang-tri', to: 'ppc-quang-tri' },
    ...{ on: '2025-07-01', basis: 'R', succession: 'into-one' },
  },
  decide('02', '5.b1-1', 'ppc-ha-noi'),
  decide('02', '2.1.p2-1', 'ppc-tuyen-quang'),
  late('03', '3.b5-2'),
  late('03', '5.b3-1'),
  decide('04', '3.b5-2', 'ppc-ha-noi', {}),
];

const rowsOf = async ({ views }: Pick<Stage, 'views'>): Promise<readonly string[]> => {
  const rows = await Promise.all(TABLES.map(async (table) => (await views.find(table, {})).map(canonical).toSorted()));
  return rows.map((each) => each.join('\n'));
};

/** The same log in pieces: whoever reads it again reads it in others than when it was written. */
const inPieces = async (log: readonly Recorded[], size: number): Promise<Stage['store']> => {
  const store = new MemoryEventStore();
  for (const { stream, revision, position: _, ...event } of log) await store.append(stream, revision - 1, [event]);
  return {
    ...{ read: store.read.bind(store), append: store.append.bind(store) },
    ...{ head: store.head.bind(store), close: store.close.bind(store) },
    async *follow(after: string, signal: AbortSignal): AsyncIterable<Batch> {
      for await (const { events, position, live } of store.follow(after, signal)) {
        for (let n = size; n < events.length; n += size)
          yield { events: events.slice(n - size, n), position: events[n - 1]!.position, live: false };
        yield { events: events.slice(-(events.length % size || size)), position, live };
      }
    },
  } as unknown as Stage['store'];
};

describe('What successions have moved, and what waits, when its tables are made anew', () => {
  let ports: Stage;
  let asWritten: readonly string[];
  let log: Played['log'];
  beforeAll(async () => {
    ports = memoryPorts();
    const played = await play(plain, { script, ports, until: '2025-07-07' });
    expect(played.refusals).toStrictEqual([]);
    // Two at once: what was said of both was never said of one.
    for (const ref of ['6.b1-1', '6.b2-1']) {
      const { id } = played.summary.tasks.find((task) => task.ref === ref)!;
      const data = { assignment: 1, unit: gone, reason: 'Near.' };
      await played.rehearsal.execute({ stream: `task-${id}`, type: 'ReassignTask', data }, byPerson(ISSUER, ref));
    }
    await played.rehearsal.drain();
    asWritten = await rowsOf(ports);
    log = await logOf(ports.store);
    const said = log.filter(({ type }) => type === 'HoldingsCounted');
    expect(said.length).toBeGreaterThan(3);
    for (const rows of asWritten) expect(rows).not.toBe('');
  });

  it.each([1, 2, 7, 1_000])('is what it was, to the byte, and nothing is said again: read by %i', async (size) => {
    const store = await inPieces(log, size);
    const anew = memoryPorts(store);
    const engine = await openRehearsal({ ...anew, anchor: ports.anchor }, NOW);
    await engine.drain();
    const said = (await logOf(store)).slice(log.length);
    expect(said.map(({ stream, type, data }) => [stream, type, data])).toStrictEqual([]);
    expect(await rowsOf(anew)).toStrictEqual(asWritten);
  });
});
