import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Undeliverable } from '@edict/runtime';
import { SMTPServer } from 'smtp-server';

import { MailChannel } from './mail-channel.ts';
import { mailSettings } from './settings.ts';

const MESSAGE = {
  ...{ key: '5f0c2c9e-0000-5000-8000-000000000001', address: 'office@hanoi.example', notice: 'overdue' },
  ...{ unit: 'ha-noi', about: 'task-t1', directiveId: 'd1' },
};

type Answer = Error | undefined;
const saying = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

const isQuoted = (head: string) => /content-transfer-encoding: quoted-printable/i.test(head);
const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe('Mail', () => {
  let server: SMTPServer;
  let port: number;
  let mails: { to: readonly string[]; text: string }[];
  let answer: () => Answer;

  beforeEach(async () => {
    mails = [];
    answer = () => undefined;
    server = new SMTPServer({
      ...{ authOptional: true, allowInsecureAuth: true, disabledCommands: ['STARTTLS'] },
      onAuth: ({ username, password }, _, done) =>
        username === 'edict' && password === 'p@ss' ? done(null, { user: username }) : done(saying(535)),
      onRcptTo: (_address, _session, done) => done(answer()),
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          mails.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
          done();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    ({ port } = server.server.address() as AddressInfo);
  });
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const channel = (url = `smtp://127.0.0.1:${port}?tls=false`) =>
    new MailChannel(
      mailSettings({ EDICT_SMTP_URL: url, EDICT_MAIL_FROM: 'edict@gov.example' }, 'https://edict.example')!,
    );

  it.each([
    [undefined, 'Notice: Overdue', 'Read it at'],
    ['vi', 'Thông báo: Quá hạn', 'Xem tại'],
    ['ru', 'Уведомление: Просрочено', 'Читать:'],
    ['uk', 'Повідомлення: Прострочено', 'Читати:'],
  ])('is in the language of who gets it: %s', async (language, notice, read) => {
    await channel().send({ ...MESSAGE, ...(language && { language }) });
    const [head = '', body = ''] = mails[0]!.text.split('\r\n\r\n', 2);
    const isCoded = /content-transfer-encoding: base64/i.test(head);
    const text = isCoded ? Buffer.from(mails[0]!.text.split('\r\n\r\n')[1]!, 'base64').toString() : mails[0]!.text;
    expect([head, body].join()).toContain('Edict-Notice: overdue');
    expect(isQuoted(head) ? unquoted(text) : text).toContain(notice);
    expect(isQuoted(head) ? unquoted(text) : text).toContain(read);
  });

  it('says what it is about by ids, and where to read it, under an id that stays the same', async () => {
    await channel().send(MESSAGE);
    await channel().send(MESSAGE);
    expect(mails.map(({ to }) => to)).toStrictEqual([[MESSAGE.address], [MESSAGE.address]]);
    for (const { text } of mails) {
      expect(text).toContain(`Message-ID: <${MESSAGE.key}@gov.example>`);
      expect(text).toContain('Auto-Submitted: auto-generated');
      expect(text).toContain('About: task-t1');
      expect(text).toContain('https://edict.example/');
    }
  });

  it('signs in where the address says so', async () => {
    await channel(`smtp://edict:p%40ss@127.0.0.1:${port}?tls=false`).send(MESSAGE);
    expect(mails.length).toBe(1);
    const wrong = channel(`smtp://edict:hunter2@127.0.0.1:${port}?tls=false`).send(MESSAGE);
    await expect(wrong).rejects.toThrow('535');
    await expect(wrong).rejects.not.toThrow('hunter2');
  });

  it('is tried again where the server is busy, and not where it says no for good', async () => {
    answer = () => saying(451);
    const busy = channel().send(MESSAGE);
    await expect(busy).rejects.toThrow('451');
    await expect(busy).rejects.not.toBeInstanceOf(Undeliverable);
    answer = () => saying(550);
    await expect(channel().send(MESSAGE)).rejects.toBeInstanceOf(Undeliverable);
  });

  it('does not go to a server that speaks no TLS unless that is said', async () => {
    const plain = new SMTPServer({ disabledCommands: ['STARTTLS'], authOptional: true });
    plain.listen(0, '127.0.0.1');
    await once(plain.server, 'listening');
    const to = (plain.server.address() as AddressInfo).port;
    const refused = channel(`smtp://127.0.0.1:${to}`).send(MESSAGE);
    await expect(refused).rejects.toThrow('The mail server');
    await expect(refused).rejects.not.toBeInstanceOf(Undeliverable);
    await new Promise<void>((resolve) => plain.close(() => resolve()));
  });

  it('is tried again where nobody answers', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port: nobody } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    await expect(channel(`smtp://127.0.0.1:${nobody}?tls=false`).send(MESSAGE)).rejects.toThrow('ESOCKET');
  });
});
