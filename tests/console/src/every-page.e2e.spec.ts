import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, it } from '@jest/globals';
import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import { goTo, settledIn } from './explaining.ts';
import { axeOn, complaintsIn, LANGUAGES, PHONE } from './pages.ts';
import { bringMatter, fillForm } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

type Language = (typeof LANGUAGES)[number];
const SIZES = { desk: {}, phone: PHONE } as const;
/** Where pictures of all of them go, for whoever looks at them; without it none are made. */
const PICTURES = process.env['EDICT_PICTURES'];

let addresses: Readonly<Record<string, string>>;

const COLOURS = 'color-contrast';
/** No style asks for the language, so colours are looked at in one: they take longer than all else together. */
const COLOURED: Language = 'vi';

const setTheme = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate((to) => (document.documentElement.dataset['theme'] = to), theme);

const flawsIn = async (look: string, axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${look} ${id}: ${html.slice(0, 200)}`));
};

/** What is wider than its place, or cut off in it: the page beside the rail, what is in a control, a heading, a time. */
const cutOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const widthOf = (each: Element) => each.getBoundingClientRect().width;
    const isShown = (each: Element) => widthOf(each) > 1 && widthOf(each.closest('thead') ?? each) > 1;
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter(isShown);
    const endOf = (each: Element) => each.getBoundingClientRect().right;
    const sticksOut = (each: Element) =>
      [...each.children].some((child) => isShown(child) && endOf(child) > endOf(each) + 1);
    const isCut = ({ scrollWidth, clientWidth }: Element) => clientWidth > 0 && scrollWidth > clientWidth + 1;
    return [
      ...all('.btn, .find, .tag, .seg > *, .card > header').filter(sticksOut),
      ...all('main, main th, main time').filter(isCut),
    ].map((each) => `is cut: ${each.outerHTML.slice(0, 120)}`);
  });

const widthOf = async (page: Page): Promise<readonly string[]> => {
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  return fits ? [] : ['is wider than the window'];
};

/** What is done with a finger and is not as high as one. */
const smallOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    if (innerWidth > 760) return [];
    return [...document.querySelectorAll('.btn, .iconbtn, .asof, .back, .seg > *, .filter, .field, .tabs > *')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44)
      .map((each) => `is small: ${each.outerHTML.slice(0, 120)}`);
  });

const flawsOf = async (page: Page, language: Language, picture: string): Promise<readonly string[]> => {
  const isColoured = language === COLOURED;
  await setTheme(page, 'light');
  const light = await flawsIn('light', isColoured ? axeOn(page) : axeOn(page).disableRules([COLOURS]));
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${picture}-light.png`) });
  await setTheme(page, 'dark');
  const dark = isColoured ? await flawsIn('dark', axeOn(page).withRules([COLOURS])) : [];
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${picture}-dark.png`) });
  return [...(await widthOf(page)), ...(await cutOn(page)), ...(await smallOn(page)), ...light, ...dark];
};

inConsole('Every page of the console', () => {
  beforeAll(async () => {
    if (PICTURES) await mkdir(PICTURES, { recursive: true });
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
      unit: '/units/ppc-hue',
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
      'own-account': '/own-account',
      accounts: '/accounts',
      'accounts-offices': '/accounts?show=offices',
    };
  }, OPENING_MS);

  it('looks the same in every language', async () => {
    const { page } = await signIn();
    const asking = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
        .filter((text) => /:lang\(|\[lang/.test(text)),
    );
    expect(asking).toStrictEqual([]);
    await page.context().close();
  });

  it.each(LANGUAGES.flatMap((language) => Object.keys(SIZES).map((size) => [language, size] as const)))(
    'in %s on a %s, light and dark, keeps nobody from using it, fits, and complains of nothing',
    async (language, size) => {
      const opened = await signIn({ language }, SIZES[size as keyof typeof SIZES]);
      const { page } = opened;
      const flaws: Record<string, readonly string[]> = {};
      for (const [name, address] of Object.entries(addresses)) {
        await goTo(page, address);
        await settledIn(page);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        flaws[name] = await flawsOf(page, language, `${name}-${language}-${size}`);
      }
      expect(flaws).toStrictEqual(Object.fromEntries(Object.keys(addresses).map((name) => [name, []])));
      expect(complaintsIn(opened)).toStrictEqual([]);
      await page.context().close();
    },
  );

  it('fits at 200 %, where nothing is cut off', async () => {
    const zoomed = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 };
    const { page } = await signIn({ language: 'ru' }, zoomed);
    const flaws: Record<string, readonly string[]> = {};
    for (const [name, address] of Object.entries(addresses)) {
      await goTo(page, address);
      await settledIn(page);
      flaws[name] = [...(await widthOf(page)), ...(await cutOn(page))];
    }
    expect(flaws).toStrictEqual(Object.fromEntries(Object.keys(addresses).map((name) => [name, []])));
    await page.context().close();
  });

  it('keeps nobody from using it in forced colours', async () => {
    const { page } = await signIn({}, { forcedColors: 'active' });
    const flaws: Record<string, readonly string[]> = {};
    for (const [name, address] of Object.entries(addresses)) {
      await goTo(page, address);
      await settledIn(page);
      flaws[name] = await flawsIn('forced', axeOn(page).disableRules([COLOURS])); // the reader's own, and not ours
    }
    expect(flaws).toStrictEqual(Object.fromEntries(Object.keys(addresses).map((name) => [name, []])));
    await page.context().close();
  });
});
