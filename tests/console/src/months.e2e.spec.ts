import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it } from '@jest/globals';
import { MOVED_CLOCK } from '@edict/test-servers';

import { explain, sumIn } from './explaining.ts';
import { issueFigures } from './figures-scene.ts';
import { byPointer } from './hand.ts';
import { complaintsIn, LANGUAGES } from './pages.ts';
import { openScene, settled, type Scene } from './scene.ts';
import { inScene, signIn } from './suite.ts';

const LEADER = { unit: 'secretariat', capacity: 'leader' };
const COMMITTEE = { unit: 'government-party-committee' };
const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' } as const;
/** Longer than any month: the end of the last one lies between. */
const AGO_MS = 45 * 86_400_000;

let dir: string;
let figures: Awaited<ReturnType<typeof issueFigures>>;

/** By a server whose clock is 45 days behind; then it is put right, and one task more is done. */
const openTwoMonths = async (): Promise<Scene> => {
  dir = await mkdtemp(join(tmpdir(), 'edict-months-'));
  const clock = join(dir, 'clock');
  await writeFile(clock, String(-AGO_MS));
  const behind = await openScene({ NODE_OPTIONS: `--import ${MOVED_CLOCK}`, TEST_CLOCK_FILE: clock });
  figures = await issueFigures(behind, Date.now() - AGO_MS);
  const scene = await behind.restarted(() => writeFile(clock, '0'));
  const path = { id: figures.idOf('1-5') };
  const body = { assignment: 1, report: 'Done.' };
  await scene.api.post('/tasks/{id}/submit', { ...COMMITTEE, path, key: 'submit-1-5', body });
  await scene.api.post('/tasks/{id}/accept', { ...SECRETARIAT, path, key: 'accept-1-5', body: { submission: 1 } });
  await settled(scene.api);
  return scene;
};

inScene('What has changed since the end of last month, in the console', openTwoMonths, () => {
  afterAll(() => rm(dir, { recursive: true }));

  it.each(LANGUAGES)(
    'stands beside each of the four buckets (%s), and says of what it is the difference',
    async (language) => {
      const opened = await signIn({ office: LEADER, language }, {}, `/one-page?directive=${figures.directive}`);
      const { page } = opened;
      const changes = page.locator('.four .bucket .small .why');
      await changes.first().waitFor();
      expect(await changes.allTextContents()).toStrictEqual(['0', '+1', '−1', '0']);
      expect(await page.locator('.four .bucket b').allTextContents()).toStrictEqual(['1', '2', '2', '2']);
      const said = await explain(page, byPointer, changes.nth(1));
      expect(said).toMatch(/^\+1 = 2 − 1/);
      expect(sumIn(said)).toBe(true);
      await page.context().close();
      expect(complaintsIn(opened)).toStrictEqual([]);
    },
  );
});
