import { readFile } from 'node:fs/promises';

import { beforeAll, expect, it } from '@jest/globals';

import { byKeys, byPointer } from './hand.ts';
import { complaintsIn, OFFICE, PHONE, violations } from './pages.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const WORDS = 'ref,state\n3.b5-2,half\n';

let task: string;

inConsole('Files, in the console', () => {
  beforeAll(async () => {
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    task = items.find(({ ref }) => ref === '3.b5-2')!.id;
  }, OPENING_MS);

  it('are attached to a task by who has it, on a phone, and kept to the byte by whoever may read it', async () => {
    const opened = await signIn({ office: OFFICE }, PHONE, `/tasks/${task}`);
    const { page } = opened;
    const card = page.locator('.card', { hasText: 'Attach a file' });
    const file = { name: 'danh sách.csv', mimeType: 'text/csv', buffer: Buffer.from(WORDS) };
    await card.locator('input[type=file]').setInputFiles(file);
    await card.getByText('danh sách.csv').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
    const other = await signIn({ office: { unit: 'politburo', capacity: 'leader' } }, {}, `/tasks/${task}`);
    const saved = other.page.getByRole('button', { name: 'danh sách.csv' });
    await saved.waitFor();
    expect(await other.page.getByText('Attach a file').count()).toBe(0);
    const [kept] = await Promise.all([other.page.waitForEvent('download'), byKeys(other.page).press(saved)]);
    expect(kept.suggestedFilename()).toBe('danh sách.csv');
    expect(await readFile(await kept.path(), 'utf8')).toBe(WORDS);
  });

  it('are refused with the reason where they are not what their name says', async () => {
    const { page } = await signIn({ office: OFFICE }, {}, `/tasks/${task}`);
    const card = page.locator('.card', { hasText: 'Attach a file' });
    const file = {
      name: 'report.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\u0000\u0001 not a report'),
    };
    await card.locator('input[type=file]').setInputFiles(file);
    await card.locator('.refused').waitFor();
    expect(await card.getByRole('button', { name: 'report.pdf' }).count()).toBe(0);
  });

  it('are what a report on a directive is saved as', async () => {
    const opened = await signIn(
      { office: { unit: 'politburo', capacity: 'leader' } },
      {},
      `/one-page?directive=${scene.directive}`,
    );
    const { page } = opened;
    const hand = byPointer(page);
    await hand.press(page.getByRole('button', { name: 'Save a report as a file' }));
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await hand.choose(page.locator('[role=dialog] [name=kind]'), 'late');
    await hand.choose(page.locator('[role=dialog] [name=format]'), 'csv');
    const submit = page.locator('[role=dialog] button[type=submit]');
    const [kept] = await Promise.all([page.waitForEvent('download'), hand.press(submit)]);
    expect(kept.suggestedFilename()).toBe('conclusion-155-kl-tw-late.csv');
    expect(await readFile(await kept.path(), 'utf8')).toContain('5.b3-1');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });
});
