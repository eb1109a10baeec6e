import type { Page } from 'playwright-core';

/** Without the pauses of a person: `presses` says what a person has to do. */
export type ByKeys = Readonly<{ seconds: number; presses: number }>;

const directiveFor = (units: readonly string[]): string => `directive:
  {id: by-keys, number: 900-CT/TW, type: directive, issuers: [secretariat], title: On archives, language: en, classification: open}
clauses:
  - {ref: '1', kind: task-bearing, text: The archives are counted.}
tasks:
${units
  .map(
    (unit, n) =>
      `  - {ref: 1-${n + 1}, clause: '1', statement: Count the archives, kind: once, accountable: [${unit}], lead: [${unit}], ` +
      `leadBasis: stated, urgency: false, due: {on: 2025-12-30, bound: by, firmness: firm}}`,
  )
  .join('\n')}
`;

/** From the list of directives to the page of the new one, its text pasted, without a pointer. */
export const issueByKeys = async (page: Page, units: readonly string[]): Promise<ByKeys> => {
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses++;
    await page.keyboard.press(key);
  };
  const tabTo = async (selector: string): Promise<void> => {
    while ((await page.locator(`${selector}:focus`).count()) === 0) await press('Tab');
  };
  const type = async (keys: string): Promise<void> => {
    for (const key of keys) await press(key);
  };
  const from = performance.now();
  await tabTo('a[href="/directives/new"]');
  await press('Enter');
  await page.locator('textarea').waitFor();
  await tabTo('textarea');
  presses++;
  await page.keyboard.insertText(directiveFor(units));
  await tabTo('select[name=policyId]');
  await tabTo('input[name=issuedOn]');
  await type('05162025');
  await press('Enter');
  await page.locator('form:has(table) input[type=checkbox]').waitFor();
  await press('Space');
  await press('Enter');
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}$/);
  await page.getByText('On archives').first().waitFor();
  return { seconds: (performance.now() - from) / 1_000, presses };
};
