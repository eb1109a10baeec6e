import { beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { goTo, reason, settledIn } from './explaining.ts';
import { issueFigures } from './figures-scene.ts';
import { arrive, complaintsIn, giveToken, OFFICE, PHONE, violations } from './pages.ts';
import { fillForm, settled } from './scene.ts';
import { browser, inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const DESK = { unit: OFFICE.unit, capacity: 'standingUnit' };
const LEADER = { unit: 'secretariat', capacity: 'leader' };
/** An identifier of a message, where its words should be. */
const NO_WORDS =
  /(?<![\w@/.])(?:reason|state|class|kind|mandate|clock|mark|milestone|succession|units|event)\.[a-zA-Z]/;

let figures: Awaited<ReturnType<typeof issueFigures>>;

/** One of each kind, by where it stands. */
const kinds = (): readonly (readonly [address: string, what: string])[] => [
  [`/tasks/${figures.idOf('1-5')}`, '.head .tag.state'],
  [`/tasks/${figures.idOf('1-5')}`, '.head .tag.overdue'],
  [`/directives/${figures.directive}`, 'h1 .tag'],
  [`/directives/${figures.directive}`, '.bucket .why'],
  [`/directives/${scene.directive}?show=coverage`, 'td.num .why'],
  [`/directives/${scene.directive}?show=timeline`, 'td.num .why'],
  [`/standing-unit?matter=${figures.matter}`, '.head .tag.state'],
  [`/standing-unit?matter=${figures.matter}`, '.head .answer-by'],
  [`/standing-unit?matter=${figures.matter}`, '.head .answer-by ~ .tag'],
  ['/standing-unit', '.mand .why'],
  ['/standing-unit', '.heaps li .why'],
  ['/units/ppc-hue', '.head .tag.state'],
  ['/units/ppc-hue', '.card header .why'],
  ['/units?show=successions', '.moves td.num .why'],
  ['/units?show=successions', '.moves td.nw .why'],
  ['/inbox', '.tools .why'],
  ['/inbox', '.grp .why'],
  ['/forms', '.sums td.num .why'],
  ['/operations', 'dd .why, td .why'],
];

const opened = async (page: Page, what: Locator): Promise<string> => {
  await what.click();
  await reason(page).locator('dl').waitFor();
  return reason(page).innerText();
};

inConsole('How reasons look, and when they are had', () => {
  beforeAll(async () => {
    const { items } = await scene.api.get('/tasks', { query: { directiveId: scene.directive, limit: 1 } });
    await fillForm(scene, items[0]!);
    figures = await issueFigures(scene);
  }, OPENING_MS);

  it.each([
    ['vi', 'light'],
    ['en', 'dark'],
    ['ru', 'light'],
    ['uk', 'dark'],
  ] as const)('have all their words in %s, and keep nobody from reading them: %s', async (language, theme) => {
    const signedIn = await signIn({ language, theme, office: DESK }, {});
    const { page } = signedIn;
    const flaws: Record<string, readonly string[]> = {};
    for (const [address, what] of kinds()) {
      if (new URL(page.url()).pathname + new URL(page.url()).search !== address) {
        await goTo(page, address);
        await settledIn(page);
      }
      const said = await opened(page, page.locator(what).first());
      const found = [...(NO_WORDS.test(said) ? [said] : []), ...(await violations(page))];
      if (found.length > 0) flaws[`${address} ${what}`] = found;
      await page.keyboard.press('Escape');
      await reason(page).waitFor({ state: 'detached' });
    }
    expect(flaws).toStrictEqual({});
    expect(complaintsIn(signedIn)).toStrictEqual([]);
    await page.context().close();
  });

  it.each([
    ['in forced colours', { forcedColors: 'active' }],
    ['at 200 %', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
  ] as const)('can be read whole %s', async (_, look) => {
    const { page } = await signIn({}, look, `/tasks/${figures.idOf('1-5')}`);
    await opened(page, page.locator('.head .tag.overdue'));
    const { x, y, width, height } = (await page.locator('.explain.reason').boundingBox())!;
    const { width: wide, height: high } = page.viewportSize()!;
    expect([x >= 0, y >= 0, x + width <= wide, y + height <= high]).toStrictEqual([true, true, true, true]);
    expect(await violations(page)).toStrictEqual([]);
    await page.context().close();
  });

  it.each([
    ['a pointer, a digit between others', {}, 24, 'td.num .why'],
    ['a finger, a digit between others', PHONE, 24, 'td.num .why'],
    ['a finger, what stands alone', PHONE, 44, '.head .tag.state'],
  ] as const)('are met by %s, however small that is', async (_, size, least, what) => {
    const isDigit = what === 'td.num .why';
    const address = isDigit ? `/directives/${scene.directive}?show=coverage` : `/tasks/${figures.idOf('1-7')}`;
    const { page } = await signIn({ office: LEADER }, size, address);
    const digit = page
      .locator(what)
      .filter({ hasText: isDigit ? /^\d$/ : /./ })
      .first();
    await digit.waitFor();
    await digit.scrollIntoViewIfNeeded();
    const met = await digit.evaluate((node, across) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const reach = across / 2 - 1;
      const [rightmost, lowest] = [x + reach, y + reach];
      const points = [
        [x - reach, y],
        [rightmost, y],
        [x, y - reach],
        [x, lowest],
      ] as const;
      return points.map(([at, down]) => document.elementFromPoint(at, down) === node);
    }, least);
    expect(met).toStrictEqual([true, true, true, true]);
    await page.context().close();
  });

  it('are printed as a note under the page', async () => {
    const { page } = await signIn({ office: LEADER }, {}, `/directives/${figures.directive}`);
    await page.locator('.bucket .why').first().waitFor();
    const said = await opened(page, page.locator('.bucket .why').first());
    expect(said).toContain('Show them');
    await page.emulateMedia({ media: 'print' });
    const note = page.locator('.explain.reason');
    expect(await note.isVisible()).toBe(true);
    expect(await note.evaluate((node) => getComputedStyle(node).position)).toBe('static');
    expect(await note.getByText('Show them').isVisible()).toBe(false);
    const [main, own] = [(await page.locator('main').boundingBox())!, (await note.boundingBox())!];
    expect(own.y).toBeGreaterThanOrEqual(main.y + main.height - 1);
    await page.context().close();
  });

  it('are asked for again where they could not be had', async () => {
    const { page } = await arrive(browser, {});
    const overlays = /\/overlays-[^/]*\.js/;
    const isRefused = page.waitForEvent('requestfailed', (request) => overlays.test(request.url()));
    await page.route(overlays, (route) => route.abort());
    await page.goto(`${scene.url}/tasks/${figures.idOf('1-5')}`);
    await giveToken(page, scene.token);
    const state = page.locator('.head .tag.state');
    await state.waitFor();
    await isRefused;
    const isRefusedAgain = page.waitForEvent('requestfailed', (request) => overlays.test(request.url()));
    await state.click();
    await isRefusedAgain;
    await page.locator('.head .tag.state[aria-expanded=false]').waitFor();
    await page.unroute(overlays);
    expect(await opened(page, state)).toContain('acknowledged');
    await page.context().close();
  });

  it('tell at an earlier moment what lay there then', async () => {
    const basis = 'Resolution 202/2025/QH15';
    const registrar = { unit: 'central-party-office', capacity: 'secretariat' } as const;
    await scene.api.post('/successions', {
      ...registrar,
      key: 'hue',
      body: { id: 'hue', from: ['ppc-hue'], kind: 'merge', to: 'ppc-ha-noi', basis, effectiveOn: '2099-07-01' },
    });
    await settled(scene.api);
    const after = new Date().toISOString();
    const asked: string[] = [];
    const { page } = await signIn({ office: { ...registrar } }, {}, `/units?show=successions&at=${after}`);
    page.on('request', (request) => asked.push(request.url()));
    const row = page.locator('.moves tbody tr', { hasText: 'Hue' }).first();
    await opened(page, row.locator('td.num .why'));
    const holdings = asked.filter((url) => /\/(?:counts|tasks|matters|standing-units)\?/.test(url));
    expect(holdings.length).toBeGreaterThanOrEqual(4);
    expect(holdings.filter((url) => new URL(url).searchParams.get('asOf') !== after)).toStrictEqual([]);
    await page.context().close();
  });
});
