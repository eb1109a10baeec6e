import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outgoing } from '@edict/runtime';

import { documentOf, unitsOf } from '../testing/matrix-world.ts';
import { eventually, openTestServer, type Answer, type TestServer } from '../testing/test-server.ts';
import { startTracing } from './tracing.ts';

const SECRETARIAT = { 'edict-capacity': 'secretariat' };
const UNITS = ['issuer', 'performer', 'superior', 'coordinator', 'addressee', 'committee', 'desk', 'submitter'];
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

const TASK = `  - {ref: '1-1', clause: '1', statement: 'Draft it.', kind: once, accountable: [performer], lead: [performer], leadBasis: stated, urgency: false,
     coordinating: [coordinator], reportsTo: [addressee], due: {on: 2025-06-10, bound: by, firmness: firm}}`;

const by = (unit: string) => ({ 'edict-unit': unit });
const streamOf = ({ body }: Answer): string => (body as { stream: string }).stream;

type Span = Readonly<{
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  links?: readonly Readonly<{ traceId: string }>[];
  attributes: readonly Readonly<{ key: string; value: Readonly<Record<string, string | number>> }>[];
}>;
type Exported = Readonly<{ resourceSpans: readonly { scopeSpans: readonly { spans: readonly Span[] }[] }[] }>;

/** A collector as OTLP over HTTP describes one, which keeps what it is told. */
const openCollector = async (spans: Span[]): Promise<Server> => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(parts).toString()) as Exported;
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

describe('What is traced', () => {
  const spans: Span[] = [];
  const sent: Outgoing[] = [];
  let collector: Server;
  let server: TestServer;
  let before: NodeJS.ProcessEnv;
  let stream: string;

  beforeAll(async () => {
    collector = await openCollector(spans);
    before = { ...process.env };
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    const end = startTracing('all');
    const mail = {
      send: (message: Outgoing) => {
        sent.push(message);
        return Promise.resolve();
      },
    };
    server = await openTestServer(undefined, undefined, { channels: { mail } });
    try {
      await bring();
    } finally {
      await server.close();
      await end();
    }
  }, 60_000);
  afterAll(() => {
    process.env = before;
    collector.close();
  });

  /** An obstacle is brought to a standing unit, which is told of it by mail. */
  const bring = async () => {
    await server.post('/units', { document: unitsOf(...UNITS) }, SECRETARIAT);
    await server.post('/units/desk/subscriptions', { channel: 'mail', address: 'office@desk.example' }, SECRETARIAT);
    const said = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
    const issued = await server.post('/directives', { document: documentOf(1, [TASK]), ...said }, by('issuer'));
    const directiveId = streamOf(issued).slice('directive-'.length);
    await eventually(
      () => server.all(`/directives/${directiveId}/tasks`),
      ({ length }) => length === 1,
    );
    const setUp = await server.post(`/directives/${directiveId}/standing-units`, {}, by('desk'));
    expect(setUp).toMatchObject({ status: 201 });
    const matter = { directiveId, desk: 'desk', kind: 'obstacle', subject: 'Which of two dates holds?' };
    const traced = { ...by('submitter'), traceparent: `00-${TRACE}-${CALLER}-01` };
    const received = await server.post('/matters', matter, traced);
    expect(received).toMatchObject({ status: 201 });
    stream = streamOf(received);
    await eventually(
      () => server.all('/deliveries', SECRETARIAT),
      ({ length }) => length > 0,
    );
    server.setTime('2025-05-20T03:00:00Z');
    await eventually(
      () => Promise.resolve(sent),
      ({ length }) => length > 0,
    );
  };

  const ofTrace = () => spans.filter(({ traceId }) => traceId === TRACE);
  const valueOf = ({ attributes }: Span, key: string) =>
    Object.values(attributes.find((each) => each.key === key)?.value ?? {})[0];

  it('is a request under the one that it came of', () => {
    const [request, ...others] = ofTrace().filter(({ name }) => name === 'POST ReceiveMatter');
    expect(others).toStrictEqual([]);
    expect(request).toMatchObject({ parentSpanId: CALLER });
    expect(valueOf(request!, 'http.response.status_code')).toBe(201);
  });

  it('is each append, with where in the log it is, under its request', () => {
    const request = ofTrace().find(({ name }) => name === 'POST ReceiveMatter')!;
    const append = ofTrace().find((span) => valueOf(span, 'edict.stream') === stream)!;
    expect(append).toMatchObject({ name: 'append', parentSpanId: request.spanId });
    expect(valueOf(append, 'edict.revision')).toBe(0);
  });

  it('is what went outside because of it, in the same trace, though another follows the log', () => {
    const delivery = ofTrace().find(({ name }) => name === 'deliver mail')!;
    expect(valueOf(delivery, 'edict.delivery')).toBe(sent.at(-1)!.key);
  });

  it('is what time alone has caused as a trace of its own, linked to the one in which its alarm was set', () => {
    const isDue = (span: Span) => valueOf(span, 'edict.type') === 'DeliveryDue';
    const [due, ...others] = spans.filter(
      (span) => isDue(span) && span.links?.some(({ traceId }) => traceId === TRACE),
    );
    expect(others).toStrictEqual([]);
    expect(due).toMatchObject({ name: 'append', links: [{ traceId: TRACE }] });
    expect(valueOf(due!, 'edict.stream')).toBe(`delivery-${sent.at(-1)!.key}`);
    expect(due!.traceId).not.toBe(TRACE);
  });

  it('is no address and nothing that somebody said', () => {
    expect(spans.length).toBeGreaterThan(5);
    expect(JSON.stringify(spans)).not.toMatch(/two dates|office@desk|\/matters/);
  });
});
