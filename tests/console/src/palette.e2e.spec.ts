import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, PHONE, violations } from './pages.ts';
import { bringMatter } from './scene.ts';
import { inConsole, scene, signIn } from './suite.ts';

const INSPECTOR = { unit: 'central-organising-commission', capacity: 'inspector' };

const options = (page: Page) => page.getByRole('option');
const openPalette = async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
};
/** As people type them on a keyboard without these marks. */
const TYPED = [
  ['vi', 'dang uy chinh phu', 'Đảng ủy Chính phủ'],
  ['vi', 'kiem chung', 'Kiểm chứng'],
  ['en', 'GOVERNMENT PARTY', 'Government Party Committee'],
  ['ru', 'ПАРТИЙНЫЙ комитет правительства', 'Партийный комитет Правительства'],
  ['uk', 'украінська', 'Українська'],
] as const;

inConsole('Finding and doing in the console', () => {
  it('goes to any page by its name, and by arrows', async () => {
    const opened = await signIn();
    const { page } = opened;
    await openPalette(page);
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.type('one p');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/one-page');
    await openPalette(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/directives');
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('finds a directive and a task by the beginnings of their words, and opens them', async () => {
    const { page } = await signIn();
    await openPalette(page);
    await page.keyboard.type('155');
    await options(page).filter({ hasText: 'directive' }).first().click();
    await page.waitForURL(`**/directives/${scene.directive}`);
    const [task] = (await scene.api.get('/search', { query: { q: 'archives', kind: 'task', limit: 1 } })).items;
    await openPalette(page);
    await page.keyboard.type('archives');
    await options(page)
      .filter({ hasText: task!.title.slice(0, 60) })
      .first()
      .click();
    await page.locator('article h1').waitFor();
    expect(page.url()).toContain('/tasks/');
  });

  it('finds a matter by its words and opens it, and a unit, and opens it in the list of all, whose filter is in the address', async () => {
    const [task] = (await scene.api.get('/inbox', { query: { limit: 1 } })).items;
    const matter = await bringMatter(scene, task!.id);
    const opened = await signIn();
    const { page } = opened;
    await openPalette(page);
    await page.keyboard.type('villages');
    await options(page).filter({ hasText: 'Several villages have no funds.' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/matters/${matter}`);
    await page.locator('h1', { hasText: 'Several villages have no funds.' }).waitFor();

    await openPalette(page);
    await page.keyboard.type('mass mobilisation');
    const unit = options(page).filter({ hasText: 'unit' }).first();
    await unit.waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/units?q=*');
    const filter = page.getByRole('searchbox');
    const id = new URL(page.url()).searchParams.get('q') ?? '';
    expect(await filter.inputValue()).toBe(id);
    const rows = page.locator('main tbody tr');
    await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length < 10);
    expect(await rows.count()).toBeGreaterThan(0);

    await filter.fill('dang uy chinh phu');
    expect(await rows.count()).toBe(0);
    await filter.fill('GOVERNMENT party');
    await page.waitForURL('**/units?q=GOVERNMENT*');
    await rows.filter({ hasText: 'Government Party Committee' }).first().waitFor();
    const link = page.url();
    const other = await signIn({}, {}, new URL(link).pathname + new URL(link).search);
    await other.page.locator('main tbody tr', { hasText: 'Government Party Committee' }).first().waitFor();
    expect(await other.page.locator('main tbody tr').count()).toBe(await rows.count());
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it.each(TYPED)('folds marks in %s: %s finds %s', async (language, typed, found) => {
    const { page } = await signIn({ language });
    await openPalette(page);
    await page.keyboard.type(typed);
    const option = options(page).filter({ hasText: found }).first();
    await option.waitFor();
    expect(await option.textContent()).toContain(found);
    await page.context().close();
  });

  it('does what can be done from anywhere: another language, another office', async () => {
    const { page } = await signIn();
    await openPalette(page);
    await page.keyboard.type('tieng viet');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.lang === 'vi');
    await openPalette(page);
    await page.keyboard.type('English');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await openPalette(page);
    await page.keyboard.type('unit and cap');
    await page.keyboard.press('Enter');
    await page.selectOption('#capacity', INSPECTOR.capacity);
    await page.fill('#unit', 'central org');
    await page.locator('.choices .choice').first().click();
    await page.locator('.office', { hasText: 'Central Organising Commission' }).waitFor(); // once the names of units are there
    expect(await page.locator('.office').textContent()).toContain('inspector');
  });

  it('says that nothing is called so', async () => {
    const { page } = await signIn({}, PHONE);
    await openPalette(page);
    await page.keyboard.type('zzzzzz');
    await page.getByText('Nothing is called so.').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
