import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from '@jest/globals';

import { readForAudit } from './read-for-audit.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';
import { bodyOf } from '@edict/runtime';
import { event, scratch } from './testing/scratch.ts';

const EVENTS = 2_500;

const storeOf = async (count: number): Promise<string> => {
  const file = join(scratch(), 'events.db');
  const store = await SqliteEventStore.open(file);
  const events = Array.from({ length: count }, (_, n) => event(`event ${n}`));
  await store.append('thing-1', -1, events);
  await store.close();
  return file;
};

const audited = (file: string) => {
  const { events, problems } = readForAudit(file);
  return { positions: [...events].map(({ position }) => position), problems };
};

describe('An auditor', () => {
  it('reads the whole log in its order, as it is stored, and leaves nothing behind', async () => {
    const file = await storeOf(EVENTS);
    const { events, problems } = readForAudit(file);
    const read = [...events];
    expect(read.map(({ position }) => position)).toStrictEqual(read.map((_, n) => n + 1));
    expect(read[EVENTS - 1]).toStrictEqual({
      position: EVENTS,
      stream: 'thing-1',
      revision: EVENTS - 1,
      body: bodyOf(event(`event ${EVENTS - 1}`)),
    });
    expect([problems, readdirSync(join(file, '..')).sort()]).toStrictEqual([[], ['events.db', 'events.digest']]);
  });

  it('is told which events cannot be read, and still reads the others', async () => {
    const file = await storeOf(EVENTS);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('"event 1200"');
    bytes.fill(0xff, at - (at % 8192), at - (at % 8192) + 8192);
    writeFileSync(file, bytes);
    const { positions, problems } = audited(file);
    expect(positions).not.toContain(1201);
    expect(positions).toContain(1);
    expect(positions).toContain(EVENTS);
    expect(problems).toContainEqual({
      position: expect.any(Number),
      problem: expect.stringMatching(/^events \d+ to \d+ are unreadable/),
    });
  });

  it('is told which events are not there, and that the schema no longer guards them', async () => {
    const file = await storeOf(10);
    const db = new DatabaseSync(file);
    db.exec('DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE position IN (4, 5)');
    db.close();
    const { positions, problems } = audited(file);
    expect(positions).toStrictEqual([1, 2, 3, 6, 7, 8, 9, 10]);
    expect(problems).toStrictEqual([
      {
        position: null,
        problem: expect.stringContaining('The schema has lost: CREATE TRIGGER events_are_not_deleted'),
      },
      { position: 4, problem: 'events 4 to 5 are not there' },
    ]);
  });

  it('is told of an event that belongs to no stream', async () => {
    const file = await storeOf(1);
    const db = new DatabaseSync(file);
    db.exec("INSERT INTO events VALUES (2, 99, 0, '{}')");
    db.close();
    expect(audited(file).problems).toStrictEqual([{ position: 2, problem: 'event 2 belongs to no stream' }]);
  });

  it('is told that a file is no store, instead of an error', async () => {
    const file = join(scratch(), 'events.db');
    writeFileSync(file, 'not a database, but long enough to look at it twice'.repeat(100));
    expect(audited(file)).toStrictEqual({
      positions: [],
      problems: [{ position: null, problem: expect.stringContaining('is not an Edict event store') }],
    });
  });
});
