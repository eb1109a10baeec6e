import { createHash, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { eventually, openTestServer, textOf, TOKEN, type TestServer } from '../testing/test-server.ts';
import { DOCX, zipOf } from '../testing/zip-file.ts';
import { MOST_BYTES } from './attaching.ts';

type Task = Readonly<{
  id: string;
  unit: string | null;
  accountable: string[];
  lead: string[];
  coordinating: string[];
}>;
type Answered = Readonly<{ status: number; headers: Headers; body: unknown }>;

const SECRETARIAT = { 'edict-unit': 'secretariat' };
const GOVERNMENT = { 'edict-unit': 'government-party-committee' };
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);

let server: TestServer;
let url: string;
let directive: string;
let tasks: readonly Task[];
let about: string;
let keys = 0;

const upload = async (
  content: string | Buffer | ReadableStream,
  headers: Record<string, string> = {},
  to = about,
): Promise<Answered> => {
  const answer = await fetch(`${url}/attachments?about=${to}`, {
    method: 'POST',
    body: content,
    duplex: 'half',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/octet-stream',
      'idempotency-key': `file-${keys++}`,
      'edict-file-name': 'report.pdf',
      'edict-classification': 'open',
      ...GOVERNMENT,
      ...headers,
    },
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
};

/** What is refused is not kept: neither an event nor a file. */
const expectRefused = async (answer: Promise<Answered>, status: number, code: string): Promise<void> => {
  const before = await server.store.head();
  expect(await answer).toMatchObject({ status, body: { code } });
  expect(await server.store.head()).toBe(before);
};

beforeAll(async () => {
  server = await openTestServer();
  await server.app.listen(0, '127.0.0.1');
  url = await server.app.getUrl();
  const document = await textOf('conclusion-155-kl-tw.yaml');
  const said = { document, policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
  const { body } = await server.post('/directives', said, SECRETARIAT);
  directive = (body as { stream: string }).stream.replace('directive-', '');
  tasks = (await eventually(
    () => server.all(`/directives/${directive}/tasks`),
    ({ length }) => length === 512,
  )) as readonly Task[];
  about = `task-${tasks.find(({ unit }) => unit === GOVERNMENT['edict-unit'])!.id}`;
});
afterAll(() => server.close());

describe('A file', () => {
  it('is attached, listed, and comes back byte for byte, to be saved and never to be run', async () => {
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    const name = encodeURIComponent('Báo cáo "quý".pdf');
    const attached = await upload(PDF, { 'edict-file-name': name });
    expect(attached).toMatchObject({ status: 201, body: { revision: 0 } });
    const { stream, position } = attached.body as { stream: string; position: string };
    const id = stream.replace('attachment-', '');
    const listed = await server.get(`/attachments?about=${about}`, { 'if-position-at-least': position });
    const row = {
      id,
      about,
      directiveId: directive,
      sha256,
      bytes: PDF.length,
      mediaType: 'application/pdf',
      level: 'open',
    };
    expect(listed.body).toMatchObject({ items: [{ ...row, name: 'Báo cáo "quý".pdf' }], next: null });
    expect((await server.get(`/attachments/${id}`)).body).toMatchObject(row);
    expect(await server.all(`/streams/${stream}`)).toMatchObject([{ type: 'FileAttached', data: { sha256 } }]);

    const answer = await fetch(`${url}/attachments/${id}/content`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="B_o c_o _qu__.pdf"; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  it('that is sent again is the same attachment', async () => {
    const first = await upload(zipOf(DOCX), { 'edict-file-name': 'a.docx' });
    expect((await upload(zipOf(DOCX), { 'edict-file-name': 'b.docx' })).body).toStrictEqual(first.body);
  });

  it('of no kind that is taken is refused, and so is one that is not what it is called', async () => {
    await expectRefused(upload('<html></html>', { 'edict-file-name': 'a.html' }), 415, 'attachment/type');
    await expectRefused(upload(PDF, { 'edict-file-name': 'a.docx' }), 415, 'attachment/type');
    const bomb = zipOf([...DOCX, { name: 'bomb', content: Buffer.alloc(5_000_000) }]);
    await expectRefused(upload(bomb, { 'edict-file-name': 'a.docx' }), 422, 'attachment/unsafe-archive');
    await expectRefused(upload(''), 422, 'attachment/empty');
    await expectRefused(upload(PDF, { 'edict-file-name': '..%2Fa.pdf' }), 400, 'attachment/name');
  });

  it('that is too large is refused while it comes', async () => {
    const chunk = Buffer.alloc(1_000_000);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += chunk.length;
        if (sent > 4 * MOST_BYTES) controller.close();
        else controller.enqueue(chunk);
      },
    });
    await expectRefused(upload(endless), 413, 'attachment/too-large');
  });

  it('has the label of what it is attached to, and none above the ceiling', async () => {
    await expectRefused(upload(PDF, { 'edict-classification': 'internal' }), 422, 'attachment/other-label');
    await expectRefused(upload(PDF, { 'edict-classification': 'secret' }), 422, 'attachment/above-ceiling');
    await expectRefused(upload(PDF, { 'edict-classification': 'mine' }), 400, 'attachment/level');
  });

  it('is attached by a unit that the thing concerns, and to what is there', async () => {
    const own = GOVERNMENT['edict-unit'];
    const unitsOf = ({ unit, accountable, lead, coordinating }: Task) => [
      unit,
      ...accountable,
      ...lead,
      ...coordinating,
    ];
    const strange = tasks.find((task) => !unitsOf(task).includes(own))!;
    await expectRefused(upload(PDF, {}, `task-${strange.id}`), 403, 'attachment/not-yours');
    const nothing = 'task-00000000-0000-4000-8000-000000000000';
    await expectRefused(upload(PDF, {}, nothing), 404, 'attachment/unknown');
    await expectRefused(upload(PDF, {}, 'unit-ministry'), 400, 'request/invalid');
    await expectRefused(upload(PDF, { 'edict-capacity': 'auditor' }), 403, 'act/not-in-this-capacity');
    expect((await upload(PDF, SECRETARIAT, `directive-${directive}`)).status).toBe(201);
  });

  it('comes as bytes to the route for files, and nowhere else', async () => {
    await expectRefused(upload('{}', { 'content-type': 'application/json' }), 415, 'body/unsupported-media-type');
    await expectRefused(upload('x', { 'content-type': 'text/plain' }), 415, 'body/unsupported-media-type');
    const elsewhere = await fetch(`${url}/matters`, {
      method: 'POST',
      body: PDF,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/octet-stream' },
    });
    expect(elsewhere.status).toBe(415);
  });

  it('that was never attached is not there', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    for (const path of [`/attachments/${id}`, `/attachments/${id}/content`])
      expect(await server.get(path)).toMatchObject({ status: 404, body: { code: 'attachment/unknown' } });
  });
});
