import { execFile } from 'node:child_process';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTestServer, TOKEN, type TestServer } from './testing/test-server.ts';

type Run = Readonly<{ code: number; out: string; err: string }>;

const BIN = join(import.meta.dirname, '../../cli/bin/edict.js');
const MINISTRY = 'government-party-committee';

describe('The command line, on accounts and tokens', () => {
  let server: TestServer;
  let url: string;

  beforeAll(async () => {
    server = await openTestServer();
    // The command line counts days from the clock of the machine.
    server.setTime(new Date().toISOString());
    await server.app.listen(0, '127.0.0.1');
    url = await server.app.getUrl();
  });
  afterAll(() => server.close());

  const edictBy = (token: string, ...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      const env = { PATH: process.env['PATH'], EDICT_URL: url, EDICT_TOKEN: token, LANG: 'en' };
      execFile(process.execPath, [BIN, ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  const edict = (...args: readonly string[]): Promise<Run> => edictBy(TOKEN, ...args);
  const lines = ({ out, err }: Run): readonly Readonly<Record<string, unknown>>[] => {
    if (out === '') throw new Error(err);
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const only = async (...args: readonly string[]): Promise<Record<string, unknown>> =>
    lines(await edict(...args, '--json'))[0]!;

  it('opens one, gives it authority, shows it, takes the authority back, and suspends it', async () => {
    const opened = await edict('accounts', 'open', 'Ann Nguyen', '--login', 'ann.nguyen', '--key', 'ann', '--json');
    expect([opened.code, opened.err]).toStrictEqual([0, '']);
    const { id, invitation } = lines(opened)[0] as { id: string; invitation: string };
    expect(invitation).toMatch(/\S{20}/);
    expect(await only('accounts', 'open', 'Ann Nguyen', '--login', 'ann.nguyen', '--key', 'ann')).toMatchObject({ id });
    const basis = ['--basis', 'Decision 12'];
    expect(await edict('accounts', 'grant', id, 'officer', '--for', MINISTRY, ...basis)).toMatchObject({
      code: 0,
      out: `${id} acts as officer for ${MINISTRY}.\n`,
    });
    expect((await edict('accounts', 'clear', id, 'internal', '--compartment', 'energy', ...basis)).code).toBe(0);
    expect(await only('accounts', 'show', id)).toMatchObject({
      login: 'ann.nguyen',
      grants: [{ capacity: 'officer', unit: MINISTRY }],
      clearance: { level: 'internal', compartments: ['energy'] },
    });
    expect((await edict('accounts', 'withdraw', id, '1', 'Moved.')).code).toBe(0);
    expect((await edict('accounts', 'suspend', id, 'Left.')).code).toBe(0);
    expect((await edict('accounts')).out).toMatch(new RegExp(`${id} +person +ann.nguyen +suspended +Ann Nguyen`));
    expect((await edict('accounts', 'resume', id, 'Is back.')).code).toBe(0);
    expect((await edict('accounts', 'end-sessions', id, 'A lost phone.')).code).toBe(0);
    expect((await edict('accounts', 'invite', id, 'A lost phone.')).out).toMatch(/^Invitation, told this once: \S{20}/);
  });

  it('establishes an office, appoints somebody, and ends that', async () => {
    const { id } = await only('accounts', 'open', 'Bo', '--login', 'bo');
    const { stream } = await only('accounts', 'establish', MINISTRY, 'officer', 'Chief of office');
    const office = String(stream).replace('office-', '');
    expect((await edict('accounts', 'appoint', office, String(id), 'holder', '--basis', 'Decision 4')).code).toBe(0);
    expect((await edict('accounts', 'dismiss', office, '1', 'Moved.')).code).toBe(0);
    expect((await edict('accounts', 'offices')).out).toContain(`${office}  officer  open  ${MINISTRY}`);
  });

  it('makes a token with less authority than its account, told once, and revokes it', async () => {
    const days = ['--days', '1', '--reading', '--for', MINISTRY];
    const secret = (await edict('tokens', 'create', 'Import', ...days)).out.trim();
    const asked = () => edictBy(secret, 'inbox', '--unit', MINISTRY, '--json');
    expect((await asked()).code).toBe(0);
    expect((await edictBy(secret, 'inbox', '--unit', 'politburo')).code).toBe(4);
    const listed = await edict('tokens', 'list', '--json');
    expect(listed.out).not.toContain(secret);
    const { id } = lines(listed).find(({ name }) => name === 'Import')!;
    expect((await edict('tokens', 'revoke', String(id))).out).toBe(`${String(id)} is void.\n`);
    expect(await asked()).toMatchObject({ code: 4, out: expect.stringContaining('access/unauthorized') });
  });

  it('makes one for a machine', async () => {
    const { id } = await only('accounts', 'open', 'Importer', '--machine');
    const made = await only('tokens', 'create', 'Nightly', '--account', String(id));
    expect(await edictBy(String(made['secret']), 'accounts', 'show', 'me', '--as', 'leader')).toMatchObject({
      code: 4,
    });
    expect((await edict('tokens', 'revoke', String(made['id']), '--account', String(id))).code).toBe(0);
  });

  it.each([
    ['a verb that there is not', ['accounts', 'close'], 2, 'call/usage'],
    ['a name from the prototype', ['tokens', 'constructor'], 2, 'call/usage'],
    ['a word too few', ['accounts', 'suspend', 'x'], 2, 'call/usage'],
    ['neither a login nor a machine', ['accounts', 'open', 'X'], 2, 'call/usage'],
    ['a grant without its basis', ['accounts', 'grant', 'x', 'officer', '--for', 'y'], 2, 'call/usage'],
    ['days that are none', ['tokens', 'create', 'X', '--days', '1.5'], 2, 'call/usage'],
    [
      'a capacity that there is not',
      ['accounts', 'grant', 'local', 'king', '--for', 'y', '--basis', 'z'],
      4,
      'request/invalid',
    ],
    [
      'authority for oneself',
      ['accounts', 'grant', 'local', 'leader', '--for', MINISTRY, '--basis', 'z'],
      4,
      'account/not-to-oneself',
    ],
    ['another capacity', ['accounts', 'suspend', 'local', 'x', '--as', 'leader'], 4, 'act/not-in-this-capacity'],
  ])('refuses %s, with its exit code', async (_, args, code, rule) => {
    const run = await edict(...args, '--json');
    expect([run.code, lines(run)]).toMatchObject([
      code,
      [{ ok: false, errors: expect.arrayContaining([expect.objectContaining({ rule })]) }],
    ]);
  });
});
