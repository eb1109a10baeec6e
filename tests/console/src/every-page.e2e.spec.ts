import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { axeOn, complaintsIn, LANGUAGES, PHONE, signInTo, violations } from './pages.ts';
import { bringMatter, fillForm, openScene, type Scene } from './scene.ts';

jest.setTimeout(300_000);

const executable = chromiumHere();
const title = 'Every page of the console';
const SIZES = { desk: {}, phone: PHONE } as const;
/** Where pictures of all of them go, for whoever looks at them; without it none are made. */
const PICTURES = process.env['EDICT_PICTURES'];

let browser: Browser;
let scene: Scene;
let signIn: ReturnType<typeof signInTo>;
let addresses: Readonly<Record<string, string>>;

/** The token is kept while the page is open, so one goes on without loading it anew. */
const goTo = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => history.pushState({}, '', to), address);
  await page.waitForFunction((to) => location.pathname + location.search === to, address);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('main .skeleton') === null);
};

/** Only colours are others in the dark. */
const darkViolations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  const { violations: found } = await axeOn(page).withRules(['color-contrast']).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `dark ${id}: ${html.slice(0, 200)}`));
};

const flawsOf = async (page: Page, picture: string): Promise<readonly string[]> => {
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  const light = await violations(page);
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${picture}-light.png`) });
  const dark = await darkViolations(page);
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${picture}-dark.png`) });
  return [...(fits ? [] : ['is wider than the window']), ...light, ...dark];
};

(executable ? describe : describe.skip)(executable ? title : `${title}. ${NO_BROWSER}`, () => {
  beforeAll(async () => {
    if (PICTURES) await mkdir(PICTURES, { recursive: true });
    [browser, scene] = await Promise.all([launch(executable!), openScene()]);
    signIn = signInTo(browser, scene);
    const { items } = await scene.api.get('/tasks', { query: { directiveId: scene.directive, limit: 1 } });
    const matter = await bringMatter(scene, items[0]!.id);
    await fillForm(scene, items[0]!);
    addresses = {
      inbox: '/inbox',
      task: `/tasks/${items[0]!.id}`,
      directives: '/directives',
      directive: `/directives/${scene.directive}`,
      coverage: `/directives/${scene.directive}?show=coverage`,
      timeline: `/directives/${scene.directive}?show=timeline`,
      links: `/directives/${scene.directive}?show=links`,
      'history-of-directive': `/directives/${scene.directive}?show=history`,
      'new-directive': '/directives/new',
      'standing-unit': '/standing-unit',
      matters: '/matters',
      matter: `/matters/${matter}`,
      'standing-unit-matter': `/standing-unit?matter=${matter}`,
      forms: '/forms',
      units: '/units',
      successions: '/units?show=successions',
      'one-page': '/one-page',
      rehearsal: '/rehearsal',
      audit: '/audit',
      'audit-of-task': `/audit?of=${items[0]!.id}`,
      rules: '/rules',
      operations: '/operations',
      accounts: '/accounts',
      'accounts-offices': '/accounts?show=offices',
    };
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it.each(LANGUAGES.flatMap((language) => Object.keys(SIZES).map((size) => [language, size] as const)))(
    'in %s on a %s, light and dark, keeps nobody from using it, fits, and complains of nothing',
    async (language, size) => {
      const opened = await signIn({ language }, SIZES[size as keyof typeof SIZES]);
      const { page } = opened;
      const flaws: Record<string, readonly string[]> = {};
      for (const [name, address] of Object.entries(addresses)) {
        await goTo(page, address);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        flaws[name] = await flawsOf(page, `${name}-${language}-${size}`);
      }
      expect(flaws).toStrictEqual(Object.fromEntries(Object.keys(addresses).map((name) => [name, []])));
      expect(complaintsIn(opened)).toStrictEqual([]);
      await page.context().close();
    },
  );
});
