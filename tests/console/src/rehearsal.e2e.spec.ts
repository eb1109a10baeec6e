import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { type Opened } from './browser.ts';
import { complaintsIn, signInTo, violations } from './pages.ts';
import { browser, inConsole, OPENING_MS, scene } from './suite.ts';

const POLICY = join(import.meta.dirname, '../../../examples/policy-vn-party.yaml');

let opened: Opened;
let page: Page;

const steps = () => page.locator('.steps tbody tr');
const clock = () => page.locator('.deck .clock').textContent();

inConsole('Rehearsing in the console', () => {
  beforeAll(async () => {
    opened = await signInTo(browser, scene)();
    ({ page } = opened);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('link', { name: 'Conclusion 155-KL/TW, nobody acts' }).waitFor();
  }, OPENING_MS);

  it('shows Conclusion 155-KL/TW by one button, and says all over that it is none of the real history', async () => {
    expect(await violations(page)).toStrictEqual([]);
    await page.getByRole('link', { name: 'Conclusion 155-KL/TW, nobody acts' }).click();
    await page.locator('.deck').waitFor({ timeout: 60_000 });
    expect(await page.locator('.band').textContent()).toContain('Nothing is sent');
    expect(await page.locator('.asof').textContent()).toContain('Rehearsal');
    expect(await page.locator('.app').getAttribute('data-mode')).toBe('rehearsal');
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('goes from event to event by keys, and back to the start', async () => {
    const all = await steps().count();
    const start = await clock();
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    expect(await steps().count()).toBeLessThan(all);
    await page.keyboard.press('Home');
    expect(await clock()).toBe(start);
  });

  it('jumps to where something happens, by pointer and by keys', async () => {
    const start = await clock();
    const jumps = page.locator('.jump button');
    await jumps.last().click();
    const last = await clock();
    expect(last).not.toBe(start);
    await jumps.first().focus();
    await page.keyboard.press('Enter');
    expect(await clock()).not.toBe(last);
    await page.keyboard.press('Home');
    expect(await clock()).toBe(start);
  });

  it('plays a day a second', async () => {
    const start = await clock();
    await page.locator('.card').first().focus();
    await page.keyboard.press('Space');
    await page.waitForFunction((text) => document.querySelector('.deck .clock')?.textContent !== text, start);
    await page.keyboard.press('Space');
    await page.keyboard.press('Home');
    expect(await clock()).toBe(start);
  });

  it('says what changes under another policy', async () => {
    const policy = (await readFile(POLICY, 'utf8')).replace('value: matter', 'value: notice');
    await page.locator('.file textarea').fill(policy);
    await page.getByRole('button', { name: 'Show what changes' }).click();
    const lost = page.locator('tr', { hasText: 'not at all' });
    await lost.first().waitFor({ timeout: 60_000 });
    expect(await lost.first().textContent()).toContain('5.b3-1');
  });

  it('is saved as a report that says what it is', async () => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as report' }).click();
    const report = await readFile(await (await saving).path(), 'utf8');
    expect(report).toContain('no record of this run can enter the real history');
    expect(report).toContain('5.b3-1: Overdue');
  });

  it('is left for what was assumed', async () => {
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.locator('input[name=from]').waitFor();
    expect(await page.locator('.app').getAttribute('data-mode')).toBe('now');
  });
});
