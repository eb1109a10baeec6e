import { gzipSync } from 'node:zlib';

import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { settledIn } from './explaining.ts';
import { arrive, giveToken, LANGUAGES, PHONE, violations } from './pages.ts';
import { browser, inConsole, scene, signIn } from './suite.ts';

const MOST_BYTES = 250 * 1024;

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
/** Each page of a PDF says so once. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

inConsole('What the console weighs, and how it is seen otherwise', () => {
  it('brings no more than 250 kB of scripts and styles, gzipped, for the first page', async () => {
    const { page } = await arrive(browser);
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (/\.(js|css)$/.test(response.url())) bodies.push(response.body());
    });
    await page.goto(`${scene.url}/inbox`);
    await giveToken(page, scene.token);
    await page.locator('.row').first().waitFor();
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.each([
    ['vi', 'now', false],
    ['en', 'now', false],
    ['vi', 'as known on, with its band', true],
    ['en', 'as known on, with its band', true],
  ] as const)('prints the one page to one A4 in %s, %s', async (language, _, isPast) => {
    const at = isPast ? `?at=${new Date().toISOString()}` : '';
    const { page } = await signIn({ language }, {}, `/one-page${at}`);
    await page.locator('.sheet .waits').waitFor();
    await settledIn(page);
    expect(await page.locator('.band').count()).toBe(isPast ? 1 : 0);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pagesIn(pdf)).toBe(1);
    const [, , width, height] = (/\/MediaBox\s*\[([^\]]+)\]/.exec(pdf.toString('latin1'))?.[1] ?? '')
      .split(' ')
      .map(Number);
    expect([Math.round(width!), Math.round(height!)]).toStrictEqual([595, 842]);
  });

  it.each(LANGUAGES)('cuts no day off on the one page (%s): on a desk, on paper, on a phone', async (language) => {
    const { page } = await signIn({ language }, {}, '/one-page');
    const days = page.locator('.late tbody td:nth-child(3)');
    await days.first().waitFor();
    const cut = () => days.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    expect(await cut()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await cut()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(PHONE.viewport!);
    expect(await cut()).toBe(0);
    expect(await days.first().textContent()).toContain('2025');
  });

  it('falls into the layout of a phone at 200 %, with nothing cut off', async () => {
    const { page } = await signIn({}, { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    expect(await fits(page)).toBe(true);
    await page.locator('.row').first().click();
    await page.locator('article h1').waitFor();
    expect(await fits(page)).toBe(true);
    expect(await page.locator('.tabs').isVisible()).toBe(true);
  });

  it('keeps every word and what is chosen in forced colours', async () => {
    const { page } = await signIn({}, { forcedColors: 'active' });
    await page.keyboard.press('j');
    await page.locator('article h1').waitFor();
    const chosen = page.locator('.row[aria-current]');
    expect(await chosen.evaluate((row) => getComputedStyle(row).outlineStyle)).toBe('solid');
    expect(await violations(page)).toStrictEqual([]);
  });
});
