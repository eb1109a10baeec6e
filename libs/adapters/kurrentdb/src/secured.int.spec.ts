import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AUTHORITY, freshPrefix, KurrentTestServer, SERVER } from '@edict/kurrentdb-server';

import { KurrentEventStore } from './kurrent-event-store.ts';
import { kurrentSettings } from './settings.ts';
import { event, followed, namesOf } from './testing/events.ts';

const SECRET = 'correct-horse-battery-staple';
const QUICK = { callMs: 1_500, patienceMs: 10_000 };

describe.each(['official', 'grpc'])('A secured KurrentDB (%s reader)', (reader) => {
  let dir: string;
  let server: KurrentTestServer;
  const said: string[] = [];

  const open = (more: Record<string, string> = {}) => {
    const env = {
      EDICT_KURRENTDB: server.url,
      EDICT_KURRENTDB_PREFIX: freshPrefix(),
      EDICT_KURRENTDB_READER: reader,
      EDICT_KURRENTDB_CA_FILE: join(dir, 'ca.crt'),
      EDICT_KURRENTDB_USER: 'edict',
      EDICT_KURRENTDB_PASSWORD_FILE: join(dir, 'password'),
      ...more,
    };
    return KurrentEventStore.open(kurrentSettings(env), { ...QUICK, notice: (text) => said.push(text) });
  };

  beforeEach(async () => {
    said.length = 0;
    for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const)
      jest.spyOn(console, method).mockImplementation((...words) => void said.push(words.map(String).join(' ')));
    dir = mkdtempSync(join(tmpdir(), 'edict-kurrentdb-'));
    writeFileSync(join(dir, 'ca.crt'), AUTHORITY);
    writeFileSync(join(dir, 'password'), `${SECRET}\n`);
    server = await KurrentTestServer.start({ tls: SERVER, credentials: `edict:${SECRET}` });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    server.kill();
    rmSync(dir, { recursive: true });
  });

  it('is written to, read and followed over TLS by a user with a password', async () => {
    const store = await open();
    await store.append('thing-1', -1, [event('a')]);
    await store.append('thing-1', 0, [event('b')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b']);
    expect(await followed(store, 2)).toStrictEqual(['a', 'b']);
    await store.close();
  });

  it('answers a repeated append there as everywhere', async () => {
    const store = await open();
    const position = await store.append('thing-1', -1, [event('a'), event('b')]);
    server.faults.on('append', 'unanswered, written', 1);
    await store.append('thing-1', 1, [event('c')]);
    expect(await store.append('thing-1', -1, [event('a'), event('b')])).toBe(position);
    await expect(store.append('thing-1', 0, [event('z')])).rejects.toMatchObject({ expected: 0, actual: 2 });
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b', 'c']);
    await store.close();
  });

  it('turns away a wrong password, and nobody prints it', async () => {
    writeFileSync(join(dir, 'password'), 'a-wrong-password');
    const error: unknown = await open().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'StoreUnavailable', message: expect.stringContaining('KurrentDB refuses') });
    expect(JSON.stringify([error, said, String(error)])).not.toContain('a-wrong-password');
  });

  it('is not opened without the password’s file, which is named by its variable', async () => {
    const error: unknown = await open({ EDICT_KURRENTDB_PASSWORD_FILE: join(dir, 'nowhere') }).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).toContain('EDICT_KURRENTDB_PASSWORD_FILE');
  });

  it('is not opened where its authority is unknown', () =>
    expect(
      KurrentEventStore.open(kurrentSettings({ EDICT_KURRENTDB: server.url }), { callMs: 500, patienceMs: 500 }),
    ).rejects.toMatchObject({ name: 'StoreUnavailable' }));

  it('says nothing of its password, whatever goes wrong', async () => {
    const store = await open();
    server.faults.on('append', 'unavailable', 3);
    server.faults.on('read', 'unavailable', 3);
    server.faults.on('subscription', 'unavailable', 1);
    await store.append('thing-1', -1, [event('a')]).catch((error: unknown) => said.push(String(error)));
    await followed(store, 1);
    server.kill();
    await store.read('thing-1').catch((error: unknown) => said.push(String(error), JSON.stringify(error)));
    await store.close();
    expect(said.length).toBeGreaterThan(0);
    expect(said.join('\n')).not.toContain(SECRET);
    expect(said.join('\n')).not.toContain(Buffer.from(`edict:${SECRET}`).toString('base64'));
  });
});
