import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { settledIn } from './explaining.ts';
import { complaintsIn, PHONE, tabTo, violations } from './pages.ts';
import { inConsole, scene, signIn } from './suite.ts';

const UNIT = 'central-organising-commission';

/** Once all of it is there: what is still moving may slip away from under a pointer. */
const open = async (capacity: string, options = {}, look = {}) => {
  const office = { unit: UNIT, capacity };
  const opened = await signIn({ office, ...look }, options, `/directives/${scene.directive}`);
  await settledIn(opened.page);
  return opened;
};
const found = (page: Page) => page.locator('.fnd li', { hasText: 'Found by an inspection' });
const recorded = async () => {
  const { items } = await scene.api.get('/directives/{id}/findings', {
    path: { id: scene.directive },
    query: { limit: 500 },
  });
  return items.filter(({ code }) => code === 'inspection');
};

inConsole('What an inspection found, in the console', () => {
  it('is recorded by an inspector by keyboard alone, of a task, and stands among the findings', async () => {
    const opened = await open('inspector');
    const { page } = opened;
    await page.getByRole('button', { name: 'Record a finding' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.type('Of three reports that were due, one is there.');
    await tabTo(page, '[name=ref]');
    await page.keyboard.type('3.b5-2');
    await tabTo(page, '[name=evidence]');
    await page.keyboard.type('Minutes of 4 June.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await found(page)
      .getByText('Central Organising Commission: Of three reports that were due, one is there.')
      .waitFor();
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
    expect(await recorded()).toMatchObject([{ ref: '3.b5-2' }]);
  });

  it('is recorded by an auditor by pointer, of the whole, and heard of elsewhere', async () => {
    const elsewhere = await open('leader');
    await elsewhere.page.locator('.fnd').waitFor();
    const { page } = await open('auditor', PHONE);
    await page.getByRole('button', { name: 'Record a finding' }).click();
    await page.fill('[role=dialog] [name=finding]', 'Nobody keeps the minutes.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await found(page).getByText('Nobody keeps the minutes.').waitFor();
    await found(elsewhere.page).getByText('Nobody keeps the minutes.').waitFor();
    const all = await recorded();
    expect(all.at(-1)).toMatchObject({ ref: 'conclusion-155-kl-tw' });
  });

  it('is offered to nobody else, and not in the past', async () => {
    for (const capacity of ['officer', 'secretariat', 'leader']) {
      const { page } = await open(capacity);
      await page.locator('.fnd').waitFor();
      expect(await page.getByRole('button', { name: 'Record a finding' }).count()).toBe(0);
      await page.context().close();
    }
    const { page } = await signIn(
      { office: { unit: UNIT, capacity: 'auditor' } },
      {},
      `/directives/${scene.directive}?at=${new Date().toISOString()}`,
    );
    await page.locator('.fnd').waitFor();
    expect(await page.getByRole('button', { name: 'Record a finding' }).count()).toBe(0);
  });

  it.each([
    ['vi', 'Ghi kết quả kiểm tra'],
    ['ru', 'Записать вывод проверки'],
    ['uk', 'Записати висновок перевірки'],
  ] as const)('is asked for in %s', async (language, name) => {
    const { page } = await open('inspector', {}, { language });
    await page.getByRole('button', { name }).click();
    await page.locator('[role=dialog] [name=finding]').waitFor();
    expect(await page.locator('[role=dialog] h2, [role=dialog] [slot=title]').first().textContent()).toBe(name);
    expect(await violations(page)).toStrictEqual([]);
    await page.context().close();
  });
});
