import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { verdictOn } from '@edict/cli/src/commands/verify.ts';
import { SAGAS, SealBroken } from '@edict/engine';

import { aftermath } from './aftermath.ts';
import { startWorker } from './processes.ts';
import { copyOf, registrations, scratch, START, within } from './scene.ts';

/** All of a store but what is kept outside the database, the checkpoint, and what is built from it. */
const DATABASE = ['events.db', 'events.db-wal', 'events.db-shm', 'events.digest'];

const putBack = (from: string, to: string): void => {
  for (const name of DATABASE) {
    rmSync(join(to, name), { force: true });
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name));
  }
};

const [YESTERDAY, TODAY] = [registrations.slice(0, 20), registrations.slice(20, 40)];
/** The activation of each saga comes first. */
const [OLD, NEW] = [YESTERDAY, [...YESTERDAY, ...TODAY]].map(({ length }) => SAGAS.length + length) as [number, number];

const worked = async (dir: string, send: typeof registrations, isKilled: boolean): Promise<void> => {
  const { child, atWork, ended } = startWorker({ dir, now: START, send, ...(isKilled ? { load: [] } : {}) });
  if (isKilled) await atWork.then(() => child.kill('SIGKILL'));
  expect((await ended).signal).toBe(isKilled ? 'SIGKILL' : null);
};

describe('An old copy of the database, put back beside the checkpoint of today', () => {
  it.each([
    ['that was closed', false],
    ['with its write-ahead log, of a process that was killed', true],
  ])(
    '%s, is refused with the reason; the right one works again',
    async (_, isKilled) => {
      const dir = scratch();
      await worked(dir, YESTERDAY, isKilled);
      const yesterday = copyOf(dir);
      await worked(dir, TODAY, isKilled);
      const today = copyOf(dir);

      putBack(yesterday, dir);
      const opening = within(dir, async () => undefined);
      await expect(opening).rejects.toThrow(SealBroken);
      await expect(opening).rejects.toThrow(
        new RegExp(
          `^The log was rolled back: ${NEW} events .* were sealed, but it ends at position 0*${OLD}\\. ` +
            'An old copy of the database may have been put back\\.$',
        ),
      );
      const { ok, problems } = await verdictOn(dir);
      expect([ok, problems.map(({ problem }) => problem).join()]).toStrictEqual([
        false,
        expect.stringContaining(
          `The log ends after ${OLD} events at position ${OLD}, but ${NEW} events up to position`,
        ),
      ]);

      putBack(today, dir);
      const { broken, log } = await aftermath(dir, { now: START });
      expect([broken, log.length]).toStrictEqual([[], NEW]);
    },
    30_000,
  );
});
