import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { checkNode } from './check-node.ts';
import { readConfig } from './config.ts';
import { explain } from './failing-start.ts';
import { unreadIn } from './unread.ts';

describe('The configuration', () => {
  it('has an answer for everything, and cannot be changed', () => {
    const config = readConfig({});
    const standard = {
      ...{ data: 'data', host: '127.0.0.1', port: 3000, tokenFile: 'data/token', seed: 'examples' },
      ...{
        localToken: true,
        ceiling: 'internal',
        origin: undefined,
        proxy: undefined,
        role: 'all',
        isTraced: false,
        isLogged: false,
      },
    };
    expect(config).toStrictEqual(standard);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('keeps the token in the data folder, wherever that is', () =>
    expect(readConfig({ EDICT_DATA: '/srv/edict' }).tokenFile).toBe('/srv/edict/token'));

  it('names the log on KurrentDB only where that is chosen', () => {
    const EDICT_KURRENTDB = 'kurrentdb://a:2113?tls=false';
    expect(readConfig({ EDICT_KURRENTDB })).not.toHaveProperty('kurrentdb');
    expect(readConfig({ EDICT_KURRENTDB, EDICT_STORE: 'kurrentdb' }).kurrentdb).toMatchObject({ hosts: ['a:2113'] });
    expect(() => readConfig({ EDICT_STORE: 'kurrentdb' })).toThrow('EDICT_KURRENTDB must be');
  });

  it('names PostgreSQL only where the log or the views are on it, and never prints the address', () => {
    const EDICT_POSTGRES_URL = 'postgres://edict:s3cret@db:5432/edict';
    expect(readConfig({ EDICT_POSTGRES_URL })).not.toHaveProperty('postgres');
    const config = readConfig({ EDICT_POSTGRES_URL, EDICT_STORE: 'postgres', EDICT_VIEWS: 'postgres' });
    expect(config).toMatchObject({ store: 'postgres', views: 'postgres' });
    expect(config.postgres?.url()).toBe(EDICT_POSTGRES_URL);
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain('s3cret');
    expect(() => readConfig({ EDICT_VIEWS: 'postgres' })).toThrow('EDICT_POSTGRES_URL must be');
    const wrong = () => readConfig({ EDICT_VIEWS: 'postgres', EDICT_POSTGRES_URL: 's3cret' });
    expect(wrong).toThrow('EDICT_POSTGRES_URL must be');
    expect(wrong).not.toThrow('s3cret');
    expect(() => readConfig({ EDICT_VIEWS: 'postgres', EDICT_POSTGRES_URL_FILE: '/none' })).toThrow('can be read');
  });

  it('is for one process unless log and views are shared', () => {
    const shared = {
      EDICT_STORE: 'postgres',
      EDICT_VIEWS: 'postgres',
      EDICT_POSTGRES_URL: 'postgres://edict@db/edict',
    };
    for (const EDICT_ROLE of ['sagas', 'worker']) {
      expect(readConfig({ ...shared, EDICT_ROLE }).role).toBe(EDICT_ROLE);
      expect(() => readConfig({ EDICT_ROLE })).toThrow('share a log and views');
      expect(() => readConfig({ ...shared, EDICT_VIEWS: 'embedded', EDICT_ROLE })).toThrow('share a log and views');
    }
    const kurrentdb = { ...shared, EDICT_STORE: 'kurrentdb', EDICT_KURRENTDB: 'kurrentdb://a:2113?tls=false' };
    expect(() => readConfig({ ...kurrentdb, EDICT_ROLE: 'worker' })).toThrow('EDICT_INSTALLATION must be');
    const EDICT_INSTALLATION = '5f0c2c9e-0000-4000-8000-000000000001';
    expect(readConfig({ ...kurrentdb, EDICT_ROLE: 'worker', EDICT_INSTALLATION }).installation).toBe(
      EDICT_INSTALLATION,
    );
    const folder = mkdtempSync(join(tmpdir(), 'edict-config-'));
    const [EDICT_KEY_FILE, EDICT_FILES] = [join(folder, 'key'), '/shared/files'];
    writeFileSync(EDICT_KEY_FILE, `${'ab'.repeat(32)}\n`);
    const web = { ...shared, EDICT_ROLE: 'web' };
    for (const given of [{}, { EDICT_KEY_FILE }, { EDICT_FILES }])
      expect(() => readConfig({ ...web, ...given })).toThrow('processes that answer as one');
    const answers = readConfig({ ...web, EDICT_KEY_FILE, EDICT_FILES });
    expect([answers.files, answers.key?.()]).toStrictEqual([EDICT_FILES, Buffer.alloc(32, 0xab)]);
    writeFileSync(EDICT_KEY_FILE, 's3cret');
    expect(() => readConfig({ ...web, EDICT_KEY_FILE, EDICT_FILES })).toThrow('EDICT_KEY_FILE must name a file');
    expect(() => readConfig({ EDICT_ROLE: 'boss' })).toThrow('EDICT_ROLE must be');
    expect(() => readConfig({ EDICT_INSTALLATION: 'hunter2' })).toThrow('EDICT_INSTALLATION must be');
  });

  it('names Redis only where it is set, and never prints the address', () => {
    const config = readConfig({ EDICT_REDIS_URL: 'redis://edict:s3cret@redis:6379/0' });
    expect(config.redis?.url()).toContain('s3cret');
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain('s3cret');
    expect(() => readConfig({ EDICT_REDIS_URL: 's3cret' })).toThrow('EDICT_REDIS_URL must be');
  });

  it('shares work out only among processes that share the folder of files, so that no report that is asked for stays asked', () => {
    const servers = {
      EDICT_STORE: 'postgres',
      EDICT_VIEWS: 'postgres',
      EDICT_POSTGRES_URL: 'postgres://edict@db/edict',
    };
    const EDICT_REDIS_URL_FILE = join(mkdtempSync(join(tmpdir(), 'edict-config-')), 'redis-url');
    writeFileSync(EDICT_REDIS_URL_FILE, 'redis://redis:6379/0');
    for (const redis of [{ EDICT_REDIS_URL: 'redis://redis:6379/0' }, { EDICT_REDIS_URL_FILE }])
      for (const EDICT_ROLE of ['sagas', 'worker']) {
        const shared = { ...servers, ...redis, EDICT_ROLE };
        expect(() => readConfig(shared)).toThrow('EDICT_FILES must be the folder that all processes share');
        expect(readConfig({ ...shared, EDICT_FILES: '/shared/files' }).files).toBe('/shared/files');
      }
    expect(readConfig({ EDICT_REDIS_URL: 'redis://redis:6379/0' })).not.toHaveProperty('files');
  });

  it.each([
    'EDICT_DATA',
    'EDICT_VIEWS',
    'EDICT_HOST',
    'EDICT_PORT',
    'EDICT_TOKEN_FILE',
    'EDICT_SEED',
    'EDICT_STORE',
    'EDICT_CEILING',
  ])('names %s if it is wrong, and never shows the value', (name) => {
    const wrong = () => readConfig({ [name]: 'h\0nter2' });
    expect(wrong).toThrow(name);
    expect(wrong).not.toThrow('nter2');
  });

  const OIDC = {
    EDICT_OIDC_ISSUER: 'https://id.example/realm',
    EDICT_OIDC_CLIENT_ID: 'edict',
    EDICT_OIDC_CLIENT_SECRET: 's3cret-s3cret',
    EDICT_ORIGIN: 'https://edict.example',
  };

  it('names an identity provider only where one is set, sends people back to its own origin, and never prints the secret', () => {
    const config = readConfig(OIDC);
    expect(config.oidc).toMatchObject({ redirectUri: 'https://edict.example/sessions/oidc/callback' });
    expect(config.oidc?.clientSecret()).toBe('s3cret-s3cret');
    expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain('s3cret');
    const file = join(mkdtempSync(join(tmpdir(), 'edict-oidc-')), 'secret');
    writeFileSync(file, 'from-a-file\n');
    const { EDICT_OIDC_CLIENT_SECRET: _, ...others } = OIDC;
    expect(readConfig({ ...others, EDICT_OIDC_CLIENT_SECRET_FILE: file }).oidc?.clientSecret()).toBe('from-a-file');
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['EDICT_OIDC_ISSUER', { EDICT_OIDC_ISSUER: 'http://id.example/hunter2' }],
    ['EDICT_OIDC_ISSUER', { EDICT_OIDC_ISSUER: 'https://id.example/?hunter2' }],
    ['EDICT_OIDC_CLIENT_ID', { EDICT_OIDC_CLIENT_ID: 'hunter2 hunter2' }],
    ['EDICT_OIDC_CLIENT_SECRET', { EDICT_OIDC_CLIENT_SECRET: 'hunter2' }],
    [
      'EDICT_OIDC_CLIENT_SECRET_FILE',
      { EDICT_OIDC_CLIENT_SECRET: undefined, EDICT_OIDC_CLIENT_SECRET_FILE: '/hunter2' },
    ],
    ['are both set', { EDICT_OIDC_CLIENT_SECRET_FILE: '/hunter2' }],
    ['EDICT_OIDC_REDIRECT_URI', { EDICT_ORIGIN: undefined }],
    ['EDICT_OIDC_REDIRECT_URI', { EDICT_OIDC_REDIRECT_URI: 'https://edict.example/hunter2' }],
    ['EDICT_OIDC_REDIRECT_URI', { EDICT_OIDC_REDIRECT_URI: 'http://edict.example/sessions/oidc/callback' }],
  ])('names %s of an identity provider if it is wrong, and never shows the value: %j', (name, wrong) => {
    const read = () => readConfig({ ...OIDC, ...wrong });
    expect(read).toThrow(name);
    expect(read).not.toThrow('hunter2');
  });

  it('says which variables mean nothing: misspelt, or of a server that is not chosen', () => {
    const EDICT_KURRENTDB = 'kurrentdb://a:2113?tls=false';
    const chosen = { EDICT_STORE: 'kurrentdb', EDICT_KURRENTDB, EDICT_KURRENTDB_PREFIX: 'x.', EDICT_SEED: 'none' };
    expect(unreadIn({ ...chosen, PATH: '/bin' })).toStrictEqual([]);
    expect(unreadIn({ EDICT_VEIWS: 'postgres', EDICT_KURRENTDB, EDICT_OIDC_CLIENT_ID: 'edict' })).toStrictEqual([
      'EDICT_VEIWS',
      'EDICT_KURRENTDB',
      'EDICT_OIDC_CLIENT_ID',
    ]);
  });

  it.each(['70000', '-1', '1e3', ''])('takes no port %p', (EDICT_PORT) =>
    expect(() => readConfig({ EDICT_PORT })).toThrow('EDICT_PORT'),
  );
});

describe('A start', () => {
  it('is refused by an old Node', () => {
    expect(() => checkNode('20.20.2')).toThrow('needs Node 26');
    expect(() => checkNode('26.10.0')).not.toThrow();
  });

  it.each([
    [{ name: 'SealBroken', message: 'Rolled back.' }, 3],
    [{ name: 'StoreUnavailable', reason: 'corrupt', message: 'Damaged.' }, 3],
    [{ code: 'EADDRINUSE', port: 3000, message: '' }, 1],
    [{ name: 'FolderInUse', message: 'In use.' }, 1],
  ])('that fails says why, and ends with a code that scripts can read: %j', (error, code) => {
    const ending = explain(Object.assign(new Error(), error));
    expect(ending.code).toBe(code);
    expect(ending.message).toContain('code' in error ? 'port 3000 is in use' : error.message);
  });
});
