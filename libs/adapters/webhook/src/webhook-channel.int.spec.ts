import { createPublicKey, verify } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SERVER } from '@edict/kurrentdb-server';
import { Undeliverable } from '@edict/runtime';

import { webhookSettings } from './settings.ts';
import { newSigningKey, WebhookChannel } from './webhook-channel.ts';

const NOW = Date.parse('2025-06-25T17:00:00.500Z');
const TOLD = { notice: 'overdue', unit: 'ha-noi', about: 'task-t1', directiveId: 'd1' };
const KEY = '5f0c2c9e-0000-5000-8000-000000000001';

type Heard = Readonly<{ url: string; headers: IncomingHttpHeaders; body: string }>;

describe('A webhook', () => {
  let folder: string;
  let file: string;
  let server: Server;
  let port: number;
  let heard: Heard[];
  let status: number;
  let headers: Record<string, string>;
  let isMute: boolean;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'edict-webhook-'));
    file = join(folder, 'key.pem');
    writeFileSync(file, newSigningKey());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    [heard, status, headers, isMute] = [[], 204, {}, false];
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        heard.push({ url: request.url ?? '', headers: request.headers, body });
        if (!isMute) response.writeHead(status, headers).end('x'.repeat(1_000));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const channel = (allowed = '127.0.0.1', more: ConstructorParameters<typeof WebhookChannel>[1] = {}) => {
    const settings = webhookSettings({
      EDICT_WEBHOOK_KEY_FILE: file,
      ...(allowed === '' ? {} : { EDICT_WEBHOOK_ALLOW: allowed }),
    })!;
    return new WebhookChannel(settings, { now: () => NOW, ...more });
  };
  const send = (address = `http://127.0.0.1:${port}/edict?of=ha-noi`, by = channel()) =>
    by.send({ key: KEY, address, ...TOLD });

  it('tells ids, under the key of the delivery, and nothing else', async () => {
    await send();
    const [{ url, body, headers: got }] = heard as [Heard];
    expect(url).toBe('/edict?of=ha-noi');
    const data = { id: KEY, ...TOLD };
    expect(JSON.parse(body)).toStrictEqual({ type: 'edict.notice', timestamp: '2025-06-25T17:00:00.000Z', data });
    expect(got).toMatchObject({ 'webhook-id': KEY, 'webhook-timestamp': String(Math.floor(NOW / 1_000)) });
  });

  it('is signed as Standard Webhooks say, so that anybody with the public key can check it', async () => {
    const by = channel();
    await send(undefined, by);
    const [{ body, headers: got }] = heard as [Heard];
    const [version, signature = ''] = String(got['webhook-signature']).split(',');
    expect(version).toBe('v1a');
    const x = Buffer.from(by.publicKey.slice('whpk_'.length), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const signed = `${String(got['webhook-id'])}.${String(got['webhook-timestamp'])}.${body}`;
    expect(verify(null, Buffer.from(signed), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from(`${signed} `), key, Buffer.from(signature, 'base64'))).toBe(false);
  });

  it.each([301, 302, 307, 308, 400, 404, 429, 500, 503])('that is answered %i is tried again', async (answer) => {
    status = answer;
    const sent = send();
    await expect(sent).rejects.toThrow(`The receiver said ${answer}.`);
    await expect(sent).rejects.not.toBeInstanceOf(Undeliverable);
  });

  it('follows nobody to another address', async () => {
    status = 307;
    headers = { location: `http://127.0.0.1:${port}/elsewhere` };
    await expect(send()).rejects.toThrow('307');
    expect(heard.map(({ url }) => url)).toStrictEqual(['/edict?of=ha-noi']);
  });

  it('tells nothing to who cannot show that it is the receiver, and is tried again', async () => {
    const other = createSecureServer(SERVER, (request, response) => {
      heard.push({ url: request.url ?? '', headers: request.headers, body: '' });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const sent = send(`https://127.0.0.1:${(other.address() as AddressInfo).port}/edict`);
    await expect(sent).rejects.toThrow(/certificate/);
    await expect(sent).rejects.not.toBeInstanceOf(Undeliverable);
    other.close();
    expect(heard).toStrictEqual([]);
  });

  it('is given up where the receiver is gone', async () => {
    status = 410;
    await expect(send()).rejects.toBeInstanceOf(Undeliverable);
  });

  it('waits for an answer only so long', async () => {
    isMute = true;
    await expect(send(undefined, channel('127.0.0.1', { answerMs: 200 }))).rejects.toThrow(/time/);
  });

  it.each([
    ['http://127.0.0.1:PORT/', ''],
    ['https://127.0.0.1:PORT/', ''],
    ['https://[::1]:PORT/', ''],
    ['https://[::ffff:127.0.0.1]:PORT/', ''],
    ['https://2130706433:PORT/', ''],
    ['https://169.254.169.254/latest/meta-data', ''],
    ['https://localhost:PORT/', '10.0.0.0/8'],
    ['http://1.1.1.1/', '10.0.0.0/8'],
  ])('goes nowhere that is not public and not listed: %s with %j', async (address, allowed) => {
    const sent = send(address.replace('PORT', String(port)), channel(allowed));
    await expect(sent).rejects.toBeInstanceOf(Undeliverable);
    expect(heard).toStrictEqual([]);
  });

  it.each([
    ['https://127.0.0.1/', '', 'notPublic'],
    ['https://[::ffff:10.0.0.1]/', '', 'notPublic'],
    ['https://inside.example/', '', 'notPublic'],
    ['http://1.1.1.1/', '', 'withoutTls'],
    ['http://10.0.0.1/', '', 'withoutTls'],
    ['http://10.0.0.1/', '10.0.0.0/8', undefined],
    ['https://inside.example/', '10.0.0.0/8', undefined],
    ['https://1.1.1.1/', '', undefined],
    ['http://nowhere.example/', '', undefined],
    ['https://silent.example/', '', undefined],
  ])('says before anything is sent what can be known: %s with %j', async (address, allowed, barred) => {
    const names: Readonly<Record<string, () => Promise<readonly LookupAddress[]>>> = {
      'inside.example': async () =>
        [
          { address: '1.1.1.1', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ].slice(allowed === '' ? 0 : 1),
      'nowhere.example': () => Promise.reject(new Error('ENOTFOUND')),
      'silent.example': () => new Promise(() => undefined),
    };
    const by = channel(allowed, { resolve: (host) => names[host]!(), lookupMs: 50 });
    expect(await by.barred(address)).toBe(barred);
  });

  it('calls the address that was looked at, and not what the name says the next time', async () => {
    const answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '10.0.0.1', family: 4 }]];
    let asked = 0;
    const resolve = async () => answers[asked++]!;
    await send(`http://rebound.example:${port}/`, channel('127.0.0.1', { resolve }));
    expect([asked, heard.length]).toStrictEqual([1, 1]);
    expect(heard[0]?.headers.host).toBe(`rebound.example:${port}`);
  });

  it('goes nowhere where one of several addresses of a name is private', async () => {
    const resolve = async () => [
      { address: '1.1.1.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    await expect(send('https://mixed.example/', channel('', { resolve }))).rejects.toBeInstanceOf(Undeliverable);
  });

  it('is tried again where its name is not known now', async () => {
    const resolve = async () => [];
    const sent = send('https://nowhere.example/', channel('', { resolve }));
    await expect(sent).rejects.not.toBeInstanceOf(Undeliverable);
  });

  it('waits only so long for what its name says, and is tried again', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    const sent = send('https://silent.example/', channel('', { resolve, lookupMs: 50 }));
    await expect(sent).rejects.toThrow('in time');
    await expect(sent).rejects.not.toBeInstanceOf(Undeliverable);
  });
});

describe('The settings of webhooks', () => {
  it('are none without a key, and name what is wrong', () => {
    expect(webhookSettings({})).toBeUndefined();
    expect(() => webhookSettings({ EDICT_WEBHOOK_KEY_FILE: '/hunter2' })).toThrow('EDICT_WEBHOOK_KEY_FILE must name');
    const wrong = () => webhookSettings({ EDICT_WEBHOOK_KEY_FILE: '/none', EDICT_WEBHOOK_ALLOW: 'hunter2' });
    expect(wrong).toThrow('EDICT_WEBHOOK_ALLOW must be');
    expect(wrong).not.toThrow('hunter2');
  });
});
