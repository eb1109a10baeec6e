import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { arrive, becomeAdministrator, OFFICE, violations } from './pages.ts';
import { openProvider } from './provider.ts';
import { openScene, type Scene } from './scene.ts';

jest.setTimeout(120_000);

const executable = chromiumHere();
const title = 'Signing in by the identity provider, in a browser';

let browser: Browser;
let scene: Scene;
let provider: Awaited<ReturnType<typeof openProvider>>['provider'];

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

(executable ? describe : describe.skip)(executable ? title : `${title}. ${NO_BROWSER}`, () => {
  beforeAll(async () => {
    const opened = await openProvider();
    ({ provider } = opened);
    [browser, scene] = await Promise.all([launch(executable!), openScene(opened.env)]);
    await openAccount();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
    await provider.close();
  });

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
