import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { arrive, becomeAdministrator, OFFICE, violations } from './pages.ts';
import { openProvider } from './provider.ts';
import { openScene, type Scene } from './scene.ts';
import { browser, inScene, scene } from './suite.ts';

let provider: Awaited<ReturnType<typeof openProvider>>['provider'];

/** Where a provider is known. */
const openKnown = async (): Promise<Scene> => {
  const opened = await openProvider();
  ({ provider } = opened);
  return openScene(opened.env);
};

const openAccount = async (): Promise<void> => {
  const asAdministrator = { capacity: 'administrator' };
  const body = { kind: 'person', name: 'Binh', login: 'binh' } as const;
  const { id } = await scene.api.post('/accounts', { ...asAdministrator, key: 'open', body });
  await scene.api.post('/accounts/{id}/grants', {
    ...asAdministrator,
    key: 'grant',
    path: { id },
    body: { capacity: 'officer', unit: OFFICE.unit, basis: 'Order 1' },
  });
};

const BY_PROVIDER = 'Sign in with your organisation’s account';

/** As somebody whom the provider knows already. */
const arriveAs = async (subject: string): Promise<Page> => {
  const { page } = await arrive(browser);
  await page.context().addCookies([{ name: 'subject', value: subject, url: provider.issuer }]);
  await page.goto(`${scene.url}/inbox`);
  return page;
};

inScene('Signing in by the identity provider, in a browser', openKnown, () => {
  beforeAll(openAccount);
  afterAll(() => provider.close());

  it('is linked to an account by an administrator, from the console', async () => {
    const before = await arriveAs('binh-at-the-provider');
    await before.getByRole('link', { name: BY_PROVIDER }).click();
    await before.getByRole('alert').waitFor();

    const { page } = await arrive(browser);
    await becomeAdministrator(page, scene);
    await page.locator('.row', { hasText: 'Binh' }).click();
    await page.getByRole('button', { name: 'Link to the identity provider' }).click();
    await page.fill('[role=dialog] [name=subject]', 'binh-at-the-provider');
    expect(await violations(page)).toStrictEqual([]);
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('[role=dialog]').waitFor({ state: 'detached' });
    await page.locator('.detail dd', { hasText: 'identity provider' }).waitFor();
  });

  it('leads there by one button and comes back signed in', async () => {
    const page = await arriveAs('binh-at-the-provider');
    expect(await violations(page)).toStrictEqual([]);
    await page.getByRole('link', { name: BY_PROVIDER }).click();
    await page.locator('.row').first().waitFor();
    expect(new URL(page.url()).origin).toBe(scene.url);
  });

  it('says so where the provider knows somebody and Edict does not', async () => {
    const page = await arriveAs('a-stranger');
    await page.getByRole('link', { name: BY_PROVIDER }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('no account');
  });
});
