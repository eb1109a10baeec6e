import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, OFFICE, violations } from './pages.ts';
import { EXAMPLES } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const TODAY = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [key, value] of Object.entries(values)) await page.fill(`[role=dialog] input[name="line.${key}"]`, value);
};
const WHOLE = { total: '747', cadres: '27', civilServants: '287', publicEmployees: '311', workers: '122' };

inConsole('Report forms in the console', () => {
  beforeAll(async () => {
    const document = await readFile(join(EXAMPLES, 'form-staff-at-the-merger.yaml'), 'utf8');
    const body = { document };
    await scene.api.post('/references', { body, key: 'form', unit: 'secretariat', capacity: 'secretariat' });
  }, OPENING_MS);

  const openForm = async (page: Page) => {
    await page.locator('.row', { hasText: '3.b5-2' }).click();
    await page.getByRole('button', { name: 'Fill in a form' }).waitFor();
    await page.keyboard.press('o');
    await page.locator('[role=dialog] input[name="line.total"]').waitFor();
    await page.fill('[role=dialog] input[type=date]', TODAY);
  };

  it('are filled in with a task; what does not add up says so beside its line, and can be put right', async () => {
    const opened = await signIn({ office: OFFICE });
    const { page } = opened;
    await openForm(page);
    await fill(page, { ...WHOLE, total: '748' });
    await page.locator('[role=dialog] button[type=submit]').click();
    const wrong = page.locator('[role=dialog] input[aria-invalid=true]');
    await wrong.waitFor();
    expect(await wrong.getAttribute('name')).toBe('line.total');
    expect(await page.locator('[role=dialog] .form-lines .refused').textContent()).toContain('747');
    expect(await violations(page)).toStrictEqual([]);
    await fill(page, { total: WHOLE.total });
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('.card', { hasText: 'staff-at-the-merger' }).getByText('Government Party Committee').waitFor();
    const { items } = await scene.api.get('/form-reports', { query: { on: TODAY } });
    expect(items).toMatchObject([{ values: { total: 747, workers: 122 }, corrections: 0 }]);
    expect(complaintsIn(opened).filter((text) => !text.includes('422'))).toStrictEqual([]);
  });

  it('are corrected with a reason, and added up over units with what was filled in at first', async () => {
    const opened = await signIn({ office: OFFICE });
    const { page } = opened;
    await openForm(page);
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="line.total"]')?.value === '747',
    );
    await fill(page, { total: '748', workers: '123' });
    await page.fill('[role=dialog] [name=correcting]', 'One worker was forgotten.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.getByText('corrected once').waitFor();
    await page.locator('.card', { hasText: 'Forms' }).getByRole('link', { name: 'staff-at-the-merger' }).click();
    await page.locator('.sums tr', { hasText: 'Staff' }).getByText('748', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'corrected once' }).click();
    await page.getByText('Form report corrected: One worker was forgotten.').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toMatch(/^TOTAL,.*748/m);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });
});
