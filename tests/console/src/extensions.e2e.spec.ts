import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, OFFICE, violations } from './pages.ts';
import { LASTING_CALENDAR } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const SECRETARIAT = { unit: 'secretariat', capacity: 'secretariat' };
/** In Viet Nam, where the day begins seven hours earlier. */
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
const YEAR = Number(TODAY.slice(0, 'YYYY'.length)) + 1;
/** That day, or the Monday after it: only working days are set. */
const working = (day: string): string => {
  const at = new Date(day);
  while ([0, 6].includes(at.getUTCDay())) at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 'YYYY-MM-DD'.length);
};
const [DUE, GRANTED] = [working(`${YEAR}-06-23`), working(`${YEAR}-07-10`)];
/** As it stands on the page, without its year. */
const written = (day: string): string =>
  new Date(day).toLocaleDateString('en', { month: 'long', day: 'numeric', timeZone: 'UTC' });
/** Two tasks that fall due next year, so that there is time to ask. */
const task = (n: number) =>
  `  - {ref: '9-${n}', clause: '9', statement: Send the list ${n}, kind: once, accountable: [${OFFICE.unit}],\n` +
  `     lead: [${OFFICE.unit}], leadBasis: stated, urgency: false, due: {on: ${DUE}, bound: by, firmness: firm}}\n`;
const DOCUMENT = `directive:
  id: more-time
  number: 9-KL/TW
  type: conclusion
  issuers: [secretariat]
  title: Lists
  language: en
  adoptedOn: ${TODAY}
  signedOn: null
  issuedOn: null
  effective: {from: null, until: null}
  horizon: {from: null, until: null}
  classification: open
  urgency: none
  links: []
clauses:
  - {ref: '9', kind: task-bearing, text: Lists are sent.}
tasks:
${task(1)}${task(2)}`;

const idOf = async (ref: string) => {
  const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
  return items.find((each) => each.ref === ref)?.id;
};
/** Whoever has the task asks, by keyboard alone. */
const ask = async (ref: string, day: string): Promise<Page> => {
  const { page } = await signIn({ office: OFFICE });
  await page.locator('.row', { hasText: `Send the list ${ref.at(-1)}` }).click();
  await page.locator('.actions').waitFor();
  await page.keyboard.press('e');
  await page.locator('[role=dialog] [name=toOn]').fill(day);
  for (const words of ['Seven units have not answered.', 'Twenty of thirty lists.']) {
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.tagName)) !== 'TEXTAREA')
      await page.keyboard.press('Tab');
    await page.keyboard.type(words);
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.card', { hasText: 'Seven units have not answered.' }).first().waitFor();
  return page;
};
const decideOn = async (ref: string) => {
  const opened = await signIn({ office: SECRETARIAT }, {}, `/tasks/${await idOf(ref)}`);
  await opened.page.getByRole('button', { name: /^Refuse more time/ }).waitFor();
  return opened;
};

inConsole('More time, in the console', () => {
  beforeAll(async () => {
    const body = { document: DOCUMENT, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
    await scene.api.post('/directives', { unit: 'secretariat', key: 'more-time', body });
    while (!(await idOf('9-2'))) await scene.api.get('/health');
  }, OPENING_MS);

  it('is asked for by keyboard alone, granted by one key and a day, and seen at once by who asked', async () => {
    const asking = await ask('9-1', working(`${YEAR}-07-15`));
    const opened = await decideOn('9-1');
    const { page } = opened;
    await page.keyboard.press('y');
    await page.locator('[role=dialog] [name=toOn]').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.fill('[role=dialog] [name=toOn]', GRANTED);
    await page.fill('[role=dialog] [name=reason]', 'As asked, but for five days.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.dead .big', { hasText: written(GRANTED) }).waitFor();
    await asking.locator('.dead .big', { hasText: written(GRANTED) }).waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    expect(items.find(({ ref }) => ref === '9-1')).toMatchObject({ extensions: 1, request: null });
  });

  it('is refused with a reason, and then the day stays and may be asked about again', async () => {
    const asking = await ask('9-2', working(`${YEAR}-08-02`));
    const { page } = await decideOn('9-2');
    await page.getByRole('button', { name: /^Refuse more time/ }).click();
    await page.fill('[role=dialog] [name=reason]', 'The lists are needed in June.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.locator('.acts li', { hasText: 'The lists are needed in June.' }).waitFor();
    await asking.locator('.acts li', { hasText: 'The lists are needed in June.' }).waitFor();
    expect(await asking.locator('.dead .big').textContent()).toContain(written(DUE));
    await asking.getByRole('button', { name: 'Ask for more time E' }).waitFor();
  });

  it('is asked for of several tasks at once, with a result for each', async () => {
    const { page } = await signIn({ office: OFFICE });
    await page.locator('.filter').fill('Send the list');
    await page.locator('.several button', { hasText: 'Ask for more time' }).click();
    await page.fill('[role=dialog] [name=toOn]', working(`${YEAR}-09-15`));
    await page.fill('[role=dialog] [name=reason]', 'Both wait for the same units.');
    await page.fill('[role=dialog] [name=progress]', 'Twenty-five of thirty.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.getByText('2 of 2 stored, 0 refused', { exact: true }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    const asked = items.filter(({ ref }) => ref.startsWith('9-'));
    expect(asked.map(({ request }) => (request as { toOn: string }).toOn)).toStrictEqual(
      asked.map(() => working(`${YEAR}-09-15`)),
    );
  });
});
