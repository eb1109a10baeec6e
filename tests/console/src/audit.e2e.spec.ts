import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { chromiumHere, launch, NO_BROWSER } from './browser.ts';
import { complaintsIn, LANGUAGES, OFFICE, PHONE, signInTo, violations } from './pages.ts';
import { openScene, type Scene } from './scene.ts';

jest.setTimeout(180_000);

const executable = chromiumHere();
const title = 'Proofs in the console';
const AUDITOR = { unit: 'secretariat', capacity: 'auditor' };

let browser: Browser;
let scene: Scene;
let signIn: ReturnType<typeof signInTo>;
let of: string;

/** Changes what the server answers on its way, as somebody would who has the server and not the seal. */
const spoil = (page: Page, at: string, change: (answer: Spoilt) => void) =>
  page.route(at, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Spoilt;
    change(answer);
    await route.fulfill({ response, json: answer });
  });
type Event = { revision: number; data: Record<string, unknown>; proof: string[] };
type Spoilt = { checkpoint: string; events: Event[]; items: Event[] };

const verdictOn = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Verify' }).waitFor();
  await page.keyboard.press('v');
  const verdict = page.locator('.verdict');
  await verdict.waitFor();
  return (await verdict.textContent()) ?? '';
};
const flawed = (page: Page) => page.locator('.ev tbody tr', { has: page.locator('.cls.overdue') });

(executable ? describe : describe.skip)(executable ? title : `${title}. ${NO_BROWSER}`, () => {
  beforeAll(async () => {
    [browser, scene] = await Promise.all([launch(executable!), openScene()]);
    signIn = signInTo(browser, scene);
    const { items } = await scene.api.get('/inbox', { query: { limit: 1 } });
    await scene.api.post('/tasks/{id}/acknowledge', { path: { id: items[0]!.id }, key: 'a', body: { assignment: 1 } });
    of = `task-${items[0]!.id}`;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  const open = (office = AUDITOR) => signIn({ office }, {}, `/audit?of=${of}`);

  it('are computed in the browser by one key, against the checkpoint that they name, and kept as a file', async () => {
    const opened = await open();
    const { page } = opened;
    expect(await verdictOn(page)).toMatch(/All \d+ events hold/);
    const rows = await page.locator('.ev tbody tr').count();
    expect(await page.locator('.ev tbody .cls.done').count()).toBe(rows);
    const facts = await page.locator('.seal dl').textContent();
    expect(facts).toMatch(/Merkle root[A-Za-z0-9+/]{43}=/);
    expect(await violations(page)).toStrictEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the proof' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${of}.proof.json`);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it.each(LANGUAGES)(
    'keep nobody from reading what came of it in %s, light and dark, on a desk and on a phone',
    async (language) => {
      for (const [theme, size] of [
        ['dark', {}],
        ['light', PHONE],
      ] as const) {
        const opened = await signIn({ office: AUDITOR, language, theme }, size, `/audit?of=${of}`);
        const { page } = opened;
        await page.locator('.ev tbody tr').first().waitFor();
        await page.keyboard.press('v');
        await page.locator('.verdict').waitFor();
        expect(await violations(page)).toStrictEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        expect(complaintsIn(opened)).toStrictEqual([]);
        await page.context().close();
      }
    },
  );

  it('show an event of which something was changed, and no other', async () => {
    const { page } = await open();
    const change = ({ events }: Spoilt) => {
      events.at(-1)!.data['assignment'] = 2;
    };
    await spoil(page, '**/evidence', change);
    await spoil(page, '**/history*', () => undefined);
    expect(await verdictOn(page)).toMatch(/^ ?Broken: 1 of \d+ do not hold\./);
    expect(await flawed(page).count()).toBe(1);
    expect(await violations(page)).toStrictEqual([]);
  });

  it('show an event that is not where it was sealed', async () => {
    const { page } = await open();
    await spoil(page, '**/evidence', ({ events }) => {
      events[0]!.proof = events.at(-1)!.proof;
    });
    expect(await verdictOn(page)).toMatch(/Broken: 1 of/);
    expect(await flawed(page).textContent()).toContain('is not where it was sealed');
  });

  it('show that the page says something else than was sealed', async () => {
    const { page } = await open();
    await spoil(page, '**/history*', ({ items }) => {
      items.at(-1)!.data['assignment'] = 2;
    });
    await page.reload();
    await page.locator('summary').first().click();
    await page.fill('input[name=token]', scene.token);
    await page.keyboard.press('Enter');
    expect(await verdictOn(page)).toMatch(/Broken: 1 of/);
    expect(await flawed(page).textContent()).toContain('the page says something else');
  });

  it('show that the checkpoint was edited', async () => {
    const { page } = await open();
    await spoil(page, '**/evidence', (answer) => {
      answer.checkpoint = answer.checkpoint.replace(/^head \S+/m, 'head 0000000000000001');
    });
    expect(await verdictOn(page)).toContain('The checkpoint was edited');
  });

  it('say to others for whom they are', async () => {
    const { page } = await open(OFFICE);
    await page.getByText('Auditors and inspectors verify').waitFor();
    await page.keyboard.press('v');
    expect(await page.getByRole('button', { name: 'Verify' }).getAttribute('aria-disabled')).toBe('true');
  });
});
