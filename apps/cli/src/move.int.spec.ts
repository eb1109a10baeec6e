import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { MemoryEventStore } from '@edict/adapter-memory';
import { PostgresEventStore } from '@edict/adapter-postgres';
import { SqliteEventStore } from '@edict/adapter-sqlite';
import { genesisOf, idFrom } from '@edict/kernel';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';
import { chain, type EventStore } from '@edict/runtime';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { exportTo } from './commands/export.ts';
import { checked, importFrom } from './commands/import.ts';

const INSTALLATION = idFrom('moved');
const meta = { commandId: idFrom('command'), actor: 'somebody' };

/** Streams that grow side by side, in threes. */
const fill = async (store: EventStore, events: number): Promise<void> => {
  for (let n = 0; n < events; n += 3) {
    const stream = `thing-${n % 7}`;
    const last = (await store.read(stream)).at(-1);
    const messages = [1, 2, 3].map((m) => ({ type: 'Happened', data: { n, m, text: 'ĐU\u2028 😀' } }));
    const own = { ...meta, commandId: idFrom(String(n)) };
    await store.append(
      stream,
      last?.revision ?? -1,
      chain({ stream, last, genesis: genesisOf(INSTALLATION) }, messages, own),
    );
  }
};
/** What of an exported file is the same in every store. */
const withoutPositions = (file: string) => readFileSync(file, 'utf8').replaceAll(/"position":"[^"]*",?/g, '');

describe('A log that is moved', () => {
  let dir: string;
  let server: PostgresServer;
  let kurrentdb: Served;
  let source: MemoryEventStore;
  let files = 0;
  const newFile = () => join(dir, `log-${++files}`);
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-move-'));
    [server, kurrentdb] = await Promise.all([startPostgres(), serverForTests()]);
    source = new MemoryEventStore();
    await fill(source, 1_500);
  });
  afterAll(async () => {
    await Promise.all([server.stop(), kurrentdb.close()]);
    rmSync(dir, { recursive: true });
  });
  const exported = async (store: EventStore) => {
    const file = newFile();
    return { file, ...(await exportTo(file, { store, installation: INSTALLATION })) };
  };
  const imported = async (file: string, store: EventStore) => importFrom(file, await checked(file), store);

  const openKurrent = () =>
    KurrentEventStore.open(kurrentSettings({ EDICT_KURRENTDB: kurrentdb.url, EDICT_KURRENTDB_PREFIX: freshPrefix() }));
  let schemas = 0;
  const openPostgres = () => PostgresEventStore.open({ url: server.url, schema: `moved_${++schemas}` }, INSTALLATION);
  const openSqlite = () => SqliteEventStore.open(newFile());

  it('has the same root and the same text in PostgreSQL, in KurrentDB and in SQLite, from one to the next', async () => {
    const first = await exported(source);
    let { file } = first;
    for (const open of [openPostgres, openKurrent, openSqlite]) {
      const store: EventStore = await open();
      await imported(file, store);
      const again = await exported(store);
      expect([again.events, again.root]).toStrictEqual([1_500, first.root]);
      expect(withoutPositions(again.file)).toBe(withoutPositions(first.file));
      ({ file } = again);
      await store.close();
    }
  }, 300_000);

  it.each([
    ['PostgreSQL', openPostgres],
    ['KurrentDB', openKurrent],
    ['SQLite', openSqlite],
  ] as const)(
    'is whole in %s after an import that was interrupted there twice',
    async (_, open) => {
      const { file, root } = await exported(source);
      const store: EventStore = await open();
      const append = store.append.bind(store);
      for (const after of [150, 300]) {
        let left = after;
        store.append = (...write) => (left-- === 0 ? Promise.reject(new Error('interrupted')) : append(...write));
        await expect(imported(file, store)).rejects.toThrow('interrupted');
      }
      store.append = append;
      const { tally, already } = await imported(file, store);
      expect([already > 400, tally.footer().root]).toStrictEqual([true, root]);
      expect((await exported(store)).root).toBe(root);
      await store.close();
    },
    300_000,
  );

  it('is exported whole, wherever an export before was cut off', async () => {
    const { file } = await exported(source);
    const whole = readFileSync(file);
    for (const length of [0, 1, 90, 100, 5_000, whole.length / 2, whole.length - 10, whole.length]) {
      const again = newFile();
      writeFileSync(`${again}.part`, whole);
      truncateSync(`${again}.part`, Math.floor(length));
      await exportTo(again, { store: source, installation: INSTALLATION });
      expect(readFileSync(again).equals(whole)).toBe(true);
    }
  });

  it('is imported whole, wherever an import before was interrupted', async () => {
    const { file, root } = await exported(source);
    class Interrupted extends MemoryEventStore {
      left = 200;
      override append(...write: Parameters<MemoryEventStore['append']>): Promise<string> {
        return this.left-- === 0 ? Promise.reject(new Error('interrupted')) : super.append(...write);
      }
    }
    const target = new Interrupted();
    await expect(imported(file, target)).rejects.toThrow('interrupted');
    const { tally, already } = await imported(file, target);
    expect([already > 0, tally.footer().root]).toStrictEqual([true, root]);
    expect((await imported(file, target)).already).toBe(1_500);
  });

  it('is refused when a byte of it was changed, or its end is missing', async () => {
    const { file } = await exported(source);
    const text = readFileSync(file, 'utf8');
    const changed = newFile();
    writeFileSync(changed, text.replace('"m":2', '"m":4'));
    await expect(checked(changed)).rejects.toThrow('the log is damaged');
    writeFileSync(changed, text.split('\n').slice(0, -2).join('\n'));
    await expect(checked(changed)).rejects.toThrow('is not a whole log');
  });

  it('is a bad call where the file is not there, is no log, or cannot be written', async () => {
    const other = newFile();
    await expect(checked(other)).rejects.toMatchObject({ name: 'UsageError', rule: 'file/unreadable', file: other });
    for (const text of ['%PDF-1.4\n', '1\n', 'null\n']) {
      writeFileSync(other, text);
      await expect(checked(other)).rejects.toMatchObject({ name: 'UsageError', rule: 'log/invalid', file: other });
    }
    const nowhere = join(dir, 'nowhere', 'edict.log');
    const writing = exportTo(nowhere, { store: source, installation: INSTALLATION });
    await expect(writing).rejects.toMatchObject({ name: 'UsageError', rule: 'file/unwritable' });
  });

  it('is not put into a store that holds another one', async () => {
    const { file } = await exported(source);
    const other = new MemoryEventStore();
    await other.append('thing-0', -1, [{ id: idFrom('x'), type: 'Happened', data: null, meta: { hash: 'x' } }]);
    await expect(imported(file, other)).rejects.toThrow('The store holds another log: it differs at event 1.');
  });
});
