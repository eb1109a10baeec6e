import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import type { Opened } from './browser.ts';
import { arrive, becomeAdministrator, complaintsIn, PASSWORD, routed, violations } from './pages.ts';
import { browser, inConsole, OPENING_MS, scene } from './suite.ts';

let opened: Opened;
let page: Page;

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const say = (name: string, text: string) => page.fill(`[role=dialog] [name=${name}]`, text);
const choose = (name: string, value: string) => page.selectOption(`[role=dialog] [name=${name}]`, value);
const send = async () => {
  await page.locator('[role=dialog] button[type=submit]').click();
  await page.locator('[role=dialog] form').waitFor({ state: 'detached' });
};

inConsole('The console of an administrator', () => {
  beforeAll(async () => {
    opened = await arrive(browser);
    ({ page } = opened);
    await becomeAdministrator(page, scene);
  }, OPENING_MS);

  it('begins with the accounts, and with no complaint', async () => {
    await page.locator('.row', { hasText: 'Ann Nguyen' }).click();
    await page.locator('.detail h1', { hasText: 'Ann Nguyen' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('opens an account by keyboard alone, and hands over a link that is good once', async () => {
    await page.keyboard.press('c');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Trần Thị Bình');
    await page.keyboard.press('Tab');
    await page.keyboard.type('binh');
    await page.keyboard.press('Enter');
    const link = (await page.locator('output').textContent()) ?? '';
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.press('Escape');

    const invited = (await arrive(browser)).page;
    await invited.goto(link);
    await invited.fill('input[name=password]', PASSWORD);
    await invited.keyboard.press('Enter');
    await invited.locator('.rail').waitFor();
    expect(await invited.locator('.rail', { hasText: 'Accounts' }).count()).toBe(0);
    await invited.context().clearCookies();
    await invited.goto(link);
    await invited.fill('input[name=password]', PASSWORD);
    await invited.keyboard.press('Enter');
    await invited.getByRole('alert').waitFor();
  });

  it('gives authority, and withdraws it with a reason', async () => {
    await page.locator('.row', { hasText: 'Bình' }).click();
    await press('Give authority');
    await choose('capacity', 'secretariat');
    await say('unit', 'government-party-committee');
    await say('basis', 'Decision 12');
    await send();
    const line = page.locator('.detail tbody tr', { hasText: 'secretariat' });
    expect(await line.textContent()).toContain('Government Party Committee');
    await press('Withdraw');
    await say('reason', 'It was meant for somebody else.');
    await send();
    await page.locator('.detail tr.hid', { hasText: 'secretariat' }).waitFor();
  });

  it('says up to where somebody reads', async () => {
    await press('Set what they read');
    await choose('level', 'internal');
    await say('basis', 'Decision 13');
    await send();
    expect(await page.locator('.detail dd', { hasText: 'internal' }).first().textContent()).toBe('internal');
  });

  it('establishes an office, appoints who stands in up to a day, and ends it', async () => {
    await press('Offices');
    await page.getByText('No office has been set up yet.').waitFor();
    await press('Establish an office');
    await say('title', 'Chief of office');
    await say('unit', 'government-party-committee');
    await send();
    await page.locator('.row', { hasText: 'Chief of office' }).click();
    await press('Appoint');
    await page.selectOption('[role=dialog] [name=account]', { label: 'Trần Thị Bình (binh)' });
    await choose('as', 'substitute');
    await say('until', '2099-12-31');
    await say('basis', 'Decision 14');
    await send();
    const line = page.locator('.detail tbody tr', { hasText: 'Trần Thị Bình' });
    await line.waitFor();
    expect(await line.textContent()).toContain('December 31, 2099');
    expect(await violations(page)).toStrictEqual([]);
    await press('End');
    await say('reason', 'Back from leave.');
    await send();
    await page.getByRole('button', { name: 'End', exact: true }).waitFor({ state: 'detached' });
  });

  it('makes a program’s token, told once, and revokes it', async () => {
    await press('Accounts');
    await press('Open an account');
    await choose('kind', 'machine');
    await say('name', 'Nightly import');
    await send();
    await page.locator('.row', { hasText: 'Nightly import' }).click();
    await press('Make a token');
    await say('name', 'For the import');
    await send();
    expect((await page.locator('output').textContent())?.length).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await press('Revoke');
    await say('reason', 'Lost.');
    await send();
    expect(await page.locator('.detail tr.hid').textContent()).toContain('revoked');
  });

  it('asks who is there before what weighs heavy, and does it then', async () => {
    const problem = { type: 'about:blank', title: 'No', status: 403, code: 'access/confirm', detail: 'Once more.' };
    const answer = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) };
    await routed(page, '**/accounts/*/disable', (route) => route.fulfill(answer), { times: 1 });
    await press('Disable');
    await say('reason', 'Not used any more.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('[role=dialog] input[name=password]').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await say('password', 'not this one, certainly');
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog] .refused').waitFor();
    await say('password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.detail .tag', { hasText: 'disabled' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
