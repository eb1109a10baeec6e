import { execFile } from 'node:child_process';
import { generateKeyPairSync, createPublicKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SMTPServer } from 'smtp-server';

import { startBuilt, type Running } from './testing/built-server.ts';
import { eventually } from './testing/test-server.ts';

type Run = Readonly<{ code: number; out: string; err: string }>;
type Line = Readonly<Record<string, unknown>>;

const ROOT = join(import.meta.dirname, '../../..');
const UNITS = ['ho-chi-minh-national-academy-of-politics', 'government-party-committee', 'politburo'];

jest.setTimeout(180_000);

describe('What goes outside, from the command line beside a running server', () => {
  let dir: string;
  let server: Running;
  let smtp: SMTPServer;
  let takesMail: boolean;
  let key: KeyObject;
  const mails: string[] = [];

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
  const deliveries = async (state: string) => lines(await edict('deliveries', 'list', '--state', state, '--json'));

  beforeAll(async () => {
    takesMail = false;
    smtp = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
      onRcptTo: (_address, _session, done) =>
        done(takesMail ? null : Object.assign(new Error('no such box'), { responseCode: 550 })),
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    smtp.listen(0, '127.0.0.1');
    await once(smtp.server, 'listening');
    const { port } = smtp.server.address() as AddressInfo;
    dir = await mkdtemp(join(tmpdir(), 'edict-outside-'));
    const keyFile = join(dir, 'webhook.pem');
    const pair = generateKeyPairSync('ed25519');
    key = pair.privateKey;
    await writeFile(keyFile, key.export({ type: 'pkcs8', format: 'pem' }));
    server = await startBuilt(dir, {
      EDICT_SMTP_URL: `smtp://127.0.0.1:${port}?tls=false`,
      EDICT_MAIL_FROM: 'edict@gov.example',
      EDICT_WEBHOOK_KEY_FILE: keyFile,
    });
  });
  afterAll(async () => {
    server.signal('SIGTERM');
    await server.ended;
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
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
    expect(wrong.code).toBe(2);
  });

  it('is parked where it is not taken, and sent again to who says why', async () => {
    const days = ['--issued-on', '2025-05-16', '--occurred-at', '2025-05-16T08:00:00+07:00'];
    const args = ['issue', join(ROOT, 'examples/conclusion-155-kl-tw.yaml'), ...days, '--unit', 'secretariat'];
    expect(await edict(...args, '--as', 'secretariat', '--key', 'issue')).toMatchObject({ code: 0 });
    const parked = await eventually(
      () => deliveries('parked'),
      ({ length }) => length > 1,
      90_000,
    );
    const [first, second] = parked.map(({ deliveryId }) => String(deliveryId));
    expect(await edict('deliveries', 'replay', first!)).toMatchObject({ code: 2 });
    takesMail = true;
    expect(await edict('deliveries', 'replay', first!, '--reason', 'The box is there.')).toMatchObject({ code: 0 });
    await eventually(
      () => deliveries('delivered'),
      (all) => all.some(({ deliveryId }) => deliveryId === first),
    );
    expect(mails.some((text) => text.includes(`Edict-Delivery: ${first}`))).toBe(true);
    expect(await edict('deliveries', 'drop', second!, '--reason', 'It is known by now.')).toMatchObject({ code: 0 });
    expect((await deliveries('dropped')).map(({ deliveryId }) => deliveryId)).toContain(second);
    const again = await edict('deliveries', 'drop', first!, '--reason', 'No.');
    expect(again.code).toBe(4);
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
