import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { giveToken, LANGUAGES, OFFICE, routed, violations } from './pages.ts';
import { inConsole, scene, signIn } from './suite.ts';

const AWAY = {
  vi: ['Chưa tải được trang này', 'Mất kết nối; vẫn đọc được.'],
  en: ['This page is not here yet', 'Not connected; you can read.'],
  ru: ['Этой страницы пока нет здесь', 'Нет связи; читать можно.'],
  uk: ['Цієї сторінки поки немає тут', 'Немає зв’язку; читати можна.'],
};
const ABSENT = {
  vi: 'Không có trang này',
  en: 'There is no such page',
  ru: 'Такой страницы нет',
  uk: 'Такої сторінки немає',
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** How many rules have come of a style, in the page. */
const rulesOf = (name: string): number => {
  const sheet = [...document.styleSheets].find(({ href }) => href?.includes(name));
  return sheet?.cssRules.length ?? 0;
};

inConsole('The console where a page cannot be brought', () => {
  it.each(LANGUAGES)(
    'keeps its frame while the server is away, and the page comes by itself (%s)',
    async (language) => {
      const { page } = await signIn({ office: OFFICE, language });
      const [title, offline] = AWAY[language];
      await page.context().route('**', (route) => route.abort());
      await page.locator('.rail a[href^="/directives"]').click();
      await heading(page, title!).waitFor();
      await page.locator('main .refused', { hasText: offline! }).waitFor();
      expect(await page.locator('.rail a[href^="/inbox"]').count()).toBe(1);
      expect(await violations(page)).toStrictEqual([]);
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await page.locator('.row').first().waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('d');
      await heading(page, title!).waitFor();
      await page.context().unroute('**');
      await page.locator('a.issued').first().waitFor();
      expect(await page.evaluate(rulesOf, '/directives-')).toBeGreaterThan(0);
      expect(await page.locator('input[name=token]').count()).toBe(0);
    },
  );

  it('takes the document anew, once, where the server is there and has the page no more', async () => {
    const { page } = await signIn();
    await routed(page, '**/assets/directives-*.js', (route) => route.fulfill({ status: 404 }));
    const anew = page.waitForEvent('load');
    await page.locator('.rail a[href^="/directives"]').click();
    await anew;
    expect(new URL(page.url()).pathname).toBe('/directives');
    await giveToken(page, scene.token);
    await heading(page, AWAY.en[0]!).waitFor();
    let times = 0;
    page.on('load', () => times++);
    for (let asked = 0; asked < 2; asked++) await page.waitForResponse('**/sessions/means');
    expect(times).toBe(0);
  });

  it('keeps its frame where a page breaks, and shows it when it is asked again', async () => {
    const { page } = await signIn();
    await routed(page, '**/matters?*', (route) => route.fulfill({ json: { items: [null], next: null } }));
    await page.locator('.rail a[href^="/matters"]').click();
    await heading(page, 'This page cannot be shown').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.unroute('**/matters?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Matters').waitFor();
  });

  it.each(LANGUAGES)('says that there is no page at an address, within its frame (%s)', async (language) => {
    const { page } = await signIn({ office: OFFICE, language }, {}, '/nowhere');
    await heading(page, ABSENT[language]).waitFor();
    expect(await page.locator('.rail a[href^="/inbox"]').count()).toBe(1);
    expect(await violations(page)).toStrictEqual([]);
  });
});
