import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { complaintsIn, giveToken, LANGUAGES, OFFICE, PHONE, routed, violations } from './pages.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const AUDITOR = { unit: 'secretariat', capacity: 'auditor' };

let of: string;

/** Changes what the server answers on its way, as somebody would who has the server and not the seal. */
const spoil = (page: Page, at: string, change: (answer: Spoilt) => void) =>
  routed(page, at, async (route) => {
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

inConsole('Proofs in the console', () => {
  beforeAll(async () => {
    const { items } = await scene.api.get('/inbox', { query: { limit: 1 } });
    await scene.api.post('/tasks/{id}/acknowledge', { path: { id: items[0]!.id }, key: 'a', body: { assignment: 1 } });
    of = `task-${items[0]!.id}`;
  }, OPENING_MS);

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

  it('are three clicks from the task: its full history, the proof computed, the proof kept', async () => {
    const { page } = await signIn({ office: AUDITOR }, {}, `/tasks/${of.slice('task-'.length)}`);
    await page.locator('a[href*="/audit"]', { hasText: 'full' }).click();
    await page.locator('.ev tbody tr').first().waitFor();
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.locator('.verdict').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the proof' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${of}.proof.json`);
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

  it('go with a moment that is chosen by key: what was recorded later is greyed, and then stands beside now', async () => {
    const opened = await open();
    const { page } = opened;
    const rows = page.locator('.ev tbody tr:not(.cut)');
    await rows.first().waitFor();
    expect(await page.locator('.ev tr.cut').count()).toBe(0);
    const all = await rows.count();
    await page.keyboard.press(',');
    await page.getByText(`event ${all} of ${all}`).waitFor();
    await page.keyboard.press(',');
    await page.locator('.ev tr.cut').waitFor();
    expect(await page.locator('.ev tr.hid').count()).toBe(1);
    const state = page.locator('.then tr', { hasText: 'State' });
    await state.waitFor();
    expect(await state.locator('td').allTextContents()).toStrictEqual(['assigned', 'acknowledged (differs)']);
    expect(new URL(page.url()).searchParams.get('at')).toMatch(/^20\d\d-/);
    expect(await page.locator('.band').textContent()).toContain('Read only');
    expect(await violations(page)).toStrictEqual([]);
    await page.reload();
    await giveToken(page, scene.token);
    await state.waitFor();
    await page.keyboard.press('.');
    await page.locator('.ev tr.cut').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.locator('.band').waitFor({ state: 'detached' });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('go with the moment to which the slider is moved, by arrows from event to event and by pointer anywhere', async () => {
    const { page } = await open();
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.band').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.ev tr.hid').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/20\d\d/);
    await page.keyboard.press('End');
    await page.locator('.band').waitFor({ state: 'detached' });
    const { x, y, width, height } = (await slider.boundingBox())!;
    await page.mouse.move(x + width - 9, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 10, y + height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByText('event 0 of').waitFor();
    expect(await page.locator('.then td').nth(1).textContent()).toBe('not known');
    expect(await page.locator('.ev tr.hid').count()).toBe(await page.locator('.ev tbody tr:not(.cut)').count());
    await slider.focus();
    await page.keyboard.press('End');
    await page.locator('.band').waitFor({ state: 'detached' });
  });

  it('are seen in the order of time, by what happened, or as stored; the choice stands in the address', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Grouped' }).click();
    await page.locator('.ev tr', { hasText: 'Acknowledged' }).waitFor();
    await page.getByRole('button', { name: 'Raw' }).click();
    await page.locator('.receipt.all', { hasText: '"TaskAcknowledged"' }).waitFor();
    expect(page.url()).toContain('show=raw');
    expect(await violations(page)).toStrictEqual([]);
  });

  it.each(['155-KL/TW', 'unit-secretariat'])('are shown of whatever %s is', async (name) => {
    const { page } = await signIn({ office: AUDITOR }, {}, `/audit?of=${encodeURIComponent(name)}`);
    await page.locator('.ev tbody tr').first().waitFor();
    await page.keyboard.press(',');
    await page.locator('.band').waitFor();
    await page.getByText(/event \d+ of \d+/).waitFor();
    if (name.startsWith('155')) await page.locator('.then tr', { hasText: 'Marking' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
  });

  it('say to others for whom they are', async () => {
    const { page } = await open(OFFICE);
    await page.getByText('Auditors and inspectors verify').waitFor();
    await page.keyboard.press('v');
    expect(await page.getByRole('button', { name: 'Verify' }).getAttribute('aria-disabled')).toBe('true');
  });
});
