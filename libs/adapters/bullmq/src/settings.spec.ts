import { describe, expect, it } from '@jest/globals';

import { redisSettings } from './settings.ts';

describe('The settings of Redis', () => {
  it('are none where none is named', () => expect(redisSettings({})).toBeUndefined());

  it('give the address only to who asks for it', () => {
    const settings = redisSettings({ EDICT_REDIS_URL: 'redis://edict:s3cret@redis:6379/0\n' });
    expect(settings?.url()).toBe('redis://edict:s3cret@redis:6379/0');
    expect(JSON.stringify(settings)).not.toContain('s3cret');
  });

  it.each([
    [{ EDICT_REDIS_URL: 'hunter2' }, 'EDICT_REDIS_URL must be'],
    [{ EDICT_REDIS_URL: 'http://hunter2' }, 'EDICT_REDIS_URL must be'],
    [{ EDICT_REDIS_URL_FILE: '/hunter2' }, 'EDICT_REDIS_URL_FILE must name'],
    [{ EDICT_REDIS_URL: 'redis://a', EDICT_REDIS_URL_FILE: '/b' }, 'are both set'],
  ])('name what is wrong and never show it: %j', (env, message) => {
    const read = () => redisSettings(env);
    expect(read).toThrow(message);
    expect(read).not.toThrow('hunter2');
  });
});
