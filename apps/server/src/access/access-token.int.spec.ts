import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { openAccess } from './access-token.ts';

describe('The token', () => {
  let dir: string;
  const open = () => openAccess(dir, join(dir, 'token'));

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'edict-access-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('is made once, and signs in from then on, also when its own file is gone', async () => {
    const { made, authenticate } = await open();
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(authenticate(`Bearer ${made}`)).toMatchObject({
      id: 'local',
      grants: [{ capacity: '*', unit: '*' }],
      clearance: { compartments: 'all' },
    });
    await rm(join(dir, 'token'));
    const again = await open();
    expect(again.made).toBeUndefined();
    expect(again.authenticate(`bearer ${made}`)).toMatchObject({
      id: 'local',
      grants: [{ capacity: '*', unit: '*' }],
      clearance: { compartments: 'all' },
    });
  });

  it('is a password, too, whatever the name', async () => {
    const { made, authenticate } = await open();
    for (const name of ['', 'me'])
      expect(authenticate(`Basic ${Buffer.from(`${name}:${made}`).toString('base64')}`)).toMatchObject({
        id: 'local',
        grants: [{ capacity: '*', unit: '*' }],
        clearance: { compartments: 'all' },
      });
  });

  it.each(['', 'Bearer', 'Bearer x', 'Basic x', 'Digest x'])('is not %p', async (authorization) =>
    expect((await open()).authenticate(authorization)).toBeUndefined(),
  );

  it('is not its own hash', async () => {
    const { authenticate } = await open();
    const { tokens } = JSON.parse(await readFile(join(dir, 'tokens.json'), 'utf8')) as { tokens: { sha256: string }[] };
    expect(authenticate(`Bearer ${tokens[0]!.sha256}`)).toBeUndefined();
  });

  it.each(['', '{}', '{"tokens":[{"id":"local","sha256":"short"}]}'])('list that reads %p is damaged', async (text) => {
    await writeFile(join(dir, 'tokens.json'), text);
    await expect(open()).rejects.toThrow('damaged');
  });
});
