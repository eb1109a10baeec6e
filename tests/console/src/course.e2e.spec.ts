import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, OFFICE, PHONE, routed, violations } from './pages.ts';
import { LASTING_CALENDAR } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
const COORDINATOR = { unit: 'ministry-of-finance-party-committee', capacity: 'officer' };
const ISSUER = { unit: 'secretariat', capacity: 'secretariat' };
const taskOf = (n: number) =>
  `  - {ref: '10-${n}', clause: '10', statement: Hand archive ${n} over, kind: once, accountable: [${OFFICE.unit}],\n` +
  `     lead: [${OFFICE.unit}], leadBasis: stated, coordinating: [${COORDINATOR.unit}], urgency: false}\n`;
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
${[1, 2, 3, 4, 5, 6].map(taskOf).join('')}`;

let id: string;
let ids: ReadonlyMap<string, string>;

const task = () => scene.api.get('/tasks/{id}', { path: { id } });
const open = (office: typeof OFFICE, options = {}, which = id) => signIn({ office }, options, `/tasks/${which}`);
const inboxOf = async (unit: string) =>
  (await scene.api.get('/inbox', { unit, query: { limit: 500 } })).items.map(({ ref }) => ref);
const said = (page: Page, text: string) => page.locator('.acts li', { hasText: text });
/** By key, in words, and on. */
const say = async (page: Page, key: string, text: string) => {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.actions kbd', { hasText: key.toUpperCase() }).waitFor();
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(text);
  await page.locator('[role=dialog] button[type=submit]').focus();
  await page.keyboard.press('Enter');
};

inConsole('The course of a task, in the console', () => {
  beforeAll(async () => {
    const body = { document: DOCUMENT, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
    await scene.api.post('/directives', { unit: 'secretariat', key: 'course', body });
    for (;;) {
      const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
      ids = new Map(items.filter(({ ref }) => ref.startsWith('10-')).map((each) => [each.ref, each.id]));
      if (ids.size === 6) break;
    }
    id = ids.get('10-1')!;
  }, OPENING_MS);

  it('is refused by one key as not theirs, and stays where it is by the word of its issuer, which both see at once', async () => {
    const opened = await open(OFFICE);
    const { page } = opened;
    await say(page, 'x', 'Archives of the state are with Home Affairs.');
    await said(page, 'Archives of the state are with Home Affairs.').waitFor();
    expect((await task()).state).toBe('refused');
    const issuer = await open(ISSUER, PHONE);
    await issuer.page.getByRole('button', { name: 'It stays there' }).click();
    await issuer.page.getByRole('dialog').waitFor();
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

  it('is given to another by its issuer, by keyboard alone: it leaves one inbox and comes to the other', async () => {
    const which = ids.get('10-2')!;
    const had = await signIn({ office: OFFICE });
    await had.page.locator('.row', { hasText: 'Hand archive 2 over' }).waitFor();
    const gets = await signIn({ office: COORDINATOR });
    const opened = await open(ISSUER, {}, which);
    const { page } = opened;
    await page.locator('.actions kbd', { hasText: 'N' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.type(COORDINATOR.unit);
    await page.keyboard.press('Escape'); // the list of units, where the browser has opened one
    if ((await page.getByRole('dialog').count()) === 0) {
      await page.keyboard.press('n');
      await page.keyboard.type(COORDINATOR.unit);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type('Finance keeps them.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(page, 'Finance keeps them.').waitFor();
    await had.page.locator('.row', { hasText: 'Hand archive 2 over' }).waitFor({ state: 'detached' });
    await gets.page.locator('.row', { hasText: 'Hand archive 2 over' }).waitFor();
    expect(await inboxOf(COORDINATOR.unit)).toContain('10-2');
    expect(await inboxOf(OFFICE.unit)).not.toContain('10-2');
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is given to another by pointer, on a phone, and who is no unit is told so', async () => {
    const which = ids.get('10-3')!;
    const { page } = await open(ISSUER, PHONE, which);
    await page.getByRole('button', { name: 'Reassign' }).click();
    await page.fill('[role=dialog] [name=unit]', 'nobody-of-that-name');
    await page.fill('[role=dialog] [name=reason]', 'Finance keeps them.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('[role=dialog] .refused').waitFor();
    expect(await inboxOf(OFFICE.unit)).toContain('10-3');
    expect(await page.inputValue('[role=dialog] [name=reason]')).toBe('Finance keeps them.');
    await page.fill('[role=dialog] [name=unit]', COORDINATOR.unit);
    await page.locator('[role=dialog] button[type=submit]').click();
    await said(page, 'Finance keeps them.').waitFor();
    expect(await inboxOf(COORDINATOR.unit)).toContain('10-3');
  });

  it('leaves to whoever writes about it what is written, when somebody else acts meanwhile: no letter becomes an act', async () => {
    const which = ids.get('10-5')!;
    const { page } = await open(OFFICE, {}, which);
    const words = page.locator('[role=dialog] [name=report]');
    await page.locator('.actions kbd', { hasText: 'D' }).waitFor();
    await page.keyboard.press('d');
    await words.waitFor();
    await page.keyboard.type('All are ');
    const by = { unit: ISSUER.unit, capacity: ISSUER.capacity, path: { id: which } };
    await scene.api.post('/tasks/{id}/suspend', {
      ...by,
      key: 'meanwhile',
      body: { reason: 'The merger comes first.' },
    });
    await page.locator('.head .tag.state', { hasText: 'suspended' }).waitFor();
    await page.keyboard.type('handed over.');
    expect(await words.inputValue()).toBe('All are handed over.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('[role=dialog] .refused', { hasText: 'Not done.' }).waitFor();
    expect(await words.inputValue()).toBe('All are handed over.');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await scene.api.post('/tasks/{id}/resume', { ...by, key: 'again', body: { reason: 'The merger is over.' } });
  });

  it('is acknowledged once, however often the key is pressed', async () => {
    const { page } = await open(OFFICE, {}, ids.get('10-6'));
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    let sent = 0;
    await routed(page, '**/acknowledge', async (route) => {
      sent += 1;
      await held;
      await route.continue();
    });
    await page.locator('.actions kbd', { hasText: 'A' }).waitFor();
    for (const key of ['a', 'a', 'a']) await page.keyboard.press(key);
    letGo();
    await page.locator('.head .tag.state', { hasText: 'acknowledged' }).waitFor();
    expect(sent).toBe(1);
  });

  it('is accepted for good: that is asked once, and says what it does', async () => {
    const which = ids.get('10-6')!;
    const said = { assignment: 1, report: 'It is handed over.' };
    await scene.api.post('/tasks/{id}/submit', { path: { id: which }, key: 'done-6', body: said });
    const { page } = await open(ISSUER, {}, which);
    const sent: string[] = [];
    page.on('request', (request) => (request.url().endsWith('/accept') ? sent.push(request.url()) : undefined));
    const dialog = page.getByRole('dialog', { name: 'Accept' });
    await page.locator('.actions kbd', { hasText: 'A' }).waitFor();
    for (const key of ['a', 'a', 'a']) await page.keyboard.press(key);
    await dialog.waitFor();
    for (const part of ['10-6', 'Hand archive 6 over', 'Government Party Committee', 'cannot be taken back'])
      expect(await dialog.textContent()).toContain(part);
    expect(await violations(page)).toStrictEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(sent).toStrictEqual([]);
    await page.keyboard.press('a');
    await dialog.waitFor();
    for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
    await page.locator('.head .tag.state', { hasText: 'accepted' }).waitFor();
    expect(sent).toHaveLength(1);
  });

  it('is cancelled by its issuer, by keyboard alone, with a reason; after that there is nothing to do', async () => {
    const which = ids.get('10-4')!;
    const had = await signIn({ office: OFFICE });
    await had.page.locator('.row', { hasText: 'Hand archive 4 over' }).waitFor();
    const opened = await open(ISSUER, {}, which);
    const { page } = opened;
    await say(page, 'z', 'The archive burnt down.');
    await said(page, 'The archive burnt down.').waitFor();
    await page.locator('.tag.state', { hasText: 'cancelled' }).waitFor();
    expect(await page.locator('.actions').count()).toBe(0);
    await had.page.locator('.row', { hasText: 'Hand archive 4 over' }).waitFor({ state: 'detached' });
    expect((await scene.api.get('/tasks/{id}', { path: { id: which } })).state).toBe('cancelled');
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is cancelled by pointer, and not without a reason, nor by who has it', async () => {
    const which = ids.get('10-5')!;
    const performer = await open(OFFICE, {}, which);
    await performer.page.locator('.actions').waitFor();
    expect(await performer.page.getByRole('button', { name: /^Cancel/ }).count()).toBe(0);
    const { page } = await open(ISSUER, PHONE, which);
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await page.locator('[role=dialog] button[type=submit]').click();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.fill('[role=dialog] [name=reason]', 'It was handed over already.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('.tag.state', { hasText: 'cancelled' }).waitFor();
    await performer.page.locator('.tag.state', { hasText: 'cancelled' }).waitFor();
    expect(await performer.page.locator('.actions').count()).toBe(0);
  });
});
