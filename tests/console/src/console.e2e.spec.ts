import { expect, it } from '@jest/globals';

import {
  arrive,
  becomeAdministrator,
  complaintsIn,
  giveToken,
  LANGUAGES,
  PASSWORD,
  PHONE,
  violations,
} from './pages.ts';
import { browser, inConsole, scene, signIn } from './suite.ts';

/** As a field takes it. */
const inVietNam = (moment: Date) =>
  new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);

/** Looking at a page for its accessibility takes a second, and many on a machine that others use. */

inConsole('The console', () => {
  it('asks a stranger to sign in, and shows nothing else', async () => {
    const { page } = await arrive(browser);
    await page.goto(`${scene.url}/directives`);
    await page.locator('input[name=login]').waitFor();
    expect(await page.locator('nav').count()).toBe(0);
    expect(await violations(page)).toStrictEqual([]);
    await giveToken(page, 'not this one');
    await page.getByRole('alert').waitFor();
  });

  it('makes the first administrator by the link that the server printed, and signs them in and out', async () => {
    const { page } = await arrive(browser);
    await becomeAdministrator(page, scene);
    expect(page.url()).not.toContain('#');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.fill('input[name=login]', 'ann');
    await page.fill('input[name=password]', PASSWORD);
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
    await page.fill('#as-of', inVietNam(new Date()));
    await page.keyboard.press('Enter');
    await page.locator('.band', { hasText: 'Read only' }).waitFor();
    expect(await page.locator('.actions').count()).toBe(0);
    expect(page.url()).toMatch(/[?&]at=\d{4}-/);
    await page.keyboard.press('Escape');
    await page.locator('.actions').waitFor();
  });

  it.each(LANGUAGES)(
    'is whole in %s, light and dark, without a violation of accessibility or a complaint',
    async (language) => {
      for (const theme of ['light', 'dark'] as const) {
        const opened = await signIn({ language, theme });
        const { page } = opened;
        await page.keyboard.press('j');
        await page.locator('article h1').waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await violations(page)).toStrictEqual([]);
        await page.keyboard.press('g');
        await page.keyboard.press('d');
        await page.locator('a', { hasText: '155' }).first().click();
        await page.locator('.tree').waitFor();
        expect(await violations(page)).toStrictEqual([]);
        expect(complaintsIn(opened)).toStrictEqual([]);
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
