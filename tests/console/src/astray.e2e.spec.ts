import { expect, it } from '@jest/globals';

import { arrive, complaintsIn, giveToken, violations } from './pages.ts';
import { browser, inConsole, scene, signIn } from './suite.ts';

const UNKNOWN = 'No such directive is known, or was known then.';
const minute = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);

inConsole('The console at an address that leads astray', () => {
  it('shows now where the moment of an address is none, and takes it out of the address', async () => {
    const opened = await signIn({}, {}, '/directives?at=nonsense');
    await opened.page.locator('a.issued').waitFor();
    expect(await opened.page.locator('.app').getAttribute('data-mode')).toBe('now');
    await opened.page.waitForURL((url) => !url.searchParams.has('at'));
    await opened.page.locator('.rail a[href^="/units"]').click();
    await opened.page.waitForURL((url) => url.pathname === '/units' && !url.searchParams.has('at'));
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('knows no more at a moment that is written with another offset than at the same one in UTC', async () => {
    const [{ id } = { id: '' }] = (await scene.api.get('/inbox')).items;
    const { items } = await scene.api.get('/tasks/{id}/history', { path: { id } });
    const before = Date.parse(items[0]?.at ?? '') - 1_000;
    // Compared as texts it is later than all that is known since.
    const there = `${new Date(before + 7 * 3_600_000).toISOString().slice(0, -1)}+07:00`;
    const { page } = await signIn({}, {}, `/audit?of=task-${id}&at=${encodeURIComponent(there)}`);
    await page.waitForURL((url) => url.searchParams.get('at') === new Date(before).toISOString());
    const saved = page.waitForEvent('download');
    await page.locator('.history button', { hasText: 'Save as a file' }).click();
    const file = await (await saved).createReadStream();
    expect((await file.toArray()).join('')).toBe('');
  });

  it('says that a moment is refused, and does not take that for an office where nothing was issued', async () => {
    const { page } = await arrive(browser);
    await page.goto(`${scene.url}/inbox?at=2999-01-01T00:00:00.000Z`);
    await giveToken(page, scene.token);
    await page.locator('.list .refused').waitFor();
    expect(await page.getByText('Nothing has been issued here yet').count()).toBe(0);
  });

  it('lets no moment be chosen that has not come, and says why', async () => {
    const { page } = await signIn({}, {}, '/directives');
    await page.locator('.asof').click();
    const field = page.getByLabel('Moment');
    await field.fill(minute(new Date(Date.now() + 86_400_000)));
    await page.getByRole('button', { name: 'Show what was known' }).click();
    expect(await field.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true);
    expect(await page.locator('#as-of-why').textContent()).toContain('Not later than now');
    expect(new URL(page.url()).searchParams.has('at')).toBe(false);
    await field.fill(minute(new Date(Date.now() - 60_000)));
    await page.getByRole('button', { name: 'Show what was known' }).click();
    await page.waitForURL((url) => url.searchParams.has('at'));
  });

  it.each([
    ['is not there', () => '/directives/nothing'],
    ['was not known yet', () => `/directives/${scene.directive}?at=2025-06-01T01:00:00.000Z`],
  ])('says of a directive that it %s', async (_, address) => {
    const opened = await signIn({}, {}, address());
    await opened.page.getByText(UNKNOWN).waitFor();
    expect(await violations(opened.page)).toStrictEqual([]);
  });
});
