import { createHmac } from 'node:crypto';
import { join } from 'node:path';

import { beforeAll, expect, it } from '@jest/globals';
import { connect } from '@edict/client';
import type { BrowserContextOptions, Page } from 'playwright-core';

import { type Opened } from './browser.ts';
import {
  arrive,
  complaintsIn,
  LANGUAGES,
  OFFICE,
  PASSWORD,
  PHONE,
  routed,
  signInTo,
  tabTo,
  violations,
} from './pages.ts';
import { browser, inConsole, OPENING_MS, scene } from './suite.ts';

const NEW_PASSWORD = 'a longer one than before';
const SIZES = { desk: {}, phone: PHONE } as const;
/** Where pictures go, for whoever looks at them; without it none are made. */
const PICTURES = process.env['EDICT_PICTURES'];

let opened: Opened;
let page: Page;
let secret: string;

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const say = (name: string, text: string) => page.fill(`[role=dialog] [name=${name}]`, text);
const send = () => page.locator('[role=dialog] button[type=submit]').click();
const isDone = (what: string) => page.locator('.told', { hasText: what }).waitFor();
const goToRules = async () => {
  await page.goto(`${scene.url}/rules`);
  await page.locator('main h1').waitFor();
};
const line = (name: string) => page.locator('.means li', { hasText: name });

/** RFC 6238, reckoned from the secret as it is shown: letters in groups. */
const codeIn = (steps: number): string => {
  const letters = [...secret.replaceAll(' ', '')];
  const bits = letters.map((each) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(each).toString(2).padStart(5, '0'));
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};
const wrongCode = (): string => String((Number(codeIn(0)) + 1) % 1_000_000).padStart(6, '0');

const fillSignIn = async (on: Page, shown: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, text] of Object.entries(shown)) await on.fill(`input[name=${name}]`, text);
  await on.keyboard.press('Enter');
};
const signInElsewhere = async (password: string): Promise<Page> => {
  const other = (await arrive(browser)).page;
  await other.goto(`${scene.url}/rules`);
  await fillSignIn(other, { login: 'binh', password });
  await other.locator('.rail').waitFor();
  return other;
};
/** Asked once, and then no more: an address from which many ask who are not signed in is held back. */
const isOut = async (on: Page): Promise<void> => {
  const headers = { accept: 'application/json', 'x-edict': 'console' };
  expect(await on.evaluate(async (sent) => (await fetch('/accounts/me', { headers: sent })).status, headers)).toBe(401);
  await on.context().close();
};

/** Somebody who is an officer, and looks after nobody's account but their own. */
const invite = async (): Promise<string> => {
  const api = connect({ url: scene.url, token: scene.token, capacity: 'administrator', language: 'en' });
  const body = { kind: 'person', name: 'Trần Thị Bình', login: 'binh' } as const;
  const { id, invitation } = await api.post('/accounts', { key: 'open', body });
  const grant = { capacity: 'officer', unit: OFFICE.unit, basis: 'Decision 12' } as const;
  await api.post('/accounts/{id}/grants', { path: { id }, key: 'grant', body: grant });
  return `${scene.url}/invited#${encodeURIComponent(invitation ?? '')}`;
};

inConsole('One’s own account in the console', () => {
  beforeAll(async () => {
    opened = await arrive(browser);
    ({ page } = opened);
    await page.goto(await invite());
    await page.fill('input[name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
  }, OPENING_MS);

  it('is reached from its name, by keys, from the palette, and on a phone', async () => {
    await page.getByRole('link', { name: 'Trần Thị Bình Your account' }).click();
    await page.waitForURL('**/own-account');
    await goToRules();
    await page.keyboard.press('g');
    await page.keyboard.press('y');
    await page.waitForURL('**/own-account');
    await goToRules();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('your acc');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/own-account');
    const phone = (await arrive(browser, {}, { ...PHONE, storageState: await page.context().storageState() })).page;
    await phone.goto(scene.url);
    await phone.locator('.tabs button').tap();
    await phone.getByRole('dialog').waitFor();
    if (PICTURES) await phone.screenshot({ path: join(PICTURES, 'own-more.png') });
    await phone.getByRole('link', { name: 'Trần Thị Bình Your account' }).tap();
    await phone.locator('h1', { hasText: 'Your account' }).waitFor();
    expect(await phone.getByRole('dialog').count()).toBe(0);
    await phone.context().close();
  });

  it.each(LANGUAGES.flatMap((language) => Object.keys(SIZES).map((size) => [language, size] as const)))(
    'in %s on a %s, light and dark, keeps nobody from using it, fits, and complains of nothing',
    async (language, size) => {
      const options: BrowserContextOptions = { ...SIZES[size as keyof typeof SIZES] };
      const storageState = await page.context().storageState();
      const look = await arrive(browser, { language }, { ...options, storageState });
      await look.page.goto(`${scene.url}/own-account`);
      await look.page.locator('.ev td').first().waitFor();
      expect(await look.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      for (const theme of ['light', 'dark'] as const) {
        await look.page.evaluate((to) => (document.documentElement.dataset['theme'] = to), theme);
        expect(await violations(look.page)).toStrictEqual([]);
        if (PICTURES) await look.page.screenshot({ path: join(PICTURES, `own-${language}-${size}-${theme}.png`) });
      }
      expect(complaintsIn(look)).toStrictEqual([]);
      await look.page.context().close();
    },
  );

  it('shows from where one is signed in, and ends one that is elsewhere', async () => {
    const other = await signInElsewhere(PASSWORD);
    await page.goto(`${scene.url}/own-account`);
    const rows = page.locator('tr', { hasText: 'Chrome · Linux' });
    await rows.nth(1).waitFor();
    expect(await rows.first().textContent()).toContain('this session');
    await tabTo(page, 'tr button');
    await page.keyboard.press('Enter');
    await isDone('The session was ended');
    await rows.nth(1).waitFor({ state: 'detached' });
    await isOut(other);
  });

  it('changes the password by the old one, typed twice, once it was shown who is there; sessions elsewhere end', async () => {
    const other = await signInElsewhere(PASSWORD);
    await press('Change the password');
    await say('current', 'not this one');
    await say('password', NEW_PASSWORD);
    await say('again', `${NEW_PASSWORD}!`);
    await send();
    await page.locator('[role=dialog] [role=alert]', { hasText: 'not the same' }).waitFor();
    await say('again', NEW_PASSWORD);
    await send();
    await page.locator('[role=dialog] .refused', { hasText: 'not your password' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    const problem = { type: 'about:blank', title: 'No', status: 403, code: 'access/confirm', detail: 'Once more.' };
    const answer = { status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) };
    await routed(page, '**/accounts/me/password', (route) => route.fulfill(answer), { times: 1 });
    await say('current', PASSWORD);
    await send();
    const confirm = page.getByRole('dialog', { name: 'Show once more who you are' });
    await confirm.locator('[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await isDone('The password was changed');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await isOut(other);
    const again = (await arrive(browser)).page;
    await again.goto(`${scene.url}/rules`);
    await fillSignIn(again, { login: 'binh', password: PASSWORD });
    await again.getByRole('alert').waitFor();
    await fillSignIn(again, { password: NEW_PASSWORD });
    await again.locator('.rail').waitFor();
    await again.context().close();
  });

  it('sets up an authenticator by keyboard alone; it counts once a code was right', async () => {
    await page.reload();
    await line('Authenticator').getByText('not set').waitFor();
    await tabTo(page, '.means li:nth-child(2) button');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    secret = (await page.locator('output').textContent()) ?? '';
    expect(await page.locator('[role=dialog] a.link').getAttribute('href')).toContain(secret.replaceAll(' ', ''));
    expect(await violations(page)).toStrictEqual([]);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'own-secret.png') });
    await page.locator('[role=dialog] [name=code]:focus').waitFor();
    await page.keyboard.type(wrongCode());
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog] .refused').waitFor();
    expect(await line('Authenticator').textContent()).toContain('not set');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(codeIn(0));
    await page.keyboard.press('Enter');
    await isDone('The authenticator counts from');
    await line('Authenticator').getByText('in use').waitFor();
  });

  it('then asks for a code at each sign-in, and for one that was not used before', async () => {
    await press('Sign out');
    await fillSignIn(page, { login: 'binh', password: NEW_PASSWORD });
    await page.getByRole('alert').waitFor();
    await fillSignIn(page, { code: wrongCode() });
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.rail').count()).toBe(0);
    await fillSignIn(page, { code: codeIn(1) });
    await page.locator('.rail').waitFor();
  });

  it('does without it again, by the password', async () => {
    await page.goto(`${scene.url}/own-account`);
    await press('Remove the authenticator');
    await say('password', PASSWORD);
    await send();
    await page.locator('[role=dialog] .refused').waitFor();
    await say('password', NEW_PASSWORD);
    await send();
    await isDone('The authenticator was removed');
    await line('Authenticator').getByText('not set').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('makes a token for a program, told once, and revokes it', async () => {
    await page.getByText('There is no token yet.').waitFor();
    await press('Make a token');
    await say('name', 'My script');
    await send();
    const token = (await page.locator('output').textContent()) ?? '';
    const { name } = await connect({ url: scene.url, token }).get('/accounts/me');
    expect(name).toBe('Trần Thị Bình');
    await page.keyboard.press('Escape');
    await press('Revoke');
    await say('reason', 'No longer needed.');
    await send();
    await page.locator('tr.hid', { hasText: 'revoked' }).waitFor();
    await expect(connect({ url: scene.url, token }).get('/accounts/me')).rejects.toMatchObject({ status: 401 });
  });

  it('signs out everywhere, here too', async () => {
    const other = await signInElsewhere(NEW_PASSWORD);
    await press('Sign out everywhere');
    await say('reason', 'My telephone is lost.');
    await send();
    await page.locator('.sign-in').waitFor();
    await isOut(other);
    expect(await page.locator('.rail').count()).toBe(0);
  });

  it('is nothing that the token of the installation has, and says why', async () => {
    const byToken = await signInTo(browser, scene)({}, {}, '/own-account');
    await byToken.page.getByText('It is nobody’s account').waitFor();
    expect(await byToken.page.locator('main button:not(.why)').count()).toBe(0);
    expect(complaintsIn(byToken)).toStrictEqual([]);
  });
});
