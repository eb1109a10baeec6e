import { beforeAll, describe, expect, it } from '@jest/globals';

import { isPassword, LONGEST, passwordHash } from './passwords.ts';

const LONG = 'a'.repeat(LONGEST - 1);

describe('A password', () => {
  let kept: string;
  beforeAll(async () => {
    kept = await passwordHash(`${LONG}b`);
  });

  it('is kept as argon2id with 19 MiB and two passes, under a salt of its own', async () => {
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await passwordHash(`${LONG}b`)).not.toBe(kept);
  });

  it('is right as it was set, to the last of its characters', async () => {
    expect(await isPassword(`${LONG}b`, kept)).toBe(true);
    for (const other of [LONG, `${LONG}c`, `${LONG}B`, `${LONG}b `, ` ${LONG}b`])
      expect(await isPassword(other, kept)).toBe(false);
  });

  it('is right however a keyboard puts its marks together', async () =>
    expect(await isPassword('mật khẩu'.normalize('NFD'), await passwordHash('mật khẩu'.normalize('NFC')))).toBe(true));

  it('is never right where there is none', async () => expect(await isPassword('', undefined)).toBe(false));
});
