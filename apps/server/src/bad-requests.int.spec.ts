import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTestServer, textOf, TOKEN, type Answer, type TestServer } from './testing/test-server.ts';

/** Text is sent as it is. */
type Sent = Readonly<{
  method?: 'POST' | 'DELETE';
  body?: unknown;
  headers?: Readonly<Record<string, string | undefined>>;
}>;

/** `answer`: status and code; or, where the request is not as its description says, 400, and where and why. */
type Case = readonly [of: string, url: string, answer: string, sent?: Sent];

const ID = '377382a2-872e-52f5-a595-b42487faf286';
const ACKNOWLEDGE = `/tasks/${ID}/acknowledge`;
const ONE = { assignment: 1 };
const NOBODY = { authorization: undefined };
const NO_UNIT = { 'edict-unit': undefined };
const key = (value: string | undefined) => ({ 'idempotency-key': value });
const ifMatch = (value: string) => ({ 'if-match': value });
const type = (value: string) => ({ 'content-type': value });
const nested = (levels: number) => `{"assignment":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const basic = (password: string) => `Basic ${Buffer.from(`me:${password}`).toString('base64')}`;
const matter = (over: object) => ({ directiveId: ID, kind: 'content', subject: 'It', desk: 'secretariat', ...over });
const RULES = { policyId: 'vn-party', calendarId: 'vn-working-days', issuedOn: '2025-05-16' };
const issue = (over: object) => ({ document: '', ...RULES, ...over });

const REGISTRAR = { 'edict-capacity': 'secretariat' };

const ACCESS: readonly Case[] = [
  ['nobody', '/directives', '401 access/unauthorized', { headers: NOBODY }],
  ['a wrong token', '/directives', '401 access/unauthorized', { headers: { authorization: 'Bearer x' } }],
  ['no token', '/directives', '401 access/unauthorized', { headers: { authorization: 'Bearer ' } }],
  ['the bare token', '/directives', '401 access/unauthorized', { headers: { authorization: TOKEN } }],
  ['a wrong password', '/directives', '401 access/unauthorized', { headers: { authorization: basic('x') } }],
  ['broken Basic', '/directives', '401 access/unauthorized', { headers: { authorization: 'Basic %%%' } }],
  ['nobody about health', '/health', '401 access/unauthorized', { headers: NOBODY }],
  ['nobody for the documentation', '/api/docs', '401 access/unauthorized', { headers: NOBODY }],
  ['nobody for its styles', '/api/docs/swagger-ui.css', '401 access/unauthorized', { headers: NOBODY }],
  ['nobody for the description', '/api/openapi.json', '401 access/unauthorized', { headers: NOBODY }],
  ['nobody for what there is not', '/nothing', '401 access/unauthorized', { headers: NOBODY }],
  ['nobody by a method that there is not', '/tasks', '401 access/unauthorized', { method: 'DELETE', headers: NOBODY }],
  ['nobody with a command', ACKNOWLEDGE, '401 access/unauthorized', { body: ONE, headers: NOBODY }],
  ['a unit that is not registered', '/inbox', '403 request/unit-unknown', { headers: { 'edict-unit': 'nobody' } }],
  ['a unit that is no name', '/inbox', '403 request/unit-unknown', { headers: { 'edict-unit': '../etc/passwd' } }],
  ['a capacity that there is not', '/inbox', '400 request/capacity', { headers: { 'edict-capacity': 'king' } }],
  ['a question about a unit without one', '/inbox', '400 request/unit-missing', { headers: NO_UNIT }],
  ['notices of no unit', '/notices', '400 request/unit-missing', { headers: NO_UNIT }],
  ['a command for no unit', ACKNOWLEDGE, '400 request/unit-missing', { body: ONE, headers: NO_UNIT }],
];

const HEADERS: readonly Case[] = [
  ['no Idempotency-Key', ACKNOWLEDGE, '400 request/idempotency-key-missing', { body: ONE, headers: key(undefined) }],
  ['a blank Idempotency-Key', ACKNOWLEDGE, '400 request/idempotency-key-missing', { body: ONE, headers: key(' ') }],
  [
    'a long Idempotency-Key',
    ACKNOWLEDGE,
    '400 request/idempotency-key-too-long',
    { body: ONE, headers: key('k'.repeat(201)) },
  ],
  ['If-Match without quotation marks', ACKNOWLEDGE, '400 request/if-match', { body: ONE, headers: ifMatch('1') }],
  ['If-Match with a star', ACKNOWLEDGE, '400 request/if-match', { body: ONE, headers: ifMatch('*') }],
  ['If-Match with a nought before it', ACKNOWLEDGE, '400 request/if-match', { body: ONE, headers: ifMatch('"01"') }],
  ['If-Match with many', ACKNOWLEDGE, '400 request/if-match', { body: ONE, headers: ifMatch('"1", "2"') }],
  [
    'If-Match for a units file',
    '/units',
    '400 request/if-match',
    { body: { document: 'units: []' }, headers: { 'if-match': '"1"', ...REGISTRAR } },
  ],
  ['a position that is none', '/directives', '400 request/position', { headers: { 'if-position-at-least': '; drop' } }],
];

const BODIES: readonly Case[] = [
  ['no body', ACKNOWLEDGE, '400 /assignment isInt', { method: 'POST' }],
  ['an empty body', ACKNOWLEDGE, '400 body/not-json', { body: '' }],
  ['half a body', ACKNOWLEDGE, '400 body/not-json', { body: '{"assignment":' }],
  ['NaN', ACKNOWLEDGE, '400 body/not-json', { body: '{"assignment":NaN}' }],
  ['a list', ACKNOWLEDGE, '400 body/not-an-object', { body: '[1]' }],
  ['a number', ACKNOWLEDGE, '400 body/not-an-object', { body: '7' }],
  ['null', ACKNOWLEDGE, '400 body/not-an-object', { body: 'null' }],
  ['a key twice', ACKNOWLEDGE, '400 body/not-json', { body: '{"assignment":1,"assignment":2}' }],
  ['a key twice, escaped', ACKNOWLEDGE, '400 body/not-json', { body: '{"assignment":1,"\\u0061ssignment":2}' }],
  [
    'JSON in another charset',
    ACKNOWLEDGE,
    '415 body/unsupported-media-type',
    { body: ONE, headers: type('application/json; charset=latin1') },
  ],
  ['bytes that are not UTF-8', ACKNOWLEDGE, '400 body/not-utf-8', { body: Buffer.from('7b22613f223a22ff227d', 'hex') }],
  ['a prototype', ACKNOWLEDGE, '400 body/forbidden-key', { body: '{"assignment":1,"__proto__":{"admin":true}}' }],
  ['a constructor', ACKNOWLEDGE, '400 body/forbidden-key', { body: '{"assignment":1,"constructor":{"prototype":{}}}' }],
  ['a key that every object has', ACKNOWLEDGE, '400 body/forbidden-key', { body: { assignment: 1, toString: 'x' } }],
  ['nine levels', ACKNOWLEDGE, '400 body/too-deep', { body: nested(9) }],
  ['a hundred thousand levels', ACKNOWLEDGE, '400 body/too-deep', { body: nested(100_000) }],
  ['plain text', ACKNOWLEDGE, '415 body/unsupported-media-type', { body: 'assignment=1', headers: type('text/plain') }],
  [
    'a form',
    ACKNOWLEDGE,
    '415 body/unsupported-media-type',
    { body: 'assignment=1', headers: type('application/x-www-form-urlencoded') },
  ],
  [
    'a body that is packed, or said to be',
    ACKNOWLEDGE,
    '415 body/unsupported-media-type',
    { body: ONE, headers: { 'content-encoding': 'gzip' } },
  ],
  ['XML', ACKNOWLEDGE, '415 body/unsupported-media-type', { body: '<a/>', headers: type('application/xml') }],
  ['more than 256 KiB', ACKNOWLEDGE, '413 body/too-large', { body: { report: 'x'.repeat(300_000) } }],
  [
    'a document of more than 5 MiB',
    '/directives',
    '413 body/too-large',
    { body: issue({ document: 'x'.repeat(5_300_000) }) },
  ],
];

const FIELDS: readonly Case[] = [
  ['an unknown key', ACKNOWLEDGE, '400 /dueOn unknownKey', { body: { assignment: 1, dueOn: 'tomorrow' } }],
  [
    'a fact that is not theirs to state',
    `/tasks/${ID}/assign`,
    '400 /committee unknownKey',
    { body: { unit: 'secretariat', committee: {} } },
  ],
  ['a number as text', ACKNOWLEDGE, '400 /assignment isInt', { body: { assignment: '1' } }],
  ['assignment zero', ACKNOWLEDGE, '400 /assignment min', { body: { assignment: 0 } }],
  ['half an assignment', ACKNOWLEDGE, '400 /assignment isInt', { body: { assignment: 1.5 } }],
  ['a number that is too great', ACKNOWLEDGE, '400 /assignment isInt', { body: '{"assignment":1e400}' }],
  ['an unsafe number', ACKNOWLEDGE, '400 /assignment max', { body: '{"assignment":9007199254740993}' }],
  ['null for what may be left out', ACKNOWLEDGE, '400 /evidence words', { body: { assignment: 1, evidence: null } }],
  ['a report of nothing', `/tasks/${ID}/submit`, '400 /report words', { body: { assignment: 1, report: '  ' } }],
  [
    'a report that is a map',
    `/tasks/${ID}/submit`,
    '400 /report words',
    { body: { assignment: 1, report: { sealed: 'x' } } },
  ],
  ['half a character', `/tasks/${ID}/submit`, '400 /report words', { body: '{"assignment":1,"report":"\\ud800"}' }],
  ['a NUL', `/tasks/${ID}/submit`, '400 /report words', { body: { assignment: 1, report: 'a\0b' } }],
  [
    'a report without end',
    `/tasks/${ID}/submit`,
    '400 /report words',
    { body: { assignment: 1, report: 'x'.repeat(20_001) } },
  ],
  [
    'an instant without offset',
    ACKNOWLEDGE,
    '400 /occurredAt moment',
    { body: { assignment: 1, occurredAt: '2025-05-16T09:00:00' } },
  ],
  [
    'an instant that is none',
    ACKNOWLEDGE,
    '400 /occurredAt moment',
    { body: { assignment: 1, occurredAt: '2025-06-31T09:00:00Z' } },
  ],
  [
    'an instant as a number',
    ACKNOWLEDGE,
    '400 /occurredAt moment',
    { body: { assignment: 1, occurredAt: 1_750_000_000 } },
  ],
  [
    'a year of six digits',
    ACKNOWLEDGE,
    '400 /occurredAt moment',
    { body: { assignment: 1, occurredAt: '+010000-01-01T00:00:00Z' } },
  ],
  ['a day that is none', '/directives', '400 /issuedOn day', { body: issue({ issuedOn: '2025-06-31' }) }],
  ['a policy with a path', '/directives', '400 /policyId name', { body: issue({ policyId: '../x' }) }],
  ['no document', '/directives', '400 /document fileText', { body: issue({ document: undefined }) }],
  ['an escalation by a person', '/matters', '400 /kind isIn', { body: matter({ kind: 'escalation' }) }],
  ['an office that there is not', '/matters', '400 /office isIn', { body: matter({ office: 'loft' }) }],
  ['a directive that is no id', '/matters', '400 /directiveId id', { body: matter({ directiveId: '155-KL/TW' }) }],
];

const PATHS: readonly Case[] = [
  ['a task that is no id', '/tasks/5.b3-1', '400 /id id'],
  ['an id in capitals', `/tasks/${ID.toUpperCase()}`, '400 /id id'],
  ['a stream that is none', '/streams/task', '400 /stream matches'],
  ['a stream with a quotation mark', "/streams/task-'", '400 /stream matches'],
  ['a name that is too long', `/lookup/${'x'.repeat(350)}`, '400 /id isLength'],
  ['a broken escape', '/tasks/%E0%A4%A', '400 request/malformed'],
  ['a parameter that is too long', `/tasks/${'x'.repeat(500)}`, '400 request/malformed'],
  ['an asOf that is none', `/tasks/${ID}?asOf=yesterday`, '400 /asOf moment'],
  ['two of them', `/tasks/${ID}?asOf=2025-05-16T00:00Z&asOf=2025-05-17T00:00Z`, '400 /asOf moment'],
  ['a question nobody knows', `/tasks/${ID}?of=all`, '400 /of unknownKey'],
  ['a question of a moment where none is taken', '/units/secretariat?asOf=2025-05-16T00:00Z', '400 /asOf unknownKey'],
  ['a question beside a command', `${ACKNOWLEDGE}?dryRun=true`, '400 /dryRun unknownKey', { body: ONE }],
  ['a question for a prototype', '/tasks?__proto__=1', '400 /__proto__ unknownKey'],
  ['a question for a constructor', '/tasks?limit=1&constructor=1', '400 /constructor unknownKey'],
  ['a question by what every object has', '/inbox?valueOf=1', '400 /valueOf unknownKey'],
  ['matters of a unit that is no name', '/matters?unit=A%20B', '400 /unit name'],
  ['a path that there is not', '/nothing', '404 route/unknown'],
  ['a method that there is not', '/directives', '405 route/method', { method: 'DELETE' }],
  ['another verb', `/tasks/${ID}/forget`, '404 route/unknown', { body: {} }],
  ['a command that is asked for', ACKNOWLEDGE, '405 route/method'],
];

const UNKNOWN: readonly Case[] = [
  ['a task', `/tasks/${ID}`, '404 task/unknown'],
  ['its history', `/tasks/${ID}/history`, '404 task/unknown'],
  ['an act on it', ACKNOWLEDGE, '404 task/unknown', { body: ONE }],
  ['a directive', `/directives/${ID}`, '404 directive/unknown'],
  ['its tasks', `/directives/${ID}/tasks`, '404 directive/unknown'],
  ['its findings', `/directives/${ID}/findings`, '404 directive/unknown'],
  ['its standing units', `/directives/${ID}/standing-units`, '404 directive/unknown'],
  ['watching it', `/directives/${ID}/watch`, '404 directive/unknown', { body: { from: '2025-05-16T00:00Z' } }],
  ['a matter', `/matters/${ID}`, '404 matter/unknown'],
  ['a matter about a directive that there is not', '/matters', '404 directive/unknown', { body: matter({}) }],
  ['a stream', `/streams/task-${ID}`, '404 stream/unknown'],
  ['a name', '/lookup/nobody', '404 name/unknown'],
];

const DOCUMENTS: readonly Case[] = [
  ['an empty file', '/directives', '422 document/invalid', { body: issue({}) }],
  ['a file that is no YAML', '/directives', '422 document/invalid', { body: issue({ document: 'a: [' }) }],
  [
    'an alias bomb',
    '/directives',
    '422 document/invalid',
    { body: issue({ document: 'a: &a [x, x]\nb: &b [*a, *a]\ndirective: [*b, *b]' }) },
  ],
  ['a file of another kind', '/directives', '422 document/invalid', { body: issue({ document: 'units: []' }) }],
  [
    'a script where units are wanted',
    '/units',
    '422 document/invalid',
    { body: { document: '[]' }, headers: REGISTRAR },
  ],
  [
    'units where a policy is wanted',
    '/references',
    '422 document/invalid',
    { body: { document: 'units: []' }, headers: REGISTRAR },
  ],
];

const ALL = { ACCESS, HEADERS, BODIES, FIELDS, PATHS, UNKNOWN, DOCUMENTS };

describe('A bad request', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  const send = async (url: string, { method, body, headers = {} }: Sent): Promise<Answer> => {
    const all: Readonly<Record<string, string | undefined>> = {
      authorization: `Bearer ${TOKEN}`,
      'edict-unit': 'secretariat',
      'idempotency-key': 'k',
      ...(body === undefined ? {} : type('application/json')),
      ...headers,
    };
    const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    const answer = await server.app.inject({
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      url,
      headers: Object.fromEntries(sent),
      ...(body === undefined ? {} : { payload: body as string }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) as Problem };
  };

  type Problem = Readonly<{ status: number; code: string; detail: string; errors?: readonly Record<string, string>[] }>;

  const inShort = ({ status, code, errors }: Problem): string => {
    const [first] = errors ?? [];
    return code === 'request/invalid' ? `${status} ${first?.['pointer']} ${first?.['rule']}` : `${status} ${code}`;
  };

  describe.each(Object.entries(ALL))('%s', (_, cases) => {
    const rows = cases.map(([of, url, answer, sent = {}]) => ({ of, url, answer, sent }));
    it.each(rows)('$of, is answered $answer, and nothing is stored', async ({ url, answer, sent }) => {
      const before = await server.store.head();
      const { status, headers, body } = await send(url, sent);
      expect(inShort(body as Problem)).toBe(answer);
      expect(body).toMatchObject({ status, detail: expect.any(String), title: expect.any(String) });
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(await server.store.head()).toBe(before);
    });
  });

  it('comes in at least sixty kinds', () => expect(Object.values(ALL).flat().length).toBeGreaterThanOrEqual(60));

  it('without a principal is told how to sign in, by a browser too', async () => {
    const { headers } = await send('/directives', { headers: NOBODY });
    expect(headers['www-authenticate']).toStrictEqual(['Basic realm="edict", charset="UTF-8"', 'Bearer realm="edict"']);
    expect((await server.get('/health', { authorization: basic(TOKEN) })).status).toBe(200);
  });

  it('that carries a document is told where the error stands', async () => {
    const document = (await textOf('conclusion-155-kl-tw.yaml')).replace('issuers: [', 'issuers: [nobody-at-all, ');
    const { status, body } = await send('/directives', { body: issue({ document }) });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      errors: [{ pointer: '/directive/issuers/0', rule: 'unit/unknown', line: expect.any(Number) }],
    });
  });
});
