import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { PostgresEventStore } from '@edict/adapter-postgres';
import { openEmbedded } from '@edict/adapter-sqlite';
import { attachmentStream } from '@edict/directives';
import { openEngine } from '@edict/engine';
import { instantAt, type Actor } from '@edict/kernel';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';
import { byPerson, type EventStore } from '@edict/runtime';
import { startPostgres, type PostgresServer } from '@edict/test-servers';

import { EXIT, UsageError } from './command.ts';
import { backup } from './commands/backup.ts';
import { restore } from './commands/restore.ts';
import { verdictIn, verdictOn } from './commands/verify.ts';
import { SUMS } from './sums.ts';

const officer: Actor = { id: 'ann', unit: 'office', capacity: 'officer', origin: 'person' };
const bytes = async function* () {
  yield Buffer.from('evidence');
};

const INSTALLATION = '11111111-1111-5111-8111-111111111111';

type Where = Readonly<{ files?: string; openStore?: () => Promise<EventStore> }>;

/** A data folder in which one file is attached; the hash of that file. */
const attachedIn = async (data: string, where: Where = {}): Promise<string> => {
  const embedded = await openEmbedded(data, where);
  try {
    const engine = await openEngine({ ...embedded, clock: () => instantAt(Date.now()) });
    const kept = await embedded.blobs.put(bytes(), { most: 100 });
    const about = 'task-00000000-0000-5000-8000-000000000000';
    const stream = attachmentStream(about, kept.sha256);
    const told = { directiveId: 'd', mediaType: 'text/plain', name: 'a.txt', level: 'open' } as const;
    const data_ = { about, ...kept, ...told };
    await engine.execute({ stream, type: 'AttachFile', data: data_ }, byPerson(officer, 'key'));
    return kept.sha256;
  } finally {
    await embedded.close();
  }
};

describe('A file that was attached', () => {
  let dir: string;
  let data: string;
  let safe: string;
  let file: string;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-files-'));
    [data, safe] = [join(dir, 'data'), join(dir, 'safe')];
    const sha256 = await attachedIn(data);
    file = join('blobs', sha256.slice(0, 2), sha256);
  });
  afterEach(() => {
    delete process.env['EDICT_FILES'];
    rmSync(dir, { recursive: true });
  });

  const flaws = async (of: string, files?: string) => {
    const { ok, problems } = await verdictOn(of, files);
    return [ok, ...problems.map(({ problem }) => problem.replace(/[0-9a-f]{64}/, 'HASH'))];
  };

  it('is looked at where it lies, and is in a backup', async () => {
    expect(await flaws(data)).toStrictEqual([true]);
    expect(await backup.run([safe, '--data', data, '--json'])).toBe(0);
    expect(await flaws(safe)).toStrictEqual([true]);
  });

  it('and was changed, or is lost, is missed', async () => {
    cpSync(data, safe, { recursive: true });
    writeFileSync(join(safe, file), 'evidenc3');
    expect(await flaws(safe)).toStrictEqual([false, 'The file HASH is not what was kept.']);
    rmSync(join(safe, 'blobs'), { recursive: true });
    expect(await flaws(safe)).toStrictEqual([false, 'The file HASH is missing.']);
  });

  it('in a folder of its own is in a backup, too; what is not handed in yet, or is kept for a day, is not', async () => {
    const [other, files] = [join(dir, 'other'), join(dir, 'files')];
    await attachedIn(other, { files });
    writeFileSync(join(files, 'incoming', 'half'), 'evi');
    process.env['EDICT_FILES'] = files;
    expect(await backup.run([safe, '--data', other, '--json'])).toBe(0);
    expect(await flaws(safe)).toStrictEqual([true]);
    expect(readdirSync(join(safe, 'blobs'))).toStrictEqual([file.split('/')[1]]);
  });
});

describe('A backup', () => {
  let dir: string;
  let safe: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-backup-'));
    safe = join(dir, 'safe');
    await attachedIn(join(dir, 'data'));
    expect(await backup.run([safe, '--data', join(dir, 'data'), '--json'])).toBe(0);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  /** What restoring comes to once somebody has done that to the backup. */
  const restoredAfter = async (harm: (backup: string) => void): Promise<number | string> => {
    const [harmed, again] = [join(dir, 'harmed'), join(dir, 'again')];
    cpSync(safe, harmed, { recursive: true });
    try {
      harm(harmed);
      const code = await restore.run([harmed, '--data', again, '--json']).catch((error: unknown) => {
        if (error instanceof UsageError) return EXIT.bad;
        throw error;
      });
      return existsSync(again) || existsSync(`${again}.restoring`) ? 'restored' : code;
    } finally {
      for (const each of [harmed, again]) rmSync(each, { recursive: true, force: true });
    }
  };
  const harms: Readonly<Record<string, (file: string) => void>> = {
    'is missing': (file) => rmSync(file),
    'is empty': (file) => truncateSync(file),
    'is cut short': (file) => truncateSync(file, Math.max(0, readFileSync(file).length - 1)),
    'has another byte': (file) => {
      const bytes = readFileSync(file);
      const place = bytes.length >> 1;
      bytes[place]! ^= 1;
      writeFileSync(file, bytes);
    },
  };

  it('is restored as it is, without what only says what it was', async () => {
    expect(await restoredAfter(() => undefined)).toBe('restored');
    expect(await restore.run([safe, '--data', join(dir, 'whole'), '--json'])).toBe(0);
    const names = readdirSync(safe).filter((name) => name !== SUMS);
    expect(readdirSync(join(dir, 'whole')).toSorted()).toStrictEqual(names.toSorted());
  });

  it.each(Object.entries(harms))('of which any file %s is not restored, and nothing is changed', async (_, harm) => {
    const all = readdirSync(safe, { recursive: true, withFileTypes: true });
    const files = all
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(safe.length));
    expect(files).toStrictEqual(expect.arrayContaining(['/access.db', '/events.db', '/checkpoint', `/${SUMS}`]));
    const restored: string[] = [];
    for (const file of files) {
      const code = await restoredAfter((harmed) => harm(join(harmed, file)));
      if (code !== EXIT.bad && code !== EXIT.unverified) restored.push(`${file}: ${code}`);
    }
    expect(restored).toStrictEqual([]);
  });

  it('to which something was added, or which never was one, is not restored', async () => {
    expect(await restoredAfter((harmed) => writeFileSync(join(harmed, 'token'), 'mine'))).toBe(EXIT.unverified);
    expect(await restoredAfter((harmed) => rmSync(harmed, { recursive: true }))).toBe(EXIT.bad);
  });

  it('says which file it is', async () => {
    const harmed = join(dir, 'said');
    cpSync(safe, harmed, { recursive: true });
    rmSync(join(harmed, 'access.db'));
    truncateSync(join(harmed, 'installation.json'), 5);
    writeFileSync(join(harmed, 'token'), 'mine');
    const said = (await verdictOn(harmed)).problems.map(({ problem }) => problem);
    expect(said).toStrictEqual(
      expect.arrayContaining([
        'access.db is missing.',
        'installation.json is not what was backed up.',
        'token was not in the backup when it was made.',
      ]),
    );
  });
});

describe('A file that is attached where the log is on a server', () => {
  let dir: string;
  let postgres: PostgresServer;
  let kurrentdb: Served;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-files-'));
    [postgres, kurrentdb] = await Promise.all([startPostgres(), serverForTests()]);
  });
  afterAll(async () => {
    await Promise.all([postgres.stop(), kurrentdb.close()]);
    rmSync(dir, { recursive: true });
  });
  afterEach(() => {
    delete process.env['EDICT_FILES'];
  });

  const kurrentSettingsNow = () =>
    kurrentSettings({ EDICT_KURRENTDB: kurrentdb.url, EDICT_KURRENTDB_PREFIX: freshPrefix() });
  const servers = {
    PostgreSQL: () => () => PostgresEventStore.open({ url: postgres.url, schema: 'files' }, INSTALLATION),
    KurrentDB: () => {
      const settings = kurrentSettingsNow();
      return () => KurrentEventStore.open(settings);
    },
  };

  it.each(Object.entries(servers))('%s is looked at where it lies', async (name, storeOn) => {
    const [data, files] = [join(dir, name), join(dir, `${name}-files`)];
    const openStore: () => Promise<EventStore> = storeOn();
    const sha256 = await attachedIn(data, { files, openStore });
    const flaws = async () => (await verdictIn(data, openStore)).problems.map(({ problem }) => problem);
    process.env['EDICT_FILES'] = files;
    expect(await flaws()).toStrictEqual([]);
    writeFileSync(join(files, sha256.slice(0, 2), sha256), 'evidenc3');
    expect(await flaws()).toStrictEqual([`The file ${sha256} is not what was kept.`]);
    delete process.env['EDICT_FILES'];
    expect(await flaws()).toStrictEqual([`The file ${sha256} is missing.`]);
  });
});
