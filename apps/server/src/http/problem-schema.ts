/** What each status means here, whatever the code. */
export const STATUS_MEANS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read as what it should be.',
  401: 'Nobody is signed in.',
  403: 'Not for this unit, or not in this capacity.',
  404: 'There is no such thing, or there was not yet.',
  405: 'This path does not know that method. Allow names those that it knows.',
  408: 'The request did not arrive in time.',
  409: 'A rule says no.',
  412: 'It has moved since the revision in If-Match.',
  413: 'Too much at once.',
  415: 'Not in a form that is taken.',
  422: 'It can be read, and is wrong in itself.',
  429: 'Too often. Retry-After says when to go on.',
  431: 'Too many headers.',
  500: 'A fault. `traceId` finds it in the log.',
  503: 'Not now. Retry-After says when.',
  507: 'The disk is full; nothing was written.',
};

const FLAW = {
  type: 'object',
  required: ['pointer', 'rule', 'message'],
  properties: {
    pointer: { type: 'string', description: 'A JSON pointer into the body, or into the document that it carries.' },
    rule: { type: 'string', description: 'Stable, as the code is.' },
    message: { type: 'string' },
    line: { type: 'integer', description: 'In the document that the body carries.' },
    column: { type: 'integer' },
  },
};

/** RFC 9457. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457, with a stable `code` for programs to branch on.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri', description: '`urn:edict:problem:` and the code.' },
    title: { type: 'string', description: 'What sort of no it is, in the language asked for.' },
    status: { type: 'integer' },
    code: { type: 'string', description: '`noun/what`. Stable.' },
    detail: { type: 'string', description: 'For a person, in the language asked for.' },
    errors: { type: 'array', items: FLAW },
    traceId: { type: 'string', format: 'uuid', description: 'Of a fault: what finds it in the log of the server.' },
  },
};
