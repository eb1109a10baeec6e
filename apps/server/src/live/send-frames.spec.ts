import { Writable } from 'node:stream';

import { describe, expect, it } from '@jest/globals';

import { sendFrames } from './send-frames.ts';

const many = async function* (n: number, made: string[]) {
  for (let each = 0; each < n; each++) {
    made.push(`frame ${each}\n`);
    yield made.at(-1)!;
  }
};

describe('Frames', () => {
  it('are all written, in order, at the pace of whoever takes them', async () => {
    const taken: string[] = [];
    const reader = new Writable({
      highWaterMark: 16,
      write: (chunk: Buffer, _, done) => {
        taken.push(chunk.toString());
        setImmediate(done);
      },
    });
    await sendFrames(many(100, []), reader);
    expect(taken).toHaveLength(100);
    expect(reader.writableEnded).toBe(true);
  });

  it('for a reader that takes none are not made, and it is let go of', async () => {
    const made: string[] = [];
    const stuck = new Writable({ highWaterMark: 64, write: () => undefined });
    await sendFrames(many(1_000, made), stuck, 1);
    expect(made.length).toBeLessThan(10);
    expect(stuck.destroyed).toBe(true);
  });

  it('are no longer made once the reader is gone', async () => {
    const made: string[] = [];
    const reader = new Writable({ write: (_chunk, _encoding, done) => done() });
    const gone = async function* () {
      yield* many(3, made);
      reader.destroy();
      yield* many(1_000, made);
    };
    await sendFrames(gone(), reader);
    expect(made).toHaveLength(4);
  });

  it('that fail on their way end the stream, and nothing else', async () => {
    const reader = new Writable({ write: (_chunk, _encoding, done) => done() });
    const failing = async function* () {
      yield 'one';
      throw new Error('a store');
    };
    await sendFrames(failing(), reader);
    expect(reader.destroyed).toBe(true);
  });
});
