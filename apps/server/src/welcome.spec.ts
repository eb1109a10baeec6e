import { describe, expect, it } from '@jest/globals';

import { welcome } from './welcome.ts';

const said = (parts: Partial<Parameters<typeof welcome>[0]>) =>
  welcome({ url: 'http://here', made: undefined, invitation: undefined, token: undefined, ...parts });

describe('How to sign in', () => {
  it('is by the token, told once, and then by the file that holds it', () => {
    const token = { file: 'data/token', isThere: true };
    expect(said({ token, made: 'secret' })).toContain('Sign in            Authorization: Bearer secret\n');
    expect(said({ token, made: 'secret' })).toContain('It is kept in data/token.');
    expect(said({ token })).toContain('Sign in            with the token in data/token\n');
  });

  it('names no file as though it were there that is not, as after a restore', () => {
    const text = said({ token: { file: 'data/token', isThere: false } });
    expect(text).not.toContain('with the token in');
    expect(text).toContain('Sign in            with an account, or a token of one\n');
    expect(text).toContain('is not in data/token: put it back');
  });

  it('is by an account where the token of the installation is off', () =>
    expect(said({})).toContain('Sign in            with an account, or a token of one (EDICT_LOCAL_TOKEN is off)\n'));
});
