import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { arrive, OFFICE, PASSWORD, routed, signInTo, violations } from './pages.ts';
import { browser, inConsole, OPENING_MS, scene } from './suite.ts';

const asAdministrator = { capacity: 'administrator' };
let account: string;
let invitation: string;

/** By the invitation: whoever sets a password is signed in. */
const asBinh = async (path: string): Promise<Page> => {
  const { page } = await arrive(browser, { office: OFFICE });
  await page.goto(`${scene.url}/invited#${invitation}`);
  await page.fill('input[name=password]', PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.rail').waitFor();
  await page.goto(`${scene.url}${path}`);
  await page.locator('.actions kbd', { hasText: 'X' }).waitFor();
  return page;
};

inConsole('The console where a session ends, or somebody is not let in', () => {
  beforeAll(async () => {
    const body = { kind: 'person', name: 'Binh', login: 'binh' } as const;
    const opened = await scene.api.post('/accounts', { ...asAdministrator, key: 'open', body });
    account = opened.id;
    await scene.api.post('/accounts/{id}/grants', {
      ...asAdministrator,
      path: { id: account },
      key: 'grant',
      body: { ...OFFICE, capacity: 'officer', basis: 'Decision 1' },
    });
    invitation = opened.invitation ?? '';
  }, OPENING_MS);

  it('asks who is there once more when the session was ended elsewhere, and keeps what was being written', async () => {
    const [task] = (await scene.api.get('/inbox', { query: { limit: 500 } })).items.filter(
      ({ state }) => state === 'assigned',
    );
    const page = await asBinh(`/tasks/${task!.id}`);
    await page.keyboard.press('x');
    const words = page.locator('[role=dialog] textarea').first();
    await words.fill('Written before it ended.');
    const body = { reason: 'A lost laptop.' };
    await scene.api.post('/accounts/{id}/end-sessions', {
      ...asAdministrator,
      path: { id: account },
      key: 'end',
      body,
    });
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.waitFor();
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect(await violations(page)).toStrictEqual([]);
    await again.locator('input[name=login]').fill('binh');
    await again.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await words.inputValue()).toBe('Written before it ended.');
    expect(new URL(page.url()).pathname).toBe(`/tasks/${task!.id}`);
    await page.locator('.rail').waitFor();
  });

  it('says to whoever is invited what is wrong with a password, in their language', async () => {
    const { page } = await arrive(browser, { language: 'vi' });
    await page.goto(`${scene.url}/invited#nothing`);
    await page.getByLabel('Mật khẩu mới').fill('short');
    await page.keyboard.press('Enter');
    await page.locator('.refused li .mono', { hasText: '/password' }).waitFor();
    expect(await page.getByRole('alert').innerText()).not.toMatch(/The request|must NOT/);
  });

  it('says in the language of the reader that nobody answers an act', async () => {
    const [task] = (await scene.api.get('/inbox', { query: { limit: 500 } })).items.filter(
      ({ state }) => state === 'assigned',
    );
    const { page } = await signInTo(browser, scene)({ office: OFFICE, language: 'vi' }, {}, `/tasks/${task!.id}`);
    await routed(page, '**/tasks/*/acknowledge', (route) => route.abort());
    await page.locator('.actions kbd', { hasText: 'A' }).waitFor();
    await page.keyboard.press('a');
    await page.locator('.actions .refused', { hasText: 'Mất kết nối' }).waitFor();
    expect(await page.locator('.actions .refused').textContent()).not.toContain('fetch');
  });
});
