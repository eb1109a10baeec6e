import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Evidence } from '@edict/seal/evidence';

import { verdictOnProof } from './verify-proof.ts';

/** As the description of the API shows one. */
const shown = (): Evidence => {
  const api = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/openapi.json'), 'utf8')) as {
    paths: Record<string, { get: { responses: { 200: { content: Record<string, { example: Evidence }> } } } }>;
  };
  return api.paths['/streams/{stream}/evidence']!.get.responses[200].content['application/json']!.example;
};

describe('A proof that was saved', () => {
  const PROOF = shown();
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'edict-proof-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const verdictOn = (proof: unknown) => {
    const file = join(dir, 'a.proof.json');
    writeFileSync(file, typeof proof === 'string' ? proof : JSON.stringify(proof));
    return verdictOnProof(file);
  };
  const withEvent = (change: object): Evidence => ({ ...PROOF, events: [{ ...PROOF.events[0]!, ...change }] });

  it('holds as it was saved', async () => {
    expect(await verdictOn(PROOF)).toStrictEqual({ ok: true, stream: PROOF.stream, events: 1, size: 2, problems: [] });
  });

  it.each<[string, Evidence, number | null, string]>([
    ['what happened was changed', withEvent({ data: { ref: '1-2' } }), 0, 'changed'],
    ['it is said to be elsewhere', withEvent({ index: 0 }), 0, 'not where it is said to be'],
    ['half a character stands in it', withEvent({ data: { ref: '\ud800' } }), 0, 'changed'],
    ['it is under no checkpoint yet', withEvent({ index: null, proof: [] }), 0, 'under no checkpoint yet'],
    [
      'the checkpoint was edited',
      { ...PROOF, checkpoint: PROOF.checkpoint.replace('house', 'horse') },
      null,
      'changed',
    ],
    ['the checkpoint was torn', { ...PROOF, checkpoint: PROOF.checkpoint.slice(0, 40) }, null, 'not whole'],
  ])('does not where %s', async (_, proof, revision, said) => {
    const { ok, problems } = await verdictOn(proof);
    expect(ok).toBe(false);
    expect(problems).toContainEqual({ revision, problem: expect.stringContaining(said) });
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'no JSON object'],
    ['a list', [], 'no JSON object'],
    ['without its checkpoint', { ...PROOF, checkpoint: undefined }, 'checkpoint must be a text'],
    ['of no stream', { ...PROOF, stream: 7 }, 'stream must be a text'],
    ['of nothing', { ...PROOF, events: [] }, 'events must be a list'],
    ['of an event without meta', withEvent({ meta: undefined }), 'events[0] must have'],
    ['of an event whose way is no list', withEvent({ proof: 'x' }), 'events[0] must have'],
  ])('is refused as a bad file when it is %s', async (_, proof, said) => {
    await expect(verdictOn(proof)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(said),
    });
  });

  it('is refused when there is none', async () => {
    await expect(verdictOnProof(join(dir, 'nowhere'))).rejects.toMatchObject({ rule: 'file/unreadable' });
  });
});
