import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { originOf, sealer, verifyLog, type LogRow, type Verdict } from './index.ts';
import { anyCharacter, anyLog, sealOf } from './testing/any-log.ts';
import { headsOf, padded, writtenLog, type Written } from './testing/written-log.ts';

const verify = (rows: Iterable<LogRow>, checkpoint?: string): Verdict =>
  verifyLog({ rows, installation: 'house', checkpoint });
const words = ({ problems }: Verdict) => problems.map(({ problem }) => problem).join('\n');

const isFound = (tamper: (log: readonly Written[], n: number) => readonly LogRow[] | undefined, sealed = false) =>
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, n) => {
      const rows = tamper(log, n % log.length);
      fc.pre(rows !== undefined);
      expect(verify(rows, sealed ? sealOf(log) : undefined).ok).toBe(false);
    }),
    { numRuns: 300 },
  );

const LOG = writtenLog('house', [
  { stream: 'task-a', data: [0, 1] },
  { stream: 'task-b', data: [2] },
  { stream: 'task-a', data: [3] },
]);

describe('Without a checkpoint', () => {
  it.each(['body', 'stream'] as const)('any one character of any %s that is another is found', (column) =>
    fc.assert(
      fc.property(anyLog, fc.nat(), fc.nat(), anyCharacter, (log, row, n, other) => {
        const index = row % log.length;
        const text = log[index]![column].split('');
        fc.pre(text[n % text.length] !== other);
        const damaged = text.with(n % text.length, other).join('');
        expect(verify(log.with(index, { ...log[index]!, [column]: damaged })).ok).toBe(false);
      }),
      { numRuns: 1000 },
    ),
  );

  it('any one bit of any body is found', () => {
    for (const [index, row] of LOG.entries()) {
      const bytes = Buffer.from(row.body);
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const damaged = Buffer.from(bytes);
        damaged[bit >> 3]! ^= 1 << (bit & 7);
        const verdict = verify(LOG.with(index, { ...row, body: damaged.toString() }));
        expect(verdict.problems[0]).toMatchObject({ position: String(index + 1), stream: row.stream });
        expect(verdict.problems.length).toBeLessThanOrEqual(2);
      }
    }
  });

  it.each(['position', 'revision'] as const)('any other %s is found', (column) =>
    fc.assert(
      fc.property(anyLog, fc.nat(), fc.integer(), (log, row, other) => {
        const index = row % log.length;
        fc.pre(log[index]![column] !== other);
        expect(verify(log.with(index, { ...log[index]!, [column]: other })).ok).toBe(false);
      }),
    ),
  );

  it('an event that is gone from among others is found, if positions are counted', () =>
    isFound((log, n) => (n < log.length - 1 ? log.toSpliced(n, 1) : undefined)));

  it('and from within its stream, if they only sort', () =>
    isFound((log, n) =>
      log.slice(n + 1).some(({ stream }) => stream === log[n]!.stream) ? sorting(log).toSpliced(n, 1) : undefined,
    ));

  it('an event that is there twice is found', () => {
    isFound((log, n) => log.toSpliced(n, 0, log[n]!));
    isFound((log, n) => [...log, { ...log[n]!, position: log.length + 1 }]);
  });

  it('events that changed places are found', () =>
    isFound((log, n) => (n > 0 ? log.with(n, log[n - 1]!).with(n - 1, log[n]!) : undefined)));

  it('an event in the place of another of its stream is found', () =>
    isFound((log, n) => {
      const m = log.findIndex(({ stream }, at) => at !== n && stream === log[n]!.stream);
      return m < 0 ? undefined : log.with(n, { ...log[n]!, body: log[m]!.body });
    }));

  it('positions that do not rise are found, with words that say which', () => {
    expect(words(verify(LOG.with(1, { ...LOG[1]!, position: 1 })))).toMatch(/^Position 1 comes after position 1\.$/m);
    expect(words(verify(LOG.toSpliced(2, 1)))).toBe('Positions are missing: 4 comes where 3 should.');
    expect(words(verify(placed('a', 'b', 'b', 'c')))).toBe('Position b comes after position b.');
    expect(words(verify(placed('b', 'a', 'c', 'd')))).toBe('Position a comes after position b.');
    expect(words(verify(placed('', 'a', 'b', 'c')))).toBe('Position  comes after position .');
  });

  it('revisions that do not follow are found, with words that say which', () => {
    expect(words(verify(sorting(LOG).toSpliced(1, 1)))).toBe('Revisions are missing: 2 comes where 1 should.');
    expect(words(verify(LOG.with(3, { ...LOG[3]!, revision: 1 })))).toBe('Revision 1 comes where 2 should.');
  });

  it('an end that is gone is not found', () => expect(verify(LOG.slice(0, 2)).ok).toBe(true));
});

describe('With a checkpoint', () => {
  it('an event that is gone is found, wherever it was', () => {
    isFound((log, n) => log.toSpliced(n, 1), true);
    isFound((log, n) => sorting(log).toSpliced(n, 1), true);
  });

  it('a log that ends too early is found, with both numbers and positions', () =>
    expect([LOG.slice(0, 2), []].map((rows) => verify(rows, sealOf(LOG)).problems)).toStrictEqual([
      [
        {
          position: padded(4),
          stream: 'task-a',
          problem: `The log ends after 2 events at position 2, but 4 events up to position ${padded(4)} were sealed.`,
        },
      ],
      [
        {
          position: padded(4),
          stream: 'task-a',
          problem: `The log ends after 0 events, but 4 events up to position ${padded(4)} were sealed.`,
        },
      ],
    ]));

  it('a log that was written anew is found, though all in it fits together', () => {
    const other = writtenLog('house', [{ stream: 'task-a', data: [0, 1, 2, 4] }]);
    expect(verify(other).ok).toBe(true);
    expect(words(verify(other, sealOf(LOG)))).toBe('The first 4 events are not those that were sealed.');
  });

  it('events of two streams that took each other’s positions are found', () => {
    const swapped = [LOG[0]!, LOG[1]!, { ...LOG[3]!, position: 3 }, { ...LOG[2]!, position: 4 }];
    expect(verify(swapped).ok).toBe(true);
    expect(verify(swapped, sealOf(LOG)).ok).toBe(false);
  });

  it('what came after the seal is free to come', () =>
    expect(LOG.map((_, n) => verify(LOG, sealOf(LOG.slice(0, n))).ok)).toStrictEqual([true, true, true, true]));

  it.each([{ position: padded(5) }, { stream: 'task-c' }, { revision: 7 }])(
    'its last event is where it says: %j',
    (at) => {
      const heads = headsOf(LOG);
      const seal = sealer.append(sealer.begin(undefined, originOf('house')), [
        ...heads.slice(0, -1),
        { ...heads.at(-1)!, ...at },
      ]);
      expect(words(verify(LOG, sealer.text(seal)))).toMatch(
        /^The last event that was sealed is task-a@2 at position 4, not /,
      );
    },
  );

  it('the positions of a store that only sort are compared as they are', () => {
    const seal = sealOf(LOG);
    expect(
      verify(
        LOG.map((row) => ({ ...row, position: padded(row.position) })),
        seal,
      ).ok,
    ).toBe(true);
    expect(
      verify(
        LOG.map((row) => ({ ...row, position: String(row.position) })),
        seal,
      ).ok,
    ).toBe(false);
  });

  it('a checkpoint that is damaged is found, and so is one of another log', () => {
    expect(verify(LOG, sealOf(LOG).replace('4', '5')).problems).toMatchObject([
      { position: null, stream: null, problem: expect.stringMatching(/checkpoint is damaged/) },
    ]);
    expect(words(verify(LOG, sealOf(LOG, 'rehearsal')))).toBe(
      'The checkpoint is of another log: edict/rehearsal, not edict/house.',
    );
  });
});

/** As a store has them that does not count. */
const sorting = (log: readonly Written[]): readonly LogRow[] =>
  log.map((row) => ({ ...row, position: padded(row.position * 7) }));

const placed = (...positions: readonly string[]): readonly LogRow[] =>
  LOG.map((row, n) => ({ ...row, position: positions[n]! }));
