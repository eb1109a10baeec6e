import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { arrive, becomeAdministrator, complaintsIn, PASSWORD, violations } from './pages.ts';
import { browser, inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' };
const CLOSED = 'nothing can be done until you return to now';
const OF_NOW = 'This page has no past: it shows the present';

let moment: string;

const inThePast = async (path: string) => {
  const opened = await signIn({ office: SECRETARIAT }, {}, `${path}${path.includes('?') ? '&' : '?'}at=${moment}`);
  await opened.page.locator('.band', { hasText: 'Read only' }).waitFor();
  return opened;
};
const says = (page: Page, text: string) => page.locator('main [role=status]', { hasText: text }).waitFor();

inConsole('The console while a moment of the past is shown', () => {
  beforeAll(async () => {
    await scene.api.get('/directives');
    moment = new Date().toISOString();
  }, OPENING_MS);

  it('offers no new directive, and says why; nor does the page of it take a file', async () => {
    const opened = await inThePast('/directives');
    const { page } = opened;
    await says(page, CLOSED);
    expect(await page.locator('a[href*="/directives/new"]').count()).toBe(0);
    expect(await violations(page)).toStrictEqual([]);
    const { page: issuing } = await inThePast('/directives/new');
    await says(issuing, CLOSED);
    expect(await issuing.locator('textarea, input[type=file]').count()).toBe(0);
    await issuing.keyboard.press('Escape');
    await issuing.locator('textarea').waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it.each(['/operations', '/accounts', '/own-account'])('says on %s that it shows the present', async (path) => {
    const { page } = await inThePast(path);
    await says(page, OF_NOW);
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText(OF_NOW).waitFor({ state: 'detached' });
  });

  it('offers no act on a task, and says why', async () => {
    const { items } = await scene.api.get('/tasks', { query: { directiveId: scene.directive, limit: 1 } });
    const { page } = await inThePast(`/tasks/${items[0]!.id}`);
    await says(page, CLOSED);
    expect(await page.locator('.actions').count()).toBe(0);
  });

  it('opens no account there', async () => {
    const { page } = await inThePast('/accounts');
    const count = async () => (await scene.api.get('/accounts')).length;
    const before = await count();
    await page.keyboard.press('c');
    await page.locator('[role=dialog] [role=status]', { hasText: CLOSED }).waitFor();
    expect(await page.locator('[role=dialog] form').count()).toBe(0);
    expect(await violations(page)).toStrictEqual([]);
    expect(await count()).toBe(before);
  });

  it('ends no session there, though no dialog stands before it', async () => {
    const { page } = await arrive(browser);
    await becomeAdministrator(page, scene);
    const other = (await arrive(browser)).page;
    await other.goto(`${scene.url}/rules`);
    await other.fill('input[name=login]', 'ann');
    await other.fill('input[name=password]', PASSWORD);
    await other.keyboard.press('Enter');
    await other.locator('.rail').waitFor();
    await page.goto(`${scene.url}/own-account?at=${moment}`);
    const end = page.getByRole('button', { name: /^End: / });
    await end.click();
    await page.locator('.refused', { hasText: CLOSED }).waitFor();
    expect(await end.count()).toBe(1);
    await page.keyboard.press('Escape');
    await end.click();
    await end.waitFor({ state: 'detached' });
  });
});
