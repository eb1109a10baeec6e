import { beforeAll, expect, it } from '@jest/globals';

import { close, explain, figureIn, figuresIn, lineOf, reason, shownBy, sumIn } from './explaining.ts';
import { issueFigures } from './figures-scene.ts';
import { byKeys, byPointer } from './hand.ts';
import { complaintsIn, PHONE, violations } from './pages.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const LEADER = { unit: 'secretariat', capacity: 'leader' };
const HOW = [
  ['by keyboard, at a desk', byKeys, {}],
  ['by pointer, at a desk', byPointer, {}],
  ['by keyboard, on a narrow screen', byKeys, PHONE],
  ['by finger, on a phone', byPointer, PHONE],
] as const;

let figures: Awaited<ReturnType<typeof issueFigures>>;

inConsole('How the figures of a directive add up, in the console', () => {
  beforeAll(async () => {
    figures = await issueFigures(scene);
  }, OPENING_MS);

  const BUCKETS = [
    ['done in time', 1],
    ['done late', 1],
    ['overdue', 2],
    ['in time', 3],
  ] as const;

  it.each(HOW)('shows %s, for each of the four buckets, as many tasks as it says', async (_, way, size) => {
    for (const address of [`/one-page?directive=${figures.directive}`, `/directives/${figures.directive}`]) {
      const { page } = await signIn({ office: LEADER }, size, address);
      for (const [name, count] of BUCKETS) {
        const bucket = page.getByRole('button', { name: `${name}: ${count}`, exact: true }).first();
        const said = await explain(page, way, bucket);
        expect(sumIn(said)).toBe(true);
        expect(figureIn(said)).toBe(String(count));
        await close(page, bucket);
        await way(page).press(bucket);
        expect(await shownBy(page)).toBe(count);
        await page.goBack();
      }
      await page.context().close();
    }
  });

  it('counts in the buckets what the figures of Edict count: no part beside its whole, nothing that only lasts', async () => {
    const told = await scene.api.get('/statistics', { query: { directiveId: figures.directive } });
    const all = [told.doneInTime, told.doneLate, told.openOverdue, told.openInTime];
    for (const address of [`/one-page?directive=${figures.directive}`, `/directives/${figures.directive}`]) {
      const { page } = await signIn({ office: LEADER }, {}, address);
      const buckets = page.locator('.four b, .buckets b');
      await buckets.first().waitFor();
      expect((await buckets.allTextContents()).map(Number)).toStrictEqual(all);
      await page.context().close();
    }
    const { page } = await signIn({ office: LEADER }, {}, `/directives/${figures.directive}`);
    await page.locator('.apart dd').first().waitFor();
    expect(await page.locator('.apart dt').allTextContents()).toStrictEqual([
      'With a date',
      'Apart: once, no date stated',
      'Apart: lasting until a day',
      'Apart: parts that were passed on',
    ]);
    expect(await page.locator('.apart dd').allTextContents()).toStrictEqual(['7', '1', '1', '1']);
    expect(told.fellDue).toBe(4);
    await explain(page, byPointer, page.locator('.apart dd .why').last());
    expect(await shownBy(page)).toBe(1);
    expect(await page.locator('.just-these header').textContent()).toContain('passed on by another');
  });

  it('shows every figure of the one page, and as many tasks as each of them says', async () => {
    const opened = await signIn({ office: LEADER }, {}, `/one-page?directive=${figures.directive}`);
    const { page } = opened;
    await page.locator('.waits .why').first().waitFor();
    const all = page.locator('.sheet .why');
    const labels = await all.evaluateAll((found) => found.map((each) => each.textContent));
    expect(labels.length).toBeGreaterThan(25);
    let late = 0;
    for (const [n, label] of labels.entries()) {
      await all.nth(n).click();
      await reason(page).locator('dl').waitFor();
      const said = (await reason(page).locator('h2').textContent())!;
      if (said === 'overdue') {
        late += 1;
        await page.keyboard.press('Escape');
        continue;
      }
      expect({ label, holds: sumIn(said) }).toStrictEqual({ label, holds: true });
      expect({ label, told: figuresIn(label) }).toStrictEqual({
        ...{ label, told: expect.arrayContaining([figureIn(said)]) },
      });
      const isCount = /^\d+( =|$)/.test(said);
      if (!isCount) {
        await page.keyboard.press('Escape');
        continue;
      }
      const shown = await shownBy(page);
      expect({ label, shown }).toStrictEqual({ label, shown: Number(/^\d+/.exec(said)![0]) });
      await page.goBack();
      await page.locator('.waits .why').first().waitFor();
    }
    expect(late).toBe(await page.locator('.late tbody tr').count());
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('writes a share as what it is of what, and what was counted stands there', async () => {
    const { page } = await signIn({ office: LEADER }, {}, `/one-page?directive=${figures.directive}`);
    await explain(page, byKeys, page.locator('.sentence .why'));
    expect(await reason(page).locator('h2').textContent()).toBe('50.0 % = 2 ÷ 4');
    expect(await lineOf(page, 'Made of').textContent()).toContain('2 = 1 + 1; 4 = 1 + 1 + 2');
    expect(await shownBy(page)).toBe(4);
    expect(await page.locator('.just-these header').textContent()).toContain('4 of 10');
    expect(await violations(page)).toStrictEqual([]);
  });
});
