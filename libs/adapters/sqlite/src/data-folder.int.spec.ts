import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { FolderInUse, openDataFolder } from './data-folder.ts';
import { startAppending } from './testing/child.ts';
import { scratch } from './testing/scratch.ts';

describe('A data folder', () => {
  it('is made for its owner alone, and keeps its installation for ever', async () => {
    const dir = join(scratch(), 'new', 'data');
    const first = await openDataFolder(dir);
    first.close();
    const second = await openDataFolder(dir);
    second.close();
    expect([second.installation, statSync(dir).mode & 0o777]).toStrictEqual([first.installation, 0o700]);
  });

  it('is not made when it is only to be looked at', async () => {
    const dir = join(scratch(), 'nothing');
    await expect(openDataFolder(dir, { create: false })).rejects.toThrow('is not a data folder');
    expect(existsSync(dir)).toBe(false);
  });

  it('opens once, until it is closed', async () => {
    const dir = scratch();
    const folder = await openDataFolder(dir);
    await expect(openDataFolder(dir)).rejects.toThrow(FolderInUse);
    folder.close();
    folder.close();
    (await openDataFolder(dir)).close();
  });

  it('is for one process, which the others are told, and for the next as soon as that one is killed', async () => {
    const dir = scratch();
    const child = startAppending(dir, Infinity);
    await once(child.stdout!, 'data');
    await expect(openDataFolder(dir)).rejects.toThrow(`${dir} is open in another process (${child.pid}).`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    (await openDataFolder(dir)).close();
  });

  it('does not open with a damaged installation', async () => {
    const dir = scratch();
    (await openDataFolder(dir)).close();
    const file = join(dir, 'installation.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(':', ': '));
    await expect(openDataFolder(dir)).rejects.toThrow('is damaged');
  });
});
