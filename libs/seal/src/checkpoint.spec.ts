import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@edict/kernel';
import fc from 'fast-check';

import {
  compareWithLog,
  originOf,
  parseCheckpoint,
  rootOf,
  sealer,
  writeCheckpoint,
  type Checkpoint,
  type Head,
} from './index.ts';
import { anyCharacter } from './testing/any-log.ts';
import { padded } from './testing/written-log.ts';

const ORIGIN = originOf('house');
const EMPTY = sealer.begin(undefined, ORIGIN);

const heads = (count: number, from = 1): readonly Head[] =>
  Array.from({ length: count }, (_, n) => ({
    position: padded(from + n),
    stream: `task-${(from + n) % 3}`,
    revision: Math.floor((from + n) / 3),
    hash: sha256(`event ${from + n}`),
  }));

const THREE = sealer.append(EMPTY, heads(3));
const TEXT = `edict/house
3
EgfwMOj7E8zPtNmst5WMyY7juV/fna2FgCKzA7lqmpI=
head 0000000000000003 task-0 1 ${sha256('event 3')}
frontier ${rootOf([sha256('event 1'), sha256('event 2')])},${rootOf([sha256('event 3')])}
`;
const sealedText = (text: string): string => `${text}sha256 ${sha256(text)}\n`;
const reasonFor = (text: string): string | undefined => {
  const parsed = parseCheckpoint(text);
  return 'reason' in parsed ? parsed.reason : undefined;
};

describe('A checkpoint', () => {
  it('is a few lines: origin, count, root, the last event, what sealing needs to go on, a checksum', () =>
    expect(writeCheckpoint(THREE)).toBe(sealedText(TEXT)));

  it('says the same when it is read', () =>
    fc.assert(
      fc.property(fc.nat(20), (count) => {
        const seal = sealer.append(EMPTY, heads(count));
        expect(parseCheckpoint(writeCheckpoint(seal))).toStrictEqual({ checkpoint: seal });
      }),
    ));

  it('is refused when any one character is another', () =>
    fc.assert(
      fc.property(fc.nat(), anyCharacter, (n, character) => {
        const text = [...writeCheckpoint(THREE)];
        fc.pre(text[n % text.length] !== character);
        expect(reasonFor(text.with(n % text.length, character).join(''))).toMatch(/torn|damaged/);
      }),
    ));

  it('is refused as torn wherever it is cut off', () => {
    const text = writeCheckpoint(THREE);
    for (let length = 0; length < text.length; length++) expect(reasonFor(text.slice(0, length))).toMatch(/torn/);
  });

  it.each([
    ['without an origin', TEXT.replace('edict/house', 'house')],
    ['with another count', TEXT.replace('\n3\n', '\n4\n')],
    ['with a count that is written otherwise', TEXT.replace('\n3\n', '\n03\n')],
    ['with another root', TEXT.replace('Egfw', 'AAAA')],
    ['with a root of other spare bits', TEXT.replace('pI=', 'pJ=')],
    ['with another frontier', TEXT.replace(/frontier ./, (text) => `${text.slice(0, -1)}e`)],
    ['without a head', TEXT.replace(/head.*\n/, '')],
    ['without a frontier', TEXT.replace(/frontier.*\n/, '')],
    ['without head and frontier', TEXT.replace(/head[^]*/, '')],
    ['with a revision that is written otherwise', TEXT.replace('task-0 1', 'task-0 01')],
    ['with a line more', `${TEXT}more\n`],
    ['of nothing that has a head', writeCheckpoint(EMPTY).replace(/sha256.*\n/, /head.*\n/.exec(TEXT)![0])],
  ])('%s is refused, however right its checksum', (_, text) =>
    expect(reasonFor(sealedText(text))).toMatch(/do not fit together/),
  );
});

describe('Sealing', () => {
  it('comes to the same in whatever batches, with or without a restart between them', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (sizes) => {
        let [seal, count]: [Checkpoint, number] = [EMPTY, 0];
        for (const size of sizes) {
          seal = sealer.append(seal, heads(size, count + 1));
          const parsed = parseCheckpoint(sealer.text(seal));
          seal = sealer.begin('checkpoint' in parsed ? parsed.checkpoint : undefined, ORIGIN);
          count += size;
        }
        expect(seal).toStrictEqual(sealer.append(EMPTY, heads(count)));
        expect(seal.root).toBe(rootOf(heads(count).map(({ hash }) => hash)));
      }),
    ));

  it('passes over what is sealed already', () =>
    expect(sealer.append(THREE, heads(5))).toStrictEqual(sealer.append(EMPTY, heads(5))));

  it('does not go on from the checkpoint of another log', () =>
    expect(() => sealer.begin(THREE, originOf('rehearsal'))).toThrow(RangeError));

  it.each(['house', 'edict/', 'edict/a b', 'edict/a\nb'])('does not begin for %j', (origin) =>
    expect(() => sealer.begin(undefined, origin)).toThrow(TypeError),
  );

  it.each([{ hash: 'ab' }, { stream: 'task 1' }, { position: '1\n' }])('refuses an event with %j', (wrong) =>
    expect(() => sealer.append(EMPTY, [{ ...heads(1)[0]!, ...wrong }])).toThrow(TypeError),
  );
});

describe('At start, a log', () => {
  const found = { hash: sha256('event 3') };

  it('is the one that was sealed if its event at the head of the checkpoint is', () =>
    expect([padded(3), padded(4)].map((end) => compareWithLog(THREE, found, end))).toStrictEqual([
      undefined,
      undefined,
    ]));

  it('may be any if nothing was sealed', () => expect(compareWithLog(EMPTY, undefined, '')).toBeUndefined());

  it.each([
    [
      'that ends earlier was rolled back',
      undefined,
      padded(2),
      /rolled back: 3 events up to position 0+3 .*position 0+2\./,
    ],
    ['that is empty was rolled back', undefined, '', /rolled back: 3 events up to position 0+3 .*its beginning/],
    [
      'without that event is another one',
      undefined,
      padded(7),
      /another one: 3 events up to position 0+3 .*task-0@1 .*0+7/,
    ],
    [
      'with another event there was forked',
      { hash: 'ff' },
      padded(7),
      /forked: 3 events up to position 0+3 .*has ff .*0+7/,
    ],
  ])('%s, and the reason says so', (_, event, end, reason) =>
    expect(compareWithLog(THREE, event, end)).toMatch(reason),
  );
});
