import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { complaintsIn, OFFICE, PHONE, signInTo, violations } from './pages.ts';
import { LASTING_CALENDAR, openScene, type Scene } from './scene.ts';

jest.setTimeout(180_000);

const executable = chromiumHere();
const title = 'The course of a task, in the console';
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
const COORDINATOR = { unit: 'ministry-of-finance-party-committee', capacity: 'officer' };
const ISSUER = { unit: 'secretariat', capacity: 'secretariat' };
/** Entered today, so that there is still time to say that it is not theirs. */
const DOCUMENT = `directive:
  id: course
  number: 10-KL/TW
  type: conclusion
  issuers: [secretariat]
  title: Archives
  language: en
  adoptedOn: ${TODAY}
  effective: {from: null, until: null}
  classification: open
clauses:
  - {ref: '10', kind: task-bearing, text: The archives are handed over.}
tasks:
  - {ref: '10-1', clause: '10', statement: Hand the archives over, kind: once, accountable: [${OFFICE.unit}],
     lead: [${OFFICE.unit}], leadBasis: stated, coordinating: [${COORDINATOR.unit}], urgency: false}
`;

let browser: Browser;
let scene: Scene;
let signIn: ReturnType<typeof signInTo>;
let id: string;

const task = () => scene.api.get('/tasks/{id}', { path: { id } });
const open = (office: typeof OFFICE, options = {}) => signIn({ office }, options, `/tasks/${id}`);
const said = (page: Page, text: string) => page.locator('.acts li', { hasText: text });
/** By key, in words, and on. */
const say = async (page: Page, key: string, text: string) => {
  await page.locator('.actions').waitFor();
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(text);
  await page.locator('[role=dialog] button[type=submit]').focus();
  await page.keyboard.press('Enter');
};

(executable ? describe : describe.skip)(executable ? title : `${title}. ${NO_BROWSER}`, () => {
  beforeAll(async () => {
    [browser, scene] = await Promise.all([launch(executable!), openScene()]);
    signIn = signInTo(browser, scene);
    const body = { document: DOCUMENT, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
    await scene.api.post('/directives', { unit: 'secretariat', key: 'course', body });
    for (;;) {
      const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
      const found = items.find(({ ref }) => ref === '10-1');
      if (found) {
        ({ id } = found);
        break;
      }
    }
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('is refused by one key as not theirs, and stays where it is by the word of its issuer, which both see at once', async () => {
    const opened = await open(OFFICE);
    const { page } = opened;
    await say(page, 'x', 'Archives of the state are with Home Affairs.');
    await said(page, 'Archives of the state are with Home Affairs.').waitFor();
    expect((await task()).state).toBe('refused');
    const issuer = await open(ISSUER, PHONE);
    await issuer.page.getByRole('button', { name: 'It stays there' }).click();
    expect(await violations(issuer.page)).toStrictEqual([]);
    await issuer.page.fill('[role=dialog] [name=reason]', 'These are the archives of the Party.');
    await issuer.page.locator('[role=dialog] button[type=submit]').click();
    await said(page, 'These are the archives of the Party.').waitFor();
    expect((await task()).state).not.toBe('refused');
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is contributed to by who coordinates it, and by nobody else', async () => {
    const { page } = await open(COORDINATOR);
    await say(page, 'c', 'The list of funds.');
    await said(page, 'The list of funds.').waitFor();
    expect((await task()).contributions).toHaveLength(1);
    const other = await open(ISSUER);
    await other.page.locator('.actions').waitFor();
    expect(await other.page.getByRole('button', { name: /^Contribute/ }).count()).toBe(0);
  });

  it('is suspended by its issuer, and that is undone', async () => {
    const { page } = await open(ISSUER);
    await say(page, 's', 'The merger comes first.');
    await page.getByRole('button', { name: /^Resume/ }).waitFor();
    expect((await task()).state).toBe('suspended');
    await say(page, 's', 'The merger is over.');
    await page.getByRole('button', { name: /^Suspend/ }).waitFor();
    expect((await task()).state).not.toBe('suspended');
  });
});
