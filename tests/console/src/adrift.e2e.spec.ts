import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { arrive, giveToken, OFFICE, routed } from './pages.ts';
import { browser, inConsole, OPENING_MS, scene, signIn } from './suite.ts';

/** More than the server is ever silent. */
const SILENCE_MS = 45_000;

let ids: readonly string[];

const stateOf = async (id: string) => (await scene.api.get('/tasks/{id}', { path: { id } })).state;
const state = (page: Page, words: string) => page.locator('article .tag.state', { hasText: words }).first();
const open = async (id: string) => {
  const { page } = await signIn({ office: OFFICE }, {}, `/tasks/${id}`);
  await page.locator('.actions kbd', { hasText: 'A' }).waitFor();
  return page;
};
const ACKNOWLEDGE = '**/tasks/*/acknowledge';

inConsole('The console where the server is slow, refuses, or is not there', () => {
  beforeAll(async () => {
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    ids = items.filter((each) => each.state === 'assigned').map(({ id }) => id);
  }, OPENING_MS);

  it('says that an act is being sent until it is stored, and does not show it as done', async () => {
    const id = ids[0]!;
    const page = await open(id);
    const { promise: stored, resolve: store } = Promise.withResolvers<void>();
    await routed(page, ACKNOWLEDGE, async (route) => {
      await stored;
      await route.continue();
    });
    await page.keyboard.press('a');
    await page.locator('.actions [role=status]', { hasText: 'Sending' }).waitFor();
    expect(await state(page, 'assigned').count()).toBe(1);
    expect(await page.locator('.actions button:not([disabled])').count()).toBe(0);
    expect(await stateOf(id)).toBe('assigned');
    store();
    await state(page, 'acknowledged').waitFor();
    expect(await stateOf(id)).toBe('acknowledged');
  });

  it('says why an act was not stored, leaves all as it was, and does it when it is asked again', async () => {
    const id = ids[1]!;
    const page = await open(id);
    const body = JSON.stringify({ code: 'store/full', status: 503, title: 'Full', detail: 'The disk is full.' });
    await routed(page, ACKNOWLEDGE, (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body }),
    );
    await page.keyboard.press('a');
    await page.locator('.actions .refused', { hasText: 'The disk is full.' }).waitFor();
    expect(await state(page, 'assigned').count()).toBe(1);
    await page.unroute(ACKNOWLEDGE);
    await page.keyboard.press('a');
    await state(page, 'acknowledged').waitFor();
    expect(await page.locator('.refused').count()).toBe(0);
  });

  it('notices that nobody tells it anything any more, says so, can be read meanwhile, and then shows what it has missed', async () => {
    const [shown, other] = [ids[2]!, ids[3]!];
    const { page } = await arrive(browser, { office: OFFICE });
    await page.clock.install();
    await page.goto(`${scene.url}/inbox?task=${shown}`);
    await giveToken(page, scene.token);
    await state(page, 'assigned').waitFor();
    const band = page.locator('.band.offline', { hasText: 'Not connected' });
    expect(await band.count()).toBe(0);
    await routed(page, '**/events?*', (route) => route.abort());
    await page.clock.fastForward(SILENCE_MS);
    await band.waitFor();
    await page.locator(`.row[href*="${other}"]`).click();
    await page.locator('article h1').waitFor();
    await page.locator(`.row[href*="${shown}"]`).click();
    const { assignment } = await scene.api.get('/tasks/{id}', { path: { id: shown } });
    await scene.api.post('/tasks/{id}/acknowledge', { path: { id: shown }, key: 'meanwhile', body: { assignment } });
    expect(await band.count()).toBe(1);
    await page.unroute('**/events?*');
    await page.clock.fastForward(SILENCE_MS);
    await band.waitFor({ state: 'detached' });
    await state(page, 'acknowledged').waitFor();
  });

  it('keeps in the address what a list was narrowed to, so that it can be kept and sent on', async () => {
    const { page } = await signIn({ office: OFFICE });
    await page.locator('.seg button').nth(1).click();
    await page.waitForURL(/tab=waiting/);
    await page.locator('.seg button').first().click();
    await page.locator('.filter').fill('de an');
    await page.waitForURL(/tab=todo.*q=de|q=de.*tab=todo/);
    const rows = await page.locator('.row').count();
    const address = page.url();
    const again = await signIn({ office: OFFICE }, {}, address.slice(new URL(address).origin.length));
    await again.page.locator('.filter').waitFor();
    expect(await again.page.inputValue('.filter')).toBe('de an');
    expect(await again.page.locator('.row').count()).toBe(rows);
  });
});
