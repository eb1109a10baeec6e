import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, giveToken, LANGUAGES, OFFICE, violations } from './pages.ts';
import { EXAMPLES } from './scene.ts';
import { inConsole, scene, signIn } from './suite.ts';

const RULES = 'from=2025-05-16&until=2025-12-31&policy=vn-party&calendar=vn-working-days';
const EXAMPLE = `/rehearsal?example=nobody&${RULES}`;
const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' };

const stage = (page: Page) => page.locator('.deck').waitFor({ timeout: 60_000 });
const inMode = (page: Page, is: string) => page.locator(`.app[data-mode=${is}]`).waitFor();
const clock = (page: Page) => page.locator('.deck .clock').textContent();
const carried = (page: Page) => new URL(page.url()).searchParams;
const isCarried = (page: Page, moment: string) =>
  page.waitForURL((url) => url.searchParams.get('moment') === moment, { timeout: 30_000 });

/** What the control, the band and the title say of the moment. */
const said = async (page: Page) => ({
  control: await page.locator('.asof .when').textContent(),
  band: await page.locator('.band b').textContent(),
  title: await page.title(),
});

inConsole('The control of time', () => {
  it.each(LANGUAGES)('says the same moment in the control, the band and the title (%s)', async (language) => {
    const { page } = await signIn({ language }, {}, `/directives?at=${new Date().toISOString()}`);
    const { control, band, title } = await said(page);
    expect(band).toContain(control);
    expect(title).toContain(band);
    await page.keyboard.press('Escape');
    await page.locator('[data-mode=now]').waitFor();
    expect(await page.title()).not.toContain(band);
    await page.goto(`${scene.url}${EXAMPLE}&moment=2025-06-01T05:00:00.000Z`);
    await giveToken(page, scene.token);
    await stage(page);
    const virtual = await said(page);
    expect(virtual.control).toContain('2025');
    expect(virtual.band).toContain(virtual.control);
    expect(virtual.title).toContain(virtual.band);
    await page.context().close();
  });

  it('keeps the band and its moment on paper', async () => {
    const { page } = await signIn({}, {}, `/one-page?at=${new Date().toISOString()}`);
    await page.locator('.band b').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.band b').isVisible()).toBe(true);
    expect(await page.locator('.band button').isVisible()).toBe(false);
    expect(await page.locator('.top').isVisible()).toBe(false);
  });
});

inConsole('The address of a rehearsal', () => {
  it('shows the same at the same moment once more', async () => {
    const opened = await signIn({}, {}, '/rehearsal');
    const { page } = opened;
    await page.getByRole('link', { name: 'Conclusion 155-KL/TW, nobody acts' }).click();
    await stage(page);
    await isCarried(page, '2025-05-15T17:00:00.000Z');
    const before = await page.evaluate(() => history.length);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.waitForURL((url) => (url.searchParams.get('moment') ?? '') > '2025-05-16');
    const [at, address] = [await clock(page), page.url()];
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.reload();
    await giveToken(page, scene.token);
    await stage(page);
    expect([await clock(page), page.url()]).toStrictEqual([at, address]);
    expect(Object.fromEntries(carried(page))).toMatchObject({
      example: 'nobody',
      from: '2025-05-16',
      policy: 'vn-party',
      calendar: 'vn-working-days',
    });
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is replaced while it plays, and does not call back who has gone elsewhere', async () => {
    const { page } = await signIn({}, {}, EXAMPLE);
    await stage(page);
    await isCarried(page, '2025-05-15T17:00:00.000Z');
    const before = await page.evaluate(() => history.length);
    await page.locator('.deck').getByRole('button', { name: 'Play' }).click();
    await isCarried(page, '2025-05-17T17:00:00.000Z');
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.waitForURL('**/units');
    await page.locator('[data-mode=now]').waitFor();
  });

  it('names the directive that is played, and not what was dropped or changed', async () => {
    const { page } = await signIn({}, {}, `/directives/${scene.directive}`);
    await page.getByRole('button', { name: 'Rehearse H' }).waitFor();
    await page.keyboard.press('h');
    await page.fill('input[name=from]', '2025-05-16');
    await page.fill('input[name=until]', '2025-12-31');
    const play = page.getByRole('button', { name: 'Rehearse', exact: true });
    await play.click();
    await stage(page);
    expect(carried(page).get('of')).toBe(scene.directive);
    await page.keyboard.press('Escape');
    await page.locator('input[name=from]').waitFor();
    const text = await readFile(join(EXAMPLES, 'conclusion-155-kl-tw.yaml'), 'utf8');
    await page.locator('.file textarea').first().fill(text);
    await page.fill('input[name=from]', '2025-05-16');
    await page.fill('input[name=until]', '2025-12-31');
    await play.click();
    await stage(page);
    await page.keyboard.press('n');
    expect([...carried(page).keys()]).toStrictEqual([]);
  });

  it('says what is wrong with it, above what can be assumed instead', async () => {
    const { page } = await signIn({}, {}, EXAMPLE.replace('policy=vn-party', 'policy=nobodys'));
    await page.locator('input[name=from]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.refused').first().textContent()).toContain('nobodys');
  });
});

inConsole('One mode at a time', () => {
  it('is a rehearsal where the address has both, and no other moment goes along', async () => {
    const { page } = await signIn({}, {}, `${EXAMPLE}&at=${new Date().toISOString()}`);
    await stage(page);
    expect(carried(page).has('at')).toBe(false);
    await inMode(page, 'rehearsal');
    expect(await page.locator('.asof .word').textContent()).toBe('Rehearsal');
    expect((await said(page)).band).toContain((await said(page)).control);
  });

  it('is left for another moment by choosing one, and for a rehearsal by going there', async () => {
    const { page } = await signIn({}, {}, EXAMPLE);
    await stage(page);
    await page.locator('.asof').click();
    await page.fill('#as-of', '2025-06-01T10:00');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/inbox?at=**');
    expect([...carried(page).keys()]).toStrictEqual(['at']);
    await inMode(page, 'past');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.locator('input[name=from]').waitFor();
    expect(carried(page).has('at')).toBe(false);
    await inMode(page, 'now');
  });

  it('is left by Escape, which is first for what is open, and for nobody who writes', async () => {
    const { page } = await signIn({}, {}, EXAMPLE);
    await stage(page);
    await page.locator('.asof').click();
    await page.locator('#as-of').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#as-of').waitFor({ state: 'detached' });
    await page.locator('.file textarea').focus();
    await page.keyboard.press('Escape');
    await inMode(page, 'rehearsal');
    await page.locator('.card').first().focus();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Escape');
    await page.locator('input[name=from]').waitFor();
    await inMode(page, 'now');
    expect([...carried(page).keys()]).toStrictEqual([]);
  });
});

inConsole('What was known', () => {
  it('leaves out the rules that were published later, and calls each edition as its reasons do', async () => {
    const { items } = await scene.api.get('/references', {});
    const lasting = items.find(({ referenceId }) => referenceId === 'lasting')!;
    const before = new Date(Date.parse(lasting.publishedAt) - 1).toISOString();
    const { page } = await signIn({ office: SECRETARIAT }, {}, `/rules?at=${before}`);
    const row = (id: string) => page.locator('tbody tr', { hasText: id });
    await row('vn-party').first().waitFor();
    expect(await row('lasting').count()).toBe(0);
    await page.keyboard.press('Escape');
    await row('lasting').waitFor();
    expect(await row('vn-party').locator('.edition').first().textContent()).toBe('v3');
  });

  it('says in the card of a deadline how many of the days are worked, as far as the calendar knows', async () => {
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    const { id } = items.find(({ deadlineClass }) => deadlineClass === 'overdue')!;
    const { page } = await signIn({ office: OFFICE }, {}, `/tasks/${id}`);
    const far = page.locator('.dead .body > p').first();
    await far.waitFor();
    await page.locator('.dead .how').waitFor();
    await page.waitForFunction(() =>
      /\d+ of them working/.test(document.querySelector('.dead .body > p')?.textContent ?? ''),
    );
    expect(await far.textContent()).toMatch(/^\d+ days late, \d+ of them working$/);
  });
});
