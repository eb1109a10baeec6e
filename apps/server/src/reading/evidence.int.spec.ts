import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkEvidence, type Evidence } from '@edict/seal/evidence';

import { WRITTEN } from '../http/examples.ts';
import { eventually, openTestServer, textOf, type TestServer } from '../testing/test-server.ts';

const AUDITOR = { 'edict-unit': 'secretariat', 'edict-capacity': 'auditor' };

const checked = (evidence: Evidence) =>
  checkEvidence(evidence, async (octets) => createHash('sha256').update(octets).digest());

describe('Evidence over HTTP', () => {
  let server: TestServer;
  let stream: string;
  const evidenceOf = async (of: string): Promise<Evidence> =>
    (await server.get(`/streams/${of}/evidence`, AUDITOR)).body as Evidence;

  beforeAll(async () => {
    server = await openTestServer();
    const rules = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const said = { document: await textOf('conclusion-155-kl-tw.yaml'), ...rules };
    const { body } = await server.post('/directives', said, { 'edict-unit': 'secretariat' });
    ({ stream } = body as { stream: string });
  });
  afterAll(() => server.close());

  it('holds for a directive and for each of its tasks, event by event, once they are sealed', async () => {
    const tasks = await eventually(
      () => server.all(`/directives/${stream.replace('directive-', '')}/tasks`) as Promise<{ id: string }[]>,
      ({ length }) => length === 512,
    );
    for (const each of [stream, `task-${tasks[0]!.id}`, `task-${tasks[511]!.id}`]) {
      const { checkpointFlaw, events } = await eventually(
        async () => checked(await evidenceOf(each)),
        (found) => found.events.every(({ flaw }) => flaw !== 'notYet'),
      );
      expect([checkpointFlaw, ...events.map(({ flaw }) => flaw)]).toStrictEqual([null, ...events.map(() => null)]);
      expect(events.length).toBeGreaterThan(0);
    }
  });

  it('says the same as the history that everybody reads', async () => {
    const { events } = await evidenceOf(stream);
    const lines = (await server.all(`/streams/${stream}`)) as readonly object[];
    expect(lines).toMatchObject(
      events.map(({ revision, type, data, meta }) => ({ revision, type, data, at: meta['recordedAt'] })),
    );
  });

  it('holds as the description of the API shows it', async () => {
    const { checkpointFlaw, events } = await checked(WRITTEN['get /streams/{stream}/evidence'] as Evidence);
    expect([checkpointFlaw, events]).toStrictEqual([null, [{ revision: 0, flaw: null }]]);
  });

  it('is not for who acts, nor of what is not there', async () => {
    expect(await server.get(`/streams/${stream}/evidence`, { 'edict-unit': 'secretariat' })).toMatchObject({
      ...{ status: 403, body: { code: 'act/not-in-this-capacity' } },
    });
    const nowhere = '/streams/task-00000000-0000-5000-8000-000000000000/evidence';
    expect(await server.get(nowhere, AUDITOR)).toMatchObject({ status: 404, body: { code: 'stream/unknown' } });
  });
});
