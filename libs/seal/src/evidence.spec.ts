import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { checkEvidence, saysTheSame, type Digest, type Evidence } from './evidence.ts';
import { GrowingTree } from './growing-tree.ts';
import { rootOf } from './merkle.ts';
import { inclusionProof, verifyInclusion } from './proof.ts';
import { sealOf } from './testing/any-log.ts';
import { writtenLog } from './testing/written-log.ts';

const digest: Digest = async (octets) => createHash('sha256').update(octets).digest();

const LOG = writtenLog('house', [
  { stream: 'task-a', data: [{ said: 'one' }, { said: 'Đã xong' }] },
  { stream: 'task-b', data: [null] },
  { stream: 'task-a', data: [{ said: 'three' }] },
]);
const OTHER = writtenLog('house', [{ stream: 'task-a', data: [{ said: 'another' }] }]);

const evidenceOf = (stream: string, log = LOG): Evidence => {
  const tree = new GrowingTree();
  const all = log.map(({ body, ...row }) => ({ ...row, ...(JSON.parse(body) as { meta: Record<string, string> }) }));
  for (const { meta } of all) tree.append(meta['hash']!);
  const events = all.flatMap((event, index) =>
    event.stream === stream
      ? [{ ...(event as unknown as Evidence['events'][number]), index, proof: tree.prove(index, all.length) }]
      : [],
  );
  return { checkpoint: sealOf(log), stream, events };
};
const flaws = async (evidence: Evidence) => {
  const { checkpointFlaw, events } = await checkEvidence(evidence, digest);
  return [checkpointFlaw, ...events.map(({ flaw }) => flaw)];
};
const WHOLE = evidenceOf('task-a');
const withEvent = (n: number, change: object): Evidence => ({
  ...WHOLE,
  events: WHOLE.events.map((event, at) => (at === n ? { ...event, ...change } : event)),
});

describe('Evidence of a stream', () => {
  it('shows that each event is the one that was sealed', async () => {
    expect(await flaws(WHOLE)).toStrictEqual([null, null, null, null]);
    const { checkpoint } = await checkEvidence(WHOLE, digest);
    expect(checkpoint).toMatchObject({ size: 4, head: { stream: 'task-a', revision: 2 } });
  });

  it('shows an event that says something else, and only that', async () => {
    expect(await flaws(withEvent(1, { data: { said: 'Chưa xong' } }))).toStrictEqual([null, null, 'content', null]);
    expect(await flaws(withEvent(0, { type: 'SomethingElse' }))).toStrictEqual([null, 'content', null, null]);
    const meta = { ...WHOLE.events[1]!.meta, actor: 'somebody else' };
    expect(await flaws(withEvent(1, { meta }))).toStrictEqual([null, null, 'content', null]);
  });

  it('shows that one is left out, or comes in another order', async () => {
    const [first, second, third] = WHOLE.events;
    expect(await flaws({ ...WHOLE, events: [first!, third!] })).toStrictEqual([null, null, 'content']);
    expect(await flaws({ ...WHOLE, events: [second!, first!] })).toStrictEqual([null, 'content', 'content']);
    expect(await flaws({ ...WHOLE, stream: 'task-b' })).toStrictEqual([null, 'content', 'content', 'content']);
  });

  it('shows that an event is not where it is said to be in what was sealed', async () => {
    expect(await flaws(withEvent(1, { index: 2 }))).toStrictEqual([null, null, 'proof', null]);
    expect(await flaws(withEvent(1, { proof: WHOLE.events[0]!.proof }))).toStrictEqual([null, null, 'proof', null]);
    expect(await flaws(withEvent(1, { proof: [] }))).toStrictEqual([null, null, 'proof', null]);
    expect(await flaws(withEvent(1, { proof: ['00'] }))).toStrictEqual([null, null, 'proof', null]);
    expect(await flaws({ ...WHOLE, checkpoint: sealOf(OTHER) })).toStrictEqual([null, 'proof', 'proof', 'proof']);
  });

  it('says that an event is in no checkpoint yet', async () =>
    expect(await flaws(withEvent(2, { index: null, proof: [] }))).toStrictEqual([null, null, null, 'notYet']));

  it('says that the checkpoint was torn or edited, and takes it for nothing', async () => {
    expect(await flaws({ ...WHOLE, checkpoint: WHOLE.checkpoint.slice(0, -3) })).toStrictEqual([
      'torn',
      'content',
      'proof',
      'proof',
    ]);
    const with7 = WHOLE.checkpoint.replace('\n4\n', '\n7\n');
    expect((await flaws({ ...WHOLE, checkpoint: with7 }))[0]).toBe('torn');
    const moved = WHOLE.checkpoint.replace(' 2 ', ' 3 ');
    expect(await flaws({ ...WHOLE, checkpoint: moved })).toStrictEqual(['edited', 'proof', 'proof', 'proof']);
  });

  it('of another installation is of another log', async () => {
    const log = writtenLog('elsewhere', [{ stream: 'task-a', data: [{ said: 'one' }] }]);
    const evidence = { ...evidenceOf('task-a', log), checkpoint: sealOf(log, 'house') };
    expect(await flaws(evidence)).toStrictEqual([null, 'content']);
  });
});

describe('What is shown of an event', () => {
  const [event] = WHOLE.events;
  const shown = { type: 'TaskAssigned', data: { said: 'one' }, at: '2025-06-30T17:00:00.000Z', actor: {} };
  it('is what was sealed, or is not', () => {
    expect(saysTheSame(shown, event!)).toBe(true);
    expect(saysTheSame({ ...shown, data: { said: 'two' } }, event!)).toBe(false);
    expect(saysTheSame({ ...shown, at: '2025-06-30T17:00:00.001Z' }, event!)).toBe(false);
    expect(saysTheSame({ ...shown, actor: { id: 'somebody' } }, event!)).toBe(false);
    expect(saysTheSame({ ...shown, type: 'TaskRefused' }, event!)).toBe(false);
  });
});

describe('A growing tree', () => {
  const leaves = fc.array(fc.stringMatching(/^[0-9a-f]{64}$/), { minLength: 1, maxLength: 40 });

  it('proves as RFC 9162 does, also for what it was', () =>
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), (all, a, b) => {
        const tree = new GrowingTree();
        all.forEach((leaf) => tree.append(leaf));
        const size = 1 + (a % all.length);
        const index = b % size;
        const some = all.slice(0, size);
        const proof = tree.prove(index, size);
        expect(proof).toStrictEqual(inclusionProof(some, index));
        expect(verifyInclusion({ leaf: all[index]!, index, head: { size, root: rootOf(some) }, proof })).toBe(true);
      }),
    ));

  it('proves nothing of what is not in it', () => {
    const tree = new GrowingTree();
    expect(() => tree.prove(0, 0)).toThrow(RangeError);
    tree.append('00'.repeat(32));
    expect(() => tree.prove(1, 1)).toThrow(RangeError);
    expect(() => tree.prove(0, 2)).toThrow(RangeError);
  });
});
