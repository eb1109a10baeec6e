import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, LANGUAGES, PHONE, tabTo, violations } from './pages.ts';
import { LASTING_CALENDAR, settled } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' };
const UNITS = 20;

let units: readonly string[];

/** A task for each of twenty units, all by one day. */
const directive = (number: string): string => `directive:
  {id: by-hand-${number}, number: ${number}-CT/TW, type: directive, issuers: [secretariat], title: On archives, language: en, classification: open}
clauses:
  - {ref: '1', kind: task-bearing, text: The archives are counted.}
tasks:
${units
  .map(
    (unit, n) =>
      `  - {ref: 1-${n + 1}, clause: '1', statement: Count the archives, kind: once, accountable: [${unit}], lead: [${unit}], ` +
      `leadBasis: stated, urgency: false, due: {on: 2099-12-30, bound: by, firmness: firm, phrase: by 30 December 2099}}`,
  )
  .join('\n')}
`;

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** What is shown of it once it is issued, and what has come of it. */
const issued = async (page: Page): Promise<readonly (string | null)[]> => {
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}$/);
  await page.getByText('On archives').first().waitFor();
  const directiveId = page.url().split('/').at(-1)!;
  await settled(scene.api);
  const { items } = await scene.api.get('/tasks', { query: { directiveId, limit: 50 } });
  return items.map(({ unit }) => unit).toSorted();
};

inConsole('A directive that a secretariat issues from the console', () => {
  beforeAll(async () => {
    const { items } = await scene.api.get('/tasks', { query: { directiveId: scene.directive, limit: 500 } });
    units = [...new Set(items.flatMap(({ unit }) => unit ?? []))].toSorted().slice(0, UNITS);
  }, OPENING_MS);

  it('goes to twenty units by keyboard alone: each date is shown with its reason, and a key confirms it', async () => {
    const opened = await signIn({ office: SECRETARIAT }, {}, '/directives');
    const { page } = opened;
    await tabTo(page, 'a[href="/directives/new"]');
    await page.keyboard.press('Enter');
    await page.locator('textarea').waitFor();
    await tabTo(page, 'textarea');
    await page.keyboard.insertText(directive('1'));
    await page.locator('[role=status]', { hasText: '20 tasks' }).waitFor();
    await tabTo(page, 'select[name=policyId]');
    await page.keyboard.type('vn-party');
    await tabTo(page, 'select[name=calendarId]');
    await page.keyboard.type(LASTING_CALENDAR);
    await tabTo(page, 'input[name=issuedOn]');
    const [year, month, day] = today().split('-') as [string, string, string];
    await page.keyboard.type(`${month}${day}${year}`);
    await page.keyboard.press('Enter');
    const rows = page.locator('table.lines tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(UNITS);
    const words = (await rows.first().textContent())!;
    for (const part of ['30 December 2099', 'firm', '“by” includes the day', 'vn-party v3', `${LASTING_CALENDAR} v1`])
      expect(words).toContain(part);
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.press('Enter');
    expect(await page.locator('input[type=checkbox]:invalid').count()).toBe(1);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    expect(await issued(page)).toStrictEqual(units);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it.each(LANGUAGES)('is dropped as a file and issued by pointer (%s), on a phone too', async (language) => {
    const narrow = language === 'vi' ? PHONE : {};
    const opened = await signIn({ language, office: SECRETARIAT }, narrow, '/directives/new');
    const { page } = opened;
    const buffer = Buffer.from(directive(`2${LANGUAGES.indexOf(language)}`));
    await page.setInputFiles('.file input[type=file]', { name: 'directive.yaml', mimeType: 'text/yaml', buffer });
    await page.selectOption('select[name=policyId]', 'vn-party');
    await page.selectOption('select[name=calendarId]', LASTING_CALENDAR);
    await page.fill('input[name=issuedOn]', today());
    await page.locator('form.form button[type=submit]').click();
    await page.locator('table.lines tbody tr').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.locator('input[type=checkbox]').click();
    await page.locator('form:has(table) button[type=submit]').click();
    expect(await issued(page)).toStrictEqual(units);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is not issued twice: it says that it is, and leads there', async () => {
    const { page } = await signIn({ office: SECRETARIAT }, {}, '/directives/new');
    await page.fill('textarea', directive('1'));
    await page.selectOption('select[name=policyId]', 'vn-party');
    await page.selectOption('select[name=calendarId]', LASTING_CALENDAR);
    await page.fill('input[name=issuedOn]', today());
    await page.locator('form.form button[type=submit]').click();
    await page.locator('input[type=checkbox]').click();
    await page.locator('form:has(table) button[type=submit]').click();
    await page.locator('.refused', { hasText: 'That directive is issued' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.getByRole('link', { name: '1-CT/TW On archives' }).click();
    expect(await issued(page)).toStrictEqual(units);
  });

  it('is not issued on dates that were not shown: whatever is changed is shown anew', async () => {
    const { page } = await signIn({ office: SECRETARIAT }, {}, '/directives/new');
    await page.fill('textarea', directive('3'));
    await page.selectOption('select[name=policyId]', 'vn-party');
    await page.selectOption('select[name=calendarId]', LASTING_CALENDAR);
    await page.fill('input[name=issuedOn]', today());
    await page.locator('form.form button[type=submit]').click();
    const confirm = page.locator('form:has(table)');
    await confirm.waitFor();
    await page.selectOption('select[name=calendarId]', 'vn-working-days');
    await confirm.waitFor({ state: 'detached' });
    await page.fill('textarea', directive('3').replace('2099-12-30', '2099-12-31'));
    expect(await confirm.count()).toBe(0);
  });
});
