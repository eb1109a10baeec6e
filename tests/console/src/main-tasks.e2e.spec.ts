import { expect, it } from '@jest/globals';

import { byKeys, byPointer } from './hand.ts';
import { arrive, complaintsIn, LANGUAGES, PHONE } from './pages.ts';
import * as roles from './roles.ts';
import { browser, inConsole, scene } from './suite.ts';

const WAYS = { 'by keyboard alone': byKeys, 'by pointer': byPointer } as const;
const THEMES = ['light', 'dark'] as const;
const SIZES = { 'a desk': {}, 'a phone': PHONE } as const;
const EVERY = (Object.keys(WAYS) as (keyof typeof WAYS)[]).flatMap((way) =>
  LANGUAGES.flatMap((language) =>
    THEMES.flatMap((theme) =>
      (Object.keys(SIZES) as (keyof typeof SIZES)[]).map((size) => [way, language, theme, size] as const),
    ),
  ),
);

let number = 0;

inConsole('What each role does, from the issue of a directive to its proof', () => {
  it.each(EVERY)('is done %s, in %s, %s, on %s', async (way, language, theme, size) => {
    const opened = await arrive(browser, { language, theme }, SIZES[size]);
    const { page } = opened;
    const hand = WAYS[way](page);
    const say = await roles.wordsOf(language);
    const worker = { page, hand, say, scene, number: (number += 1) };
    try {
      await page.goto(`${scene.url}/inbox`);
      await roles.signIn(worker);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      await roles.secretariat(worker);
      await roles.committee(worker);
      await roles.department(worker);
      await roles.standingUnit(worker);
      await roles.issuer(worker);
      await roles.inspector(worker);
      await roles.auditor(worker);
      await roles.leader(worker);
      await roles.administrator(worker);
      expect(complaintsIn(opened)).toStrictEqual([]);
    } finally {
      await page.context().close();
    }
  });
});
