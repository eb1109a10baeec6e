import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER, open, type Look } from './browser.ts';
import { openScene, type Scene } from './scene.ts';

/** Looking at a page for its accessibility takes a second, and many on a machine that others use. */
jest.setTimeout(300_000);

const executable = chromiumHere();
const OFFICE = { unit: 'government-party-committee', capacity: 'officer' };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;

let browser: Browser;
let scene: Scene;

const giveToken = async (page: Page, token: string) => {
  await page.locator('summary').click();
  await page.fill('input[name=token]', token);
  await page.keyboard.press('Enter');
};

const signIn = async (look: Partial<Look> = {}, options: BrowserContextOptions = {}) => {
  const opened = await open(browser, { language: 'en', theme: 'light', office: OFFICE, ...look }, options);
  await opened.page.goto(`${scene.url}/inbox`);
  await giveToken(opened.page, scene.token);
  await opened.page.locator('.row').first().waitFor();
  return opened;
};

/** What keeps somebody from using a page. */
const violations = async (page: Page): Promise<readonly string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};

const title = executable ? 'The console' : `The console. ${NO_BROWSER}`;

(executable ? describe : describe.skip)(title, () => {
  beforeAll(async () => {
    [browser, scene] = await Promise.all([launch(executable!), openScene()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('asks a stranger to sign in, and shows nothing else', async () => {
    const { page } = await open(browser, { language: 'en', theme: 'light', office: OFFICE });
    await page.goto(`${scene.url}/directives`);
    await page.locator('input[name=login]').waitFor();
    expect(await page.locator('nav').count()).toBe(0);
    expect(await violations(page)).toStrictEqual([]);
    await giveToken(page, 'not this one');
    await page.getByRole('alert').waitFor();
  });

  it('makes the first administrator by the link that the server printed, and signs them in and out', async () => {
    const { page } = await open(browser, { language: 'en', theme: 'light', office: OFFICE });
    await page.goto(scene.firstAccount);
    await page.fill('input[name=login]', 'ann');
    await page.fill('input[name=name]', 'Ann Nguyen');
    await page.fill('input[name=password]', 'three words and a half');
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    expect(page.url()).not.toContain('#');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.fill('input[name=login]', 'ann');
    await page.fill('input[name=password]', 'three words and a half');
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    await page.goto(scene.firstAccount.split('#')[0]!);
    await page.locator('.rail').waitFor();
  });

  it('lets a department acknowledge by one key, and says so once it is stored', async () => {
    const { page } = await signIn();
    await page.keyboard.press('j');
    await page.locator('article h1').waitFor();
    await page.keyboard.press('a');
    await page.locator('.acts li', { hasText: 'Acknowledged' }).waitFor();
    await page.locator('.life .here', { hasText: 'acknowledged' }).waitFor();
    const { items } = await scene.api.get('/inbox');
    expect(items.filter(({ state }) => state === 'acknowledged')).toHaveLength(1);
  });

  it('takes a report in words by keyboard alone', async () => {
    const { page } = await signIn();
    await page.keyboard.press('j');
    await page.locator('article h1').waitFor();
    await page.keyboard.press('p');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Nine of twelve documents are ready.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const said = page.locator('.acts li', { hasText: 'Nine of twelve documents are ready.' });
    await said.waitFor();
    expect(await said.textContent()).toContain('Government Party Committee');
  });

  it('shows what was known, read only, and comes back by Escape', async () => {
    const { page } = await signIn();
    await page.goto(`${scene.url}/inbox`);
    await giveToken(page, scene.token);
    await page.locator('.row').first().click();
    await page.locator('.actions').waitFor();
    await page.locator('.asof').click();
    await page.fill('#as-of', '2099-01-01T10:00');
    await page.keyboard.press('Enter');
    await page.locator('.band', { hasText: 'Read only' }).waitFor();
    expect(await page.locator('.actions').count()).toBe(0);
    expect(page.url()).toContain('at=2099');
    await page.keyboard.press('Escape');
    await page.locator('.actions').waitFor();
  });

  it.each(LANGUAGES)(
    'is whole in %s, light and dark, without a violation of accessibility or a complaint',
    async (language) => {
      for (const theme of ['light', 'dark'] as const) {
        const { page, complaints } = await signIn({ language, theme });
        await page.keyboard.press('j');
        await page.locator('article h1').waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await violations(page)).toStrictEqual([]);
        await page.keyboard.press('g');
        await page.keyboard.press('d');
        await page.locator('a', { hasText: '155' }).first().click();
        await page.locator('.tree').waitFor();
        expect(await violations(page)).toStrictEqual([]);
        expect(complaints.filter((text) => !text.includes('401'))).toStrictEqual([]);
        await page.context().close();
      }
    },
  );

  it('fits a phone: the list, then the task over it, then back', async () => {
    const { page } = await signIn({}, PHONE);
    await page.locator('.row').first().click();
    await page.locator('article h1').waitFor();
    expect(await page.locator('.list').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await violations(page)).toStrictEqual([]);
    await page.locator('.back').click();
    expect(await page.locator('.list').isVisible()).toBe(true);
  });
});
