import { execFile } from 'node:child_process';
import { generateKeyPairSync, createPublicKey, type KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { startBuilt, type Running } from './testing/built-server.ts';

type Run = Readonly<{ code: number; out: string; err: string }>;
type Line = Readonly<Record<string, unknown>>;

const ROOT = join(import.meta.dirname, '../../..');
const UNITS = ['ho-chi-minh-national-academy-of-politics', 'government-party-committee', 'politburo'];

jest.setTimeout(180_000);

describe('What goes outside, from the command line beside a running server', () => {
  let dir: string;
  let server: Running;
  let key: KeyObject;

  const edict = (...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      const all = [join(ROOT, 'apps/cli/bin/edict.js'), ...args, '--data', dir];
      execFile(process.execPath, all, { maxBuffer: 2 ** 26 }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  const lines = ({ out }: Run): readonly Line[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'edict-outside-'));
    const keyFile = join(dir, 'webhook.pem');
    const pair = generateKeyPairSync('ed25519');
    key = pair.privateKey;
    await writeFile(keyFile, key.export({ type: 'pkcs8', format: 'pem' }));
    server = await startBuilt(dir, {
      EDICT_SMTP_URL: 'smtp://127.0.0.1:9?tls=false', // nothing is to be sent
      EDICT_MAIL_FROM: 'edict@gov.example',
      EDICT_WEBHOOK_KEY_FILE: keyFile,
    });
  });
  afterAll(async () => {
    server.signal('SIGTERM');
    await server.ended;
    await rm(dir, { recursive: true });
  });

  it('is where a secretariat says, in the language that it says, which is listed', async () => {
    for (const unit of UNITS) {
      const run = await edict('subscriptions', 'open', unit, '--mail', `office@${unit}.example`, '--language', 'vi');
      expect(run).toMatchObject({ code: 0, err: '' });
    }
    const listed = lines(await edict('subscriptions', 'list', '--of', UNITS[0]!, '--json'));
    expect(listed).toMatchObject([{ channel: 'mail', language: 'vi', ended: false }]);
    const wrong = await edict('subscriptions', 'open', UNITS[0]!, '--mail', 'a@b', '--language', 'fr');
    expect(wrong.code).toBe(4);
  });

  it('is listed, and what there is not is neither sent again nor given up', async () => {
    const nothing = '377382a2-872e-52f5-a595-b42487faf286';
    expect(await edict('deliveries', 'list', '--state', 'parked')).toMatchObject({ code: 0, err: '' });
    for (const verb of ['replay', 'drop']) {
      expect(await edict('deliveries', verb, nothing)).toMatchObject({ code: 2 });
      const refused = await edict('deliveries', verb, nothing, '--reason', 'The box is there.', '--json');
      expect([refused.code, refused.out]).toStrictEqual([4, expect.stringContaining('delivery/unknown')]);
    }
  });

  it('stands, with all that needs a person, in what operations says', async () => {
    const { code, out } = await edict('operations');
    expect(code).toBe(0);
    for (const title of ['Needs a person', 'Who follows the log', 'Parked streams', 'Parked deliveries'])
      expect(out).toContain(`${title}:`);
    const [health] = lines(await edict('operations', '--json'));
    const told = { status: expect.any(String), concerns: expect.any(Array), lateSince: null, parkedDeliveries: [] };
    expect(health).toMatchObject(told);
    expect(out).toContain('task-notices');
  });

  it('ends where a secretariat says so', async () => {
    const [{ subscription }] = lines(await edict('subscriptions', 'list', '--of', UNITS[1]!, '--json')) as [Line];
    const end = ['subscriptions', 'end', UNITS[1]!, String(subscription), '--reason', 'The box has moved.'];
    expect(await edict(...end)).toMatchObject({ code: 0 });
    expect(lines(await edict('subscriptions', 'list', '--of', UNITS[1]!, '--json'))).toMatchObject([{ ended: true }]);
  });

  it('is signed by a key that can be asked for', async () => {
    const authorization = `Bearer ${(await readFile(join(dir, 'token'), 'utf8')).trim()}`;
    const answer = await fetch(`${server.url}/webhooks/key`, { headers: { authorization } });
    const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
    expect(await answer.json()).toStrictEqual({ publicKey: `whpk_${Buffer.from(x, 'base64url').toString('base64')}` });
    expect((await fetch(`${server.url}/webhooks/key`)).status).toBe(401);
  });
});
