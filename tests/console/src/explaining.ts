import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import type { byKeys } from './hand.ts';
import { violations } from './pages.ts';

export const reason = (page: Page) => page.locator('.reason[role=dialog], .reason [role=dialog]').first();
export const lineOf = (page: Page, name: string) =>
  reason(page).locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');

type Way = (page: Page) => ReturnType<typeof byKeys>;

/** Opens it and says what stands there; once it is closed by Escape, the focus is where it was. */
export const explain = async (page: Page, way: Way, what: Locator): Promise<string> => {
  await way(page).press(what);
  await reason(page).locator('dl').waitFor();
  expect(await violations(page)).toStrictEqual([]);
  return (await reason(page).textContent()) ?? '';
};
export const close = async (page: Page, what: Locator): Promise<void> => {
  await page.keyboard.press('Escape');
  await reason(page).waitFor({ state: 'detached' });
  await page.waitForFunction((node) => node === document.activeElement, await what.elementHandle());
  expect(await what.getAttribute('aria-expanded')).toBe('false');
};

/** Follows the way to what was counted: how many lines are there. */
export const shownBy = async (page: Page): Promise<number> => {
  await page.getByRole('link', { name: 'Show them' }).click();
  const list = page.locator('.just-these');
  await list.waitFor();
  return list.locator('tbody tr').count();
};

const FIGURE = String.raw`[+−]?\d[\d,]*(?:\.\d+)?`;
const ADDED = new RegExp(`^(${FIGURE})( %)?(?: = (${FIGURE}(?: [+−÷] ${FIGURE})*))?`);
const numberOf = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** The number that a reason begins with. */
export const figureIn = (said: string): string => new RegExp(`^${FIGURE}`).exec(said)?.[0] ?? '';
/** All that stand in a text. Without any, there is nothing of it. */
export const figuresIn = (text: string): readonly string[] => text.match(new RegExp(FIGURE, 'g')) ?? ['0'];

/** Whether it begins with a figure, and where that is written as a sum, a difference or a share, with what that comes to. */
export const sumIn = (said: string): boolean => {
  const [, sum, percent, parts] = ADDED.exec(said) ?? [];
  if (sum === undefined) return false;
  if (parts === undefined) return true;
  const [first, ...rest] = parts.split(' ');
  const result = rest.reduce((before, each, n) => {
    const by = numberOf(each);
    const sign = n % 2 === 0 ? '' : rest[n - 1]!;
    return { '+': before + by, '−': before - by, '÷': (before / by) * (percent ? 100 : 1), '': before }[sign]!;
  }, numberOf(first!));
  const decimals = /\.(\d+)$/.exec(sum)?.[1]!.length ?? 0;
  return Math.abs(result - numberOf(sum)) <= 0.5 / 10 ** decimals;
};

/** To another page without loading anything anew, until that one is there: its heading is another, or says something else. */
export const goTo = async (page: Page, address: string): Promise<void> => {
  await page.waitForFunction((to) => {
    const [main, heading] = ['main', 'main h1'].map((selector) => document.querySelector<HTMLElement>(selector));
    if (!main || !heading) return false;
    delete main.dataset['read'];
    const isElsewhere = new URL(to, location.href).pathname !== location.pathname;
    if (isElsewhere) heading.dataset['before'] = heading.textContent;
    history.pushState({}, '', to);
    return true;
  }, address);
  await page.waitForFunction(() => {
    const heading = document.querySelector<HTMLElement>('main h1');
    return heading !== null && heading.dataset['before'] !== heading.textContent;
  });
};

/** Until nothing more comes. */
export const settledIn = (page: Page) =>
  page.waitForFunction(
    () => {
      const main = document.querySelector('main');
      if (main === null) return false;
      const { dataset, textContent } = main;
      const isSame = dataset['read'] === textContent && document.querySelector('main .skeleton') === null;
      dataset['read'] = textContent;
      return isSame;
    },
    undefined,
    { polling: 400 },
  );
