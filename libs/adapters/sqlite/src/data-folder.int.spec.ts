import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { FolderInUse, openDataFolder } from './data-folder.ts';
import { openEmbedded } from './open-embedded.ts';
import { startAppending } from './testing/child.ts';
import { event, scratch } from './testing/scratch.ts';

describe('A data folder', () => {
  it('is made for its owner alone, and keeps its installation for ever', async () => {
    const dir = join(scratch(), 'new', 'data');
    const first = await openDataFolder(dir);
    first.close();
    const second = await openDataFolder(dir);
    second.close();
    expect([second.installation, statSync(dir).mode & 0o777]).toStrictEqual([first.installation, 0o700]);
  });

  const modesIn = (dir: string) =>
    readdirSync(dir, { withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ name }) => [name, (statSync(join(dir, name)).mode & 0o777).toString(8)]);

  it('that is there already, open to all, is closed to others, and so is every file that is made in it', async () => {
    const dir = join(scratch(), 'data');
    mkdirSync(dir);
    chmodSync(dir, 0o755);
    const { store, close } = await openEmbedded(dir);
    await store.append('thing-1', -1, [event('first')]);
    const modes = modesIn(dir);
    await close();
    const databases = ['events.db', 'views.db'].flatMap((name) => [name, `${name}-shm`, `${name}-wal`]);
    expect(modes.map(([name]) => name)).toStrictEqual(expect.arrayContaining([...databases, 'access.db', 'lock.db']));
    expect(modes.filter(([, mode]) => mode !== '600')).toStrictEqual([]);
    expect((statSync(dir).mode & 0o777).toString(8)).toBe('700');
  });

  it('in which files lie open to all, as an earlier Edict left them, is closed to others', async () => {
    const dir = scratch();
    await (await openEmbedded(dir)).close();
    chmodSync(dir, 0o755);
    writeFileSync(join(dir, 'events.db-wal'), '');
    for (const name of readdirSync(dir)) if (name.includes('.db')) chmodSync(join(dir, name), 0o644);
    await (await openEmbedded(dir, { create: false })).close();
    expect(modesIn(dir).filter(([, mode]) => mode !== '600')).toStrictEqual([]);
    expect((statSync(dir).mode & 0o777).toString(8)).toBe('700');
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
