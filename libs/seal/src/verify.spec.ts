import { describe, expect, it } from '@jest/globals';
import { idFrom, sha256, type Linked } from '@edict/kernel';
import fc from 'fast-check';

import { verifyLog, type LogRow, type Verdict } from './index.ts';
import { anyLog, sealOf } from './testing/any-log.ts';
import { padded, writtenLog, type Act, type Written } from './testing/written-log.ts';

const ACTS: readonly Act[] = [
  { stream: 'task-a', data: [{ n: 0 }, { n: 1 }] },
  { stream: 'standingUnit-b', data: [{ hash: sha256('an attachment') }] },
  { stream: 'task-a', data: [{ n: 2 }, { n: 3 }, { n: 4 }] },
  { stream: 'standingUnit-b', data: [null] },
];
const LOG = writtenLog('house', ACTS);

const verify = (rows: Iterable<LogRow>, checkpoint?: string): Verdict =>
  verifyLog({ rows, installation: 'house', checkpoint });
const places = ({ problems }: Verdict) => problems.map(({ position, stream }) => `${stream} ${position}`);
const words = ({ problems }: Verdict) => problems.map(({ problem }) => problem).join('\n');
const changed = (index: number, change: (row: Written) => Partial<LogRow>): readonly LogRow[] =>
  (LOG as readonly LogRow[]).with(index, { ...LOG[index]!, ...change(LOG[index]!) });
const edited = (index: number, from: string | RegExp, to: string): readonly LogRow[] =>
  changed(index, ({ body }) => ({ body: body.replace(from, to) }));

/** The log, correctly hashed and linked, in which the third act of `task-a` wrote something that no runtime writes. */
const writtenWith = (change: (event: Linked) => unknown): readonly LogRow[] =>
  writtenLog('house', ACTS.with(2, { ...ACTS[2]!, change: (event) => ({ ...event, ...(change(event) as Linked) }) }));
const withMeta = (meta: object) => writtenWith((event) => ({ meta: { ...event.meta, ...meta } }));

describe('An intact log', () => {
  it('is told by its numbers', () =>
    expect(verify(LOG, sealOf(LOG))).toStrictEqual({ ok: true, events: 7, streams: 2, head: '7', problems: [] }));

  it('may be empty', () =>
    expect(verify([], sealOf([]))).toStrictEqual({ ok: true, events: 0, streams: 0, head: null, problems: [] }));

  it('may have positions that only sort, and its head is written as the store writes it', () => {
    const rows = LOG.map((row) => ({ ...row, position: padded(row.position * 7) }));
    expect(verify(rows)).toMatchObject({ ok: true, head: padded(49) });
  });

  it('may say anything', () =>
    fc.assert(fc.property(anyLog, (log) => expect(verify(log, sealOf(log)).problems).toStrictEqual([]))));
});

describe('A damaged event', () => {
  it.each([
    ['its data', edited(1, '"n":1', '"n":2'), /not that of this event/],
    ['its hash', edited(1, /"hash":"./, '"hash":"'.padEnd(9, '0')), /not that of this event|no hash/],
    ['its id', edited(1, /"id":"........-/, '"id":"00000000-'), /not that of this event/],
    ['its type', edited(1, 'Assigned', 'assigned'), /not that of this event/],
    ['who caused it', edited(1, 'command-0', 'command-1'), /not that of this event/],
    ['when it was recorded', edited(1, 'recordedAt":"2025', 'recordedAt":"2999'), /not that of this event/],
    ['a brace', edited(1, '{', '['), /not JSON/],
    ['a space', edited(1, ':', ': '), /canonical/],
    ['the order of its keys', edited(1, /^\{("data":.*?),("id":".*?"),/, '{$2,$1,'), /canonical/],
    ['a key that hides another', edited(1, '"n":1', '"n":0,"n":1'), /canonical/],
    ['half a character', edited(1, '"n":1', '"n":"\\ud800"'), /canonical/],
    ['a depth without end', edited(1, '1', '['.repeat(1e5) + ']'.repeat(1e5)), /canonical|not JSON/],
    ['a key too many', edited(1, /\}$/, ',"x":1}'), /not an event/],
    ['a body of nothing', changed(1, () => ({ body: 'null' })), /not an event/],
    ['metadata of nothing', edited(1, /"meta":\{.*?\}/, '"meta":null'), /not an event/],
    ['a body that is gone', changed(1, () => ({ body: '{}' })), /not an event/],
  ])('is one problem, at its place: %s', (_, rows, problem) => {
    const verdict = verify(rows);
    expect(words(verdict)).toMatch(problem);
    expect(places(verdict)[0]).toBe('task-a 2');
    expect(verdict).toMatchObject({ ok: false, events: 7, streams: 2, head: '7' });
  });

  it('does not put the blame on the next one', () => {
    const damages = [edited(1, '"n":1', '"n":2'), edited(1, '{', '['), edited(1, '"recordedAt":"2', '"recordedAt":"9')];
    const ofHash = changed(1, ({ body, hash }) => ({ body: body.replace(hash, sha256('another')) }));
    const ofCommand = edited(4, 'command-2', 'command-3');
    expect([...damages, ofHash].map((rows) => places(verify(rows)))).toStrictEqual(Array(4).fill(['task-a 2']));
    expect(places(verify(ofCommand))).toStrictEqual(['task-a 5']);
  });

  it('leaves the next one unchecked, and says so, if its hash cannot be read', () => {
    const verdict = verify(edited(1, /"hash":"./, '"hash":"G'));
    expect(places(verdict)).toStrictEqual(['task-a 2', 'task-a 4']);
    expect(words(verdict)).toMatch(/no hash.*\n.*cannot be checked/);
  });

  it('does not hide that the next one is damaged too', () => {
    for (const first of [edited(3, '"n":2', '"n":7'), edited(3, '{', '[')])
      expect(places(verify(first.with(4, edited(4, '"n":3', '"n":7')[4]!)))).toStrictEqual(['task-a 4', 'task-a 5']);
  });

  it('does not hide that time runs backwards after it', () => {
    const rows = writtenWith(({ meta }) => ({ meta: { ...meta, recordedAt: '2025-06-30T16:59:59.999Z' } }));
    const damaged = rows.with(1, edited(1, '"n":1', '"n":2')[1]!);
    expect(words(verify(damaged))).toMatch(/not that of this event.*\n.*before the one before it/);
  });

  it('breaks the seal if its hash cannot be read', () =>
    expect(words(verify(edited(6, /"hash":"./, '"hash":"G'), sealOf(LOG)))).toMatch(
      /no hash.*\n.*not those that were sealed/,
    ));

  it('is known by its hash in the metadata, not by one in its data', () => {
    expect(places(verify(edited(2, '"id"', 'id')))).toStrictEqual(['standingUnit-b 3']);
  });

  it.each([
    ['a body that is no text', { body: null }],
    ['a body of bytes', { body: new Uint8Array([1]) }],
    ['a revision that is no number', { revision: 'x' }],
    ['a revision that is none', { revision: NaN }],
    ['a stream that is no text', { stream: null }],
    ['a position that is none', { position: null }],
  ])('may be %s, as a damaged database has it', (_, odd) =>
    expect(verify(changed(1, () => odd as object)).problems[0]).toMatchObject({
      position: String({ position: 2, ...odd }.position),
    }),
  );
});

describe('An event that no runtime writes, however right its hash,', () => {
  it.each([
    ['has a type of other than letters', writtenWith(() => ({ type: 'Task2' })), /not an event/],
    ['has a list for a type', writtenWith(() => ({ type: ['Task'] })), /not an event/],
    ['has an id that is no text', writtenWith(() => ({ id: 7 })), /not an event/],
    ['has metadata other than texts', withMeta({ version: 1 }), /not an event/],
    ['was caused by no command', withMeta({ commandId: '' }), /no command/],
    ['was recorded at no time', withMeta({ recordedAt: 'then' }), /no instant/],
    ['was recorded on a day that no calendar has', withMeta({ recordedAt: '2025-06-31T00:00:00.000Z' }), /no instant/],
    ['was recorded in a form that does not sort', withMeta({ recordedAt: '2025-07-01T00:00:00Z' }), /no instant/],
    [
      'was recorded in a year that does not sort',
      withMeta({ recordedAt: '+012025-07-01T00:00:00.000Z' }),
      /no instant/,
    ],
    ['was recorded in another zone', withMeta({ recordedAt: '2025-07-01T00:00+07:00__' }), /no instant/],
    [
      'was recorded before the one before it',
      withMeta({ recordedAt: '2025-06-30T16:59:59.999Z' }),
      /before the one before it/,
    ],
    ['has an id of its own', writtenWith(() => ({ id: idFrom('mine') })), /The id is not that of event 0/],
  ])('%s', (_, rows, problem) => {
    const verdict = verify(rows);
    expect([places(verdict)[0], words(verdict)]).toStrictEqual(['task-a 4', expect.stringMatching(problem)]);
  });

  it('has the id of another event of its command', () => {
    const first = writtenWith(({ meta }) => ({ id: idFrom(meta['commandId']!, 'task-a', '0') }));
    expect(words(verify(first))).toMatch(/^The id is not that of event 1 of its command\.$/);
  });

  it.each(['Task-a', 'task', '-a', 'task-', 'task-A', 'task-Đ', 'task-a b', 'task1-a'])(
    'is in a stream named %j',
    (stream) => expect(words(verify(writtenLog('house', [{ stream, data: [1] }])))).toMatch(/not category-id/),
  );

  it('is of another installation', () =>
    expect(words(verify(writtenLog('rehearsal', ACTS.slice(0, 1))))).toMatch(/not that of this event/));
});

describe('Verifying', () => {
  it('goes on after a stream with half a character in its name', () =>
    expect(words(verify(LOG.with(0, { ...LOG[0]!, stream: 'task-\ud800' })))).toMatch(/not category-id/));

  it('lists a thousand problems, and counts the events to the end', () => {
    const rows = Array.from({ length: 1200 }, (_, n) => ({ position: n + 1, stream: 'task-a', revision: n, body: '' }));
    const { problems, events } = verify(rows);
    expect([problems.length, events]).toStrictEqual([1000, 1200]);
  });

  it('tells how far a store could be read that is too damaged to go on', () => {
    const rows = (function* () {
      yield* LOG.slice(0, 3);
      throw new Error('the disk image is malformed');
    })();
    const problem = 'The log cannot be read any further: Error: the disk image is malformed';
    expect(verify(rows)).toMatchObject({ events: 3, head: '3', problems: [{ position: '3', stream: null, problem }] });
  });
});
