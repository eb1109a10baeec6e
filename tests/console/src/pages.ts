import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';

import { open, type Look, type Opened } from './browser.ts';
import type { Scene } from './scene.ts';

export const OFFICE = { unit: 'government-party-committee', capacity: 'officer' };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;
export const PASSWORD = 'three words and a half';

const LOOK: Look = { language: 'en', theme: 'light', office: OFFICE };

export const giveToken = async (page: Page, token: string): Promise<void> => {
  await page.locator('summary').click();
  await page.fill('input[name=token]', token);
  await page.keyboard.press('Enter');
};

/** Nobody is signed in yet. */
export const arrive = (browser: Browser, look: Partial<Look> = {}, options?: BrowserContextOptions): Promise<Opened> =>
  open(browser, { ...LOOK, ...look }, options);

/** By the token of the installation, in front of an inbox, or of another page. */
export const signInTo =
  (browser: Browser, scene: Scene) =>
  async (look: Partial<Look> = {}, options: BrowserContextOptions = {}, at = '/inbox'): Promise<Opened> => {
    const opened = await arrive(browser, look, options);
    await opened.page.goto(`${scene.url}${at}`);
    await giveToken(opened.page, scene.token);
    await opened.page
      .locator(at === '/inbox' ? '.row' : 'h1')
      .first()
      .waitFor();
    return opened;
  };

/** As the first administrator: by the link that the server printed, once. */
export const becomeAdministrator = async (page: Page, scene: Scene): Promise<void> => {
  await page.goto(scene.firstAccount);
  await page.fill('input[name=login]', 'ann');
  await page.fill('input[name=name]', 'Ann Nguyen');
  await page.fill('input[name=password]', PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.rail').waitFor({ state: 'attached' });
};

/** No page here has frames, so that none has to be opened beside it to put their results together. */
export const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** As somebody does who has no pointer. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  while ((await page.locator(`${selector}:focus`).count()) === 0) await page.keyboard.press('Tab');
};

/** While a dialog comes up, what is behind it is hidden already, and the page seems to have nothing. */
const dialogsUp = (page: Page) =>
  page.waitForFunction(() => {
    const isUp = (node: Element | null): boolean =>
      node === null || (getComputedStyle(node).opacity === '1' && isUp(node.parentElement));
    return [...document.querySelectorAll('[role=dialog]')].every(isUp);
  });

/** What keeps somebody from using a page. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  await dialogsUp(page);
  const { violations: found } = await axeOn(page).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};

/** What was said on the console, but for the question whether somebody is signed in, which is answered by a no. */
export const complaintsIn = ({ complaints }: Opened): readonly string[] =>
  complaints.filter((text) => !text.includes('401'));

/** `answer` stands between the page and its server from when this is done: a page that is there already asks past it for a moment more. */
export const routed = async (
  page: Page,
  what: string | RegExp,
  answer: (route: Route) => Promise<void>,
  options: Readonly<{ times?: number }> = {},
): Promise<void> => {
  await page.route(what, answer, options);
  await page.route('**/health/live', (route) => route.fulfill({ status: 204 }), { times: 1 });
  await page.waitForFunction(async () => (await fetch('/health/live')).status === 204);
};
