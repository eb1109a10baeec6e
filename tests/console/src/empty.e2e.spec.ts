import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { arrive, complaintsIn, giveToken, PHONE, violations } from './pages.ts';
import { openEmpty } from './scene.ts';
import { browser, inBrowser, OPENING_MS } from './suite.ts';

let server: Awaited<ReturnType<typeof openEmpty>>;

inBrowser('The console of an installation in which nothing has been issued', () => {
  beforeAll(async () => {
    server = await openEmpty();
  }, OPENING_MS);
  afterAll(() => server.close());

  it('greets with a way to begin, and by one click plays Conclusion 155-KL/TW, which is marked as a rehearsal', async () => {
    const opened = await arrive(browser);
    const { page } = opened;
    await page.goto(`${server.url}/inbox`);
    await giveToken(page, server.token);
    await page.getByRole('link', { name: 'Import a directive' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.getByRole('link', { name: 'See Conclusion 155-KL/TW rehearsed' }).click();
    await page.locator('.deck').waitFor({ timeout: 60_000 });
    expect(await page.locator('.band').textContent()).toContain('Nothing is sent');
    expect(await page.locator('.app').getAttribute('data-mode')).toBe('rehearsal');
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('leads to where a directive is dropped, in Vietnamese on a phone too', async () => {
    const { page } = await arrive(browser, { language: 'vi', theme: 'dark' }, PHONE);
    await page.goto(`${server.url}/inbox`);
    await giveToken(page, server.token);
    await page.getByRole('link', { name: 'Nhập văn bản chỉ đạo' }).tap();
    await page.locator('.file textarea').waitFor();
    expect(await violations(page)).toStrictEqual([]);
  });
});
