import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, giveToken, OFFICE, PHONE, violations } from './pages.ts';
import { inConsole, scene, signIn } from './suite.ts';

const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const say = (page: Page, name: string, text: string) => page.fill(`[role=dialog] [name=${name}]`, text);
const send = async (page: Page) => {
  await page.locator('[role=dialog] button[type=submit]').click();
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
};
const numbersIn = (text: string | null) => [...(text ?? '').matchAll(/\d+/g)].map(Number);
const dated = async () => {
  const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
  return items.find(({ ref }) => ref === '3.b5-2')!;
};

inConsole('Extensions, delegation and bulk acts in the console', () => {
  it('pass part of a task on by one key, and show to whom', async () => {
    const { page } = await signIn();
    await page.locator('.row', { hasText: '3.b5-2' }).click();
    await page.locator('.actions').waitFor();
    await page.keyboard.press('t');
    await say(page, 'unit', 'ministry-of-finance-party-committee');
    await say(page, 'statement', 'The decrees on budgets.');
    expect(await violations(page)).toStrictEqual([]);
    await send(page);
    const parts = page.locator('.card', { hasText: 'Passed on' }).locator('li');
    await parts.first().waitFor();
    expect(await parts.first().textContent()).toContain('Ministry of Finance');
    expect((await dated()).children).toHaveLength(1);
  });

  it('say why more time is refused, where it comes too late', async () => {
    const { page } = await signIn();
    await page.locator('.row', { hasText: '3.b5-2' }).click();
    await page.locator('.actions').waitFor();
    await page.keyboard.press('e');
    await say(page, 'toOn', '2099-12-30');
    await say(page, 'reason', 'Seven drafts wait.');
    await say(page, 'progress', 'Twenty-three of thirty.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('[role=dialog] .refused', { hasText: 'Not done.' }).waitFor();
    expect(await page.inputValue('[role=dialog] [name=reason]')).toBe('Seven drafts wait.');
    expect((await dated()).extensions).toBe(0);
  });

  it('acknowledge what is chosen, with progress and a result for each', async () => {
    const opened = await signIn();
    const { page } = opened;
    await button(page, /^Acknowledge \d+$/).click();
    await page.locator('[role=dialog] .bulk input').first().uncheck();
    const chosen = await page.locator('[role=dialog] .bulk input:checked').count();
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.getByText(`${chosen} of ${chosen} stored, 0 refused`, { exact: true }).waitFor();
    expect(await page.locator('.bulk .t-done').count()).toBe(chosen);
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    expect(items.filter(({ state }) => state === 'assigned')).toHaveLength(1);
  });

  it('remind several units at once, and say of each what came of it', async () => {
    const { page } = await signIn({ office: SECRETARIAT }, {}, '/directives');
    await page.locator('a', { hasText: '155' }).first().click();
    await page.locator('.facts').waitFor();
    await button(page, /^Remind \d+ R$/).waitFor();
    await page.keyboard.press('r');
    await say(page, 'what', 'How far it has come.');
    await page.locator('[role=dialog] .bulk input').first().waitFor();
    const offered = (await page.locator('[role=dialog] p', { hasText: '200 of 200 chosen' }).textContent()) ?? '';
    const [inAll, rest] = numbersIn(offered.slice(offered.indexOf('There are')));
    expect(inAll).toBe(200 + rest!);
    const first = await page.locator('[role=dialog] .bulk li').first().textContent();
    await page.locator('[role=dialog] button[type=submit]').click();
    await page
      .locator('[role=dialog] [role=status]', { hasText: /^\d+ of \d+ stored, \d+ refused$/ })
      .waitFor({ timeout: 90_000 });
    const [done, all, refused] = numbersIn(await page.locator('[role=dialog] [role=status]').textContent());
    expect(all).toBe(200);
    expect(await page.locator('.bulk .t-done').count()).toBe(done);
    expect(await page.locator('.bulk .refused').count()).toBe(refused);
    expect(done! + refused!).toBe(all);
    await button(page, 'Go on with the next 200').click();
    await page.locator('[role=dialog] .bulk input').first().waitFor();
    expect(await page.locator('[role=dialog] [name=what]').count()).toBe(0);
    expect(await page.locator('[role=dialog] .bulk li').first().textContent()).not.toBe(first);
  });

  it.each(['auditor', 'inspector', 'leader'])('are not offered to the %s of the same unit', async (capacity) => {
    const { page } = await signIn({ office: { ...SECRETARIAT, capacity } }, {}, '/directives');
    await page.locator('a', { hasText: '155' }).first().click();
    await page.locator('.tree tbody tr').first().waitFor();
    expect(await button(page, /^(Remind|Accept) \d/).count()).toBe(0);
    await page.goto(`${scene.url}/tasks/${(await dated()).id}`);
    await giveToken(page, scene.token);
    await page.locator('.card', { hasText: 'Matters' }).waitFor();
    expect(await button(page, /^(Bring a matter|Fill in a form)/).count()).toBe(0);
    await page.goto(`${scene.url}/standing-unit`);
    await giveToken(page, scene.token);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    expect(await button(page, /^(Enter a matter|Set up)/).count()).toBe(0);
  });

  it('leave room on a phone', async () => {
    const { page } = await signIn({ office: OFFICE }, PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await violations(page)).toStrictEqual([]);
  });
});
