import { describe, expect, it } from '@jest/globals';

import { codeAt, newTotpSecret, stepAt, stepOf, totpUri } from './totp.ts';

/** "12345678901234567890", the secret of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('A one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is at second %d what RFC 6238 says: %s', (seconds, code) =>
    expect(codeAt(SECRET, stepAt(seconds * 1000))).toBe(code),
  );

  it('is good one step early or late, and no further', () => {
    const at = (step: number) => step * 30_000;
    const good = (code: number, now: number) => stepOf(SECRET, codeAt(SECRET, code), at(now), 0) !== undefined;
    expect([98, 99, 100, 101, 102].map((step) => good(step, 100))).toStrictEqual([false, true, true, true, false]);
  });

  it('is good once', () => {
    const code = codeAt(SECRET, 100);
    expect(stepOf(SECRET, code, 100 * 30_000, 99)).toBe(100);
    expect(stepOf(SECRET, code, 100 * 30_000, 100)).toBeUndefined();
  });

  it.each(['', '000000000', 'abcdef'])('is not %p', (code) =>
    expect(stepOf(SECRET, code, 100 * 30_000, 0)).toBeUndefined(),
  );

  it('comes from 160 bits that are drawn anew each time', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
    expect(totpUri(SECRET, 'ann@here')).toBe(
      `otpauth://totp/Edict:ann%40here?secret=${SECRET}&issuer=Edict&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
