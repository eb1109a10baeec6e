import { inspect } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { checkNode } from './check-node.ts';
import { readConfig } from './config.ts';
import { explain } from './failing-start.ts';

describe('The configuration', () => {
  it('has an answer for everything, and cannot be changed', () => {
    const config = readConfig({});
    const standard = {
      ...{ data: 'data', host: '127.0.0.1', port: 3000, tokenFile: 'data/token', seed: 'examples' },
      ...{ localToken: true, ceiling: 'internal', origin: undefined, proxy: undefined },
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
