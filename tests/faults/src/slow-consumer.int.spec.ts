import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { aftermath } from './aftermath.ts';
import { registrations, scratch, START, within } from './scene.ts';

const program = new URL('slow-worker.ts', import.meta.url).pathname;
const FLAGS = ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning'];
const EVENTS = 51_200;

type Told = Readonly<Record<'before' | 'meanwhile' | 'lag' | 'othersMs' | 'recoveredMs' | 'maxMb', number>> &
  Readonly<{ isStillSlow: boolean }>;

describe('A view that does not get on', () => {
  it('R15: leaves appends, memory and all others as they were, is said to be behind by as much as it is, and catches up', async () => {
    const dir = scratch();
    await within(dir, async (engine) => {
      for (const { command, caller } of registrations) await engine.execute(command, caller);
      await engine.drain();
    });
    const { stdout } = await promisify(execFile)(process.execPath, [...FLAGS, program, dir, START, String(EVENTS)]);
    const told = JSON.parse(stdout) as Told;
    expect(told).toMatchObject({ lag: EVENTS, isStillSlow: true });
    expect(told.maxMb).toBeLessThan(512);
    // How much more exactly, a benchmark would say: an append that waits for the view takes as long as that is held.
    expect(told.meanwhile).toBeLessThan(4 * told.before + 100);
    expect(told.othersMs).toBeLessThan(120_000);
    expect(told.recoveredMs).toBeLessThan(120_000);
    expect((await aftermath(dir, { now: START })).broken).toStrictEqual([]);
  }, 300_000);
});
