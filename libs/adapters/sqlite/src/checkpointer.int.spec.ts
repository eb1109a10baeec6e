import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ViewsFile } from './views-file.ts';

describe('The write-ahead log of the views', () => {
  let dir: string;
  let name: string;
  let file: ViewsFile;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'edict-views-'));
    name = join(dir, 'views.db');
    file = new ViewsFile(name);
    file.run('CREATE TABLE things (n INTEGER PRIMARY KEY, text TEXT) STRICT');
  });
  afterEach(async () => {
    await file.close();
    rmSync(dir, { recursive: true });
  });

  const sizes = () => ({ file: statSync(name).size, log: statSync(`${name}-wal`).size });
  const write = (transactions: number, bytes = 10_000): void => {
    for (let n = 0; n < transactions; n++)
      file.write(() => file.run('INSERT INTO things (text) VALUES (?)', 'x'.repeat(bytes)));
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await pause(5);
  };

  it('is taken over into the file while nobody here waits for it, and then starts over', async () => {
    const { file: before } = sizes();
    write(199);
    expect(sizes().file).toBe(before);
    write(1);
    await until(() => {
      const { log, checkpointed } = file.get('PRAGMA wal_checkpoint(NOOP)') ?? {};
      return log === checkpointed;
    });
    const { file: after, log } = sizes();
    expect(after).toBeGreaterThan(1_900_000);
    write(100);
    expect(sizes().log).toBe(log);
  });

  it('starts over also while somebody never stops writing', async () => {
    let [longest, rounds, sinceLonger] = [0, 0, 0];
    for (; rounds < 3_000 && sinceLonger < 30; rounds++) {
      write(20, 30_000);
      const { log } = sizes();
      sinceLonger = log > longest ? 0 : sinceLonger + 1;
      longest = log;
      await setImmediate();
    }
    expect(rounds).toBeLessThan(3_000);
  });

  it('is in the file when that is closed', async () => {
    write(300);
    await file.close();
    expect(existsSync(`${name}-wal`)).toBe(false);
    file = new ViewsFile(name);
    expect(file.all('SELECT count(*) AS n FROM things')).toMatchObject([{ n: 300 }]);
  });
});
