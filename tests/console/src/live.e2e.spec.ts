import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { complaintsIn, OFFICE, signInTo } from './pages.ts';
import { LASTING_CALENDAR, openScene, type Scene } from './scene.ts';

jest.setTimeout(180_000);

const executable = chromiumHere();
const title = 'What changes elsewhere';
/** From the answer to whoever acted to the paint in front of somebody else: the median of several. */
const MOST_MS = 1_000;
const TIMES = 7;
const OTHER = { unit: 'secretariat', capacity: 'secretariat' };
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
/** Falls due before everything else that is not late, and so comes to stand above it. */
const ABOVE = `directive:
  id: above
  number: 13-KL/TW
  type: conclusion
  issuers: [secretariat]
  title: Lists
  language: en
  classification: open
clauses:
  - {ref: '9', kind: task-bearing, text: Lists are sent.}
tasks:
  - {ref: '9-1', clause: '9', statement: Send the list at once, kind: once, accountable: [${OFFICE.unit}],
     lead: [${OFFICE.unit}], leadBasis: stated, urgency: true, due: {on: '2099-06-23', bound: by, firmness: firm}}
`;

let browser: Browser;
let scene: Scene;
let signIn: ReturnType<typeof signInTo>;

/** When a text is first painted, by the clock that both pages have in common. */
const paintOf = (page: Page, selector: string, text: string): Promise<number> =>
  page.evaluate(
    ([where, wanted]) =>
      new Promise<number>((resolve) => {
        const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        const isThere = () => [...document.querySelectorAll(where!)].some((each) => each.textContent.includes(wanted!));
        const watching = new MutationObserver(() => {
          if (!isThere()) return;
          watching.disconnect();
          painted();
        });
        watching.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    [selector, text],
  );

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

/** What the hand is on: where the pointer is, what is written, and how far the list is rolled. */
const handOn = (page: Page, [x, y]: readonly [number, number]) =>
  page.evaluate(
    ([left, top]) => {
      const row = document.elementFromPoint(left!, top!)?.closest('.row');
      const field = document.activeElement as HTMLInputElement;
      const { value, selectionStart } = field;
      return { row: row?.getAttribute('href'), top: row?.getBoundingClientRect().top, value, selectionStart };
    },
    [x, y],
  );

(executable ? describe : describe.skip)(executable ? title : `${title}. ${NO_BROWSER}`, () => {
  beforeAll(async () => {
    [browser, scene] = await Promise.all([launch(executable!), openScene()]);
    signIn = signInTo(browser, scene);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('is painted within a second of the answer to who did it, and moves nothing under the hand', async () => {
    const opened = await signIn({ office: OFFICE });
    const { page } = opened;
    const acting = (await signIn({ office: OFFICE })).page;
    for (const each of [page, acting]) {
      await each.locator('.row', { hasText: '3.b5-2' }).click();
      await each.locator('.actions').waitFor();
    }
    await page.locator('.filter').fill('t');
    await page.locator('.filter').press('Home');
    const box = (await page.locator('.row').nth(3).boundingBox())!;
    const at = [box.x + 40, box.y + 10] as const;
    await page.mouse.move(...at);
    const before = await handOn(page, at);
    const waited: number[] = [];
    for (let n = 0; n < TIMES; n += 1) {
      const text = `Chapter ${n} of the decree is ready.`;
      const painted = paintOf(page, '.acts li', text);
      await acting.keyboard.press('p');
      await acting.getByRole('dialog').waitFor();
      await acting.keyboard.type(text);
      await acting.locator('[role=dialog] button[type=submit]').focus();
      const answered = acting.waitForResponse((response) => response.url().endsWith('/report')).then(() => Date.now());
      await acting.keyboard.press('Enter');
      waited.push((await painted) - (await answered));
      await acting.locator('.acts li', { hasText: text }).waitFor();
      expect(await handOn(page, at)).toStrictEqual(before);
    }
    expect(median(waited)).toBeLessThan(MOST_MS);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('comes into a list above what the pointer is on, and leaves that where it is', async () => {
    const { page } = await signIn({ office: OFFICE });
    const box = (await page.locator('.row').nth(4).boundingBox())!;
    const at = [box.x + 40, box.y + 10] as const;
    await page.mouse.move(...at);
    const before = await handOn(page, at);
    const painted = paintOf(page, '.row', 'Send the list at once');
    const body = { document: ABOVE, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
    await scene.api.post('/directives', { unit: OTHER.unit, key: 'above', body });
    await painted;
    const { top, ...rest } = await handOn(page, at);
    const { top: was, ...others } = before;
    expect(rest).toStrictEqual(others);
    expect(Math.abs(top! - was!)).toBeLessThanOrEqual(1);
    const refs = await page.locator('.row .mono').allTextContents();
    expect(refs.indexOf('9-1')).toBeGreaterThanOrEqual(0);
    expect(refs.indexOf('9-1')).toBeLessThan(4);
  });
});
