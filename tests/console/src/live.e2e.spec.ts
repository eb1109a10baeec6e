import { expect, it } from '@jest/globals';
import type { Page, Request } from 'playwright-core';

import { complaintsIn, OFFICE } from './pages.ts';
import { LASTING_CALENDAR } from './scene.ts';
import { inConsole, scene, signIn } from './suite.ts';

/** From the answer to whoever acted to the paint in front of somebody else: the median of several. */
const MOST_MS = 1_000;
const TIMES = 7;
const ACTS = 9;
/** Each act comes by itself, and not with the one before. */
const PAUSE_MS = 250;
const LEADER = { unit: 'politburo', capacity: 'leader' };
const OTHER = { unit: 'secretariat', capacity: 'secretariat' };
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
/** Falls due before everything else that is not late, and so comes to stand above it. */
const above = (id: string, number: number): string => `directive:
  id: ${id}
  number: ${number}-KL/TW
  type: conclusion
  issuers: [secretariat]
  title: Lists
  language: en
  classification: open
clauses:
  - {ref: '${number}', kind: task-bearing, text: Lists are sent.}
tasks:
  - {ref: '${number}-1', clause: '${number}', statement: Send the list at once, kind: once, accountable: [${OFFICE.unit}],
     lead: [${OFFICE.unit}], leadBasis: stated, urgency: true, due: {on: '2099-06-23', bound: by, firmness: firm}}
`;

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

/** How often something was asked for, and how many such questions were open together. */
const watch = (page: Page, path: string) => {
  const asking = { asked: 0, open: 0, together: 0 };
  const isMeant = (address: string) => new URL(address).pathname === path;
  page.on('request', (request) => {
    if (!isMeant(request.url())) return;
    asking.asked += 1;
    asking.open += 1;
    asking.together = Math.max(asking.together, asking.open);
  });
  const end = (request: Request) => {
    if (isMeant(request.url())) asking.open -= 1;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return asking;
};

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

inConsole('What changes elsewhere', () => {
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

  it.each([
    ['that is rolled', 'above', 901, true],
    ['that is too short to be rolled', 'above-short', 902, false],
  ])(
    'comes into a list %s above what the pointer is on, and leaves that where it is',
    async (_, id, number, isLong) => {
      const { page } = await signIn({ office: OFFICE });
      await page.setViewportSize({ width: 1440, height: isLong ? 900 : 3_000 });
      const box = (await page.locator('.row').nth(4).boundingBox())!;
      const at = [box.x + 40, box.y + 10] as const;
      await page.mouse.move(...at);
      const before = await handOn(page, at);
      const painted = paintOf(page, '.row', `${number}-1`);
      const body = { document: above(id, number), policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
      await scene.api.post('/directives', { unit: OTHER.unit, key: id, body });
      await painted;
      const { top, ...rest } = await handOn(page, at);
      const { top: was, ...others } = before;
      expect(rest).toStrictEqual(others);
      expect(Math.abs(top! - was!)).toBeLessThanOrEqual(1);
      const refs = await page.locator('.row .mono').allTextContents();
      expect(refs.indexOf(`${number}-1`)).toBeGreaterThanOrEqual(0);
      expect(refs.indexOf(`${number}-1`)).toBeLessThan(5);
      await page.mouse.move(700, 20);
      expect(await page.locator('.rows').evaluate((rows) => rows.scrollTop > 0)).toBe(isLong);
    },
  );

  it('shows on the desk a matter that a colleague passes on, without being asked for', async () => {
    const desk = { unit: OFFICE.unit, capacity: 'secretariat' };
    const said = { directiveId: scene.directive, desk: desk.unit, office: 'secretariat', kind: 'petition' } as const;
    const brought = { ...said, subject: 'A school has no roof.' };
    const { stream } = await scene.api.post('/matters', { ...OTHER, key: 'roof', body: brought });
    const opened = await signIn({ office: desk }, {}, '/standing-unit');
    const { page } = opened;
    const row = page.locator('.row', { hasText: 'A school has no roof.' });
    await row.getByText('received').waitFor();
    const painted = paintOf(page, '.row', 'directed');
    const body = { how: 'route', to: 'ministry-of-finance-party-committee', text: 'For its own answer.' } as const;
    const path = { id: stream.slice('matter-'.length) };
    await scene.api.post('/matters/{id}/direct', { ...desk, path, key: 'direct', body });
    const answered = Date.now();
    expect((await painted) - answered).toBeLessThan(MOST_MS);
    await row.getByText('directed').waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('comes into the figures of a whole directive, which are asked for one at a time and no more often than each second', async () => {
    const opened = await signIn({ office: LEADER }, {}, `/one-page?directive=${scene.directive}`);
    const { page } = opened;
    const owed = page.locator('.waits tr', { hasText: 'to acknowledge' }).locator('td').nth(1);
    await owed.waitFor();
    const before = Number(await owed.textContent());
    const asking = watch(page, '/reports/statistics');
    const { items } = await scene.api.get('/inbox', { query: { limit: 500 } });
    const ofIt = items.filter(({ directiveId }) => directiveId === scene.directive);
    const assigned = ofIt.filter(({ state }) => state === 'assigned').slice(0, ACTS);
    expect(assigned).toHaveLength(ACTS);
    const begun = Date.now();
    for (const { id, assignment } of assigned) {
      await scene.api.post('/tasks/{id}/acknowledge', { path: { id }, key: `a-${id}`, body: { assignment } });
      await page.waitForTimeout(PAUSE_MS);
    }
    await page.waitForFunction(
      ([wanted]) =>
        [...document.querySelectorAll('.waits tr')].some(
          (row) => row.textContent.includes('to acknowledge') && row.children[1]?.textContent === wanted,
        ),
      [String(before - ACTS)],
    );
    const seconds = (Date.now() - begun) / 1_000;
    expect(asking.together).toBe(1);
    expect(asking.asked).toBeGreaterThan(1);
    expect(asking.asked).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });
});
