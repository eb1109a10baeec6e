import { describe, expect, it } from '@jest/globals';

describe('Who runs the specs', () => {
  it('keeps to itself what is said to it alone, and hands the rest on', () => {
    expect(process.env).not.toHaveProperty('EDICT_TESTS');
    expect(process.env).not.toHaveProperty('EDICT_TOTALS');
    expect(process.env).toHaveProperty('PATH');
  });
});
