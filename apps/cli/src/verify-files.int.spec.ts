import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { attachmentStream } from '@edict/directives';
import { openEngine } from '@edict/engine';
import { instantAt, type Actor } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { backup } from './commands/backup.ts';
import { restore } from './commands/restore.ts';
import { verdictOn } from './commands/verify.ts';

const officer: Actor = { id: 'ann', unit: 'office', capacity: 'officer', origin: 'person' };
const bytes = async function* () {
  yield Buffer.from('evidence');
};

/** A data folder in which one file is attached; the hash of that file. */
const attachedIn = async (data: string, files?: string): Promise<string> => {
  const embedded = await openEmbedded(data, { files });
  try {
    const engine = await openEngine({ ...embedded, clock: () => instantAt(Date.now()) });
    const kept = await embedded.blobs.put(bytes(), { most: 100 });
    const about = 'task-00000000-0000-5000-8000-000000000000';
    const stream = attachmentStream(about, kept.sha256);
    const told = { directiveId: 'd', mediaType: 'text/plain', name: 'a.txt', level: 'open' } as const;
    const data_ = { about, ...kept, ...told };
    await engine.execute({ stream, type: 'AttachFile', data: data_ }, byPerson(officer, 'key'));
    return kept.sha256;
  } finally {
    await embedded.close();
  }
};

describe('A file that was attached', () => {
  let dir: string;
  let data: string;
  let safe: string;
  let file: string;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'edict-files-'));
    [data, safe] = [join(dir, 'data'), join(dir, 'safe')];
    const sha256 = await attachedIn(data);
    file = join('blobs', sha256.slice(0, 2), sha256);
  });
  afterEach(() => {
    delete process.env['EDICT_FILES'];
    rmSync(dir, { recursive: true });
  });

  const flaws = async (of: string, files?: string) => {
    const { ok, problems } = await verdictOn(of, files);
    return [ok, ...problems.map(({ problem }) => problem.replace(/[0-9a-f]{64}/, 'HASH'))];
  };

  it('is looked at where it lies, and is in a backup', async () => {
    expect(await flaws(data)).toStrictEqual([true]);
    expect(await backup.run([safe, '--data', data, '--json'])).toBe(0);
    expect(await flaws(safe)).toStrictEqual([true]);
  });

  it('and was changed, or is lost, is missed; what is left is not restored', async () => {
    cpSync(data, safe, { recursive: true });
    writeFileSync(join(safe, file), 'evidenc3');
    expect(await flaws(safe)).toStrictEqual([false, 'The file HASH is not what was kept.']);
    rmSync(join(safe, 'blobs'), { recursive: true });
    expect(await flaws(safe)).toStrictEqual([false, 'The file HASH is missing.']);
    expect(await restore.run([safe, '--data', join(dir, 'again'), '--json'])).toBe(3);
    expect(existsSync(join(dir, 'again'))).toBe(false);
  });

  it('in a folder of its own is in a backup, too; what is not handed in yet, or is kept for a day, is not', async () => {
    const [other, files] = [join(dir, 'other'), join(dir, 'files')];
    await attachedIn(other, files);
    writeFileSync(join(files, 'incoming', 'half'), 'evi');
    process.env['EDICT_FILES'] = files;
    expect(await backup.run([safe, '--data', other, '--json'])).toBe(0);
    expect(await flaws(safe)).toStrictEqual([true]);
    expect(readdirSync(join(safe, 'blobs'))).toStrictEqual([file.split('/')[1]]);
  });
});
