import { describe, expect, it } from '@jest/globals';

import { connectionString, kurrentSettings } from './settings.ts';

const FROM = { EDICT_KURRENTDB: 'kurrentdb://a:2113,b,c:2114?tls=false' };

describe('The settings of KurrentDB', () => {
  it('are hosts, all of them seeds, on the usual port unless another is named', () =>
    expect(kurrentSettings(FROM)).toStrictEqual({
      hosts: ['a:2113', 'b:2113', 'c:2114'],
      tls: false,
      prefix: 'edict.',
      reader: 'official',
    }));

  it.each(['esdb://a', 'kurrent://a', 'kdb://a/', 'kurrentdb://a?tls=true'])(
    'speak TLS unless told otherwise: %s',
    (url) => expect(kurrentSettings({ EDICT_KURRENTDB: url })).toMatchObject({ hosts: ['a:2113'], tls: true }),
  );

  it.each([
    'kurrentdb+discover://a',
    'http://a',
    'kurrentdb://admin:changeit@a?tls=false',
    'kurrentdb://a?tls=false&gossipTimeout=5',
    'kurrentdb://a?throwOnAppendFailure=false',
    'kurrentdb://[::1]:2113',
    'kurrentdb://127.0.0.1:2113',
    '',
  ])('are nothing that the client would read in two ways, or would print: %p', (url) => {
    const wrong = () => kurrentSettings({ EDICT_KURRENTDB: url });
    expect(wrong).toThrow('EDICT_KURRENTDB must be');
    expect(wrong).not.toThrow('changeit');
  });

  it.each(['', 'edict', 'Edict.', 'a.b.', 'edict-.', '$x.'])(
    'have a prefix that is no beginning of another: %p',
    (prefix) =>
      expect(() => kurrentSettings({ ...FROM, EDICT_KURRENTDB_PREFIX: prefix })).toThrow('EDICT_KURRENTDB_PREFIX'),
  );

  it('have no password without a user, and none that travels in clear', () => {
    const tls = { EDICT_KURRENTDB: 'kurrentdb://a' };
    const credentials = { EDICT_KURRENTDB_USER: 'edict', EDICT_KURRENTDB_PASSWORD_FILE: '/run/secrets/kurrentdb' };
    expect(() => kurrentSettings({ ...tls, EDICT_KURRENTDB_USER: 'edict' })).toThrow('EDICT_KURRENTDB_PASSWORD_FILE');
    expect(() => kurrentSettings({ ...FROM, ...credentials })).toThrow('in clear');
    expect(kurrentSettings({ ...tls, ...credentials }).credentials).toBeDefined();
  });

  it('take an authority of one’s own where there is TLS, from a path that needs no escaping', () => {
    const ca = (url: string, file: string) =>
      kurrentSettings({ EDICT_KURRENTDB: url, EDICT_KURRENTDB_CA_FILE: file }).caFile;
    expect(ca('kurrentdb://a', '/etc/edict/ca.crt')).toBe('/etc/edict/ca.crt');
    expect(() => ca('kurrentdb://a', '/etc/my ca.crt')).toThrow('EDICT_KURRENTDB_CA_FILE');
    expect(() => ca('kurrentdb://a?tls=false', '/etc/ca.crt')).toThrow('EDICT_KURRENTDB_CA_FILE');
  });

  it('name the leader or a follower to the client only where there are several nodes', () => {
    expect(connectionString(kurrentSettings(FROM), 'follower')).toBe(
      'kurrentdb://a:2113,b:2113,c:2114?tls=false&nodePreference=follower&discoveryInterval=10&maxDiscoverAttempts=3&keepAliveInterval=10000&keepAliveTimeout=10000',
    );
    expect(connectionString(kurrentSettings({ EDICT_KURRENTDB: 'kurrentdb://a' }), 'leader')).not.toContain(
      'nodePreference',
    );
  });
});
