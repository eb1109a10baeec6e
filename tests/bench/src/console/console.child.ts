import { connect } from '@edict/client';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

import { answer, question } from '../child.ts';
import { issueTo, UNIT } from '../reading/one-inbox.ts';
import { serve, TOKEN, UNLIMITED } from '../reading/server.ts';
import { quantile } from '../statistics.ts';
import { issueByKeys, type ByKeys } from './by-keys.ts';
import { OBSERVE, type Observed } from './observe.ts';

/** In milliseconds, as the page itself has them. `long`: the longest task of the page's thread while its list is scrolled. */
export type ConsoleAnswer = Readonly<{
  tasks: number;
  cold: number;
  warm: number;
  filter: number;
  echo: number;
  long: number;
  /** A directive and its 512 tasks as they were known at another moment, and a directive to twenty units that is issued without a pointer. */
  asOf: number;
  issued: ByKeys;
}>;

const ACTS = 24;
/** By the clock of the server, which stands. */
const A_MINUTE_BEFORE = '2025-05-16T02:59:00.000Z';
const FILTERS = ['archives', 'decentral', '3.b5', 'commune', 'training', 'standing'];

const { dir, chromium: executablePath } = question() as { dir: string; chromium: string };
const tasks = await issueTo(dir);
const { url } = await serve(dir, UNLIMITED);

/** Somebody with a session, as people have: a token would have to be typed in first. */
const personIn = async (context: BrowserContext): Promise<void> => {
  const as = { capacity: 'administrator' };
  const api = connect({ url, token: TOKEN });
  const body = { kind: 'person', name: 'Bench', login: 'bench' } as const;
  const { id, invitation } = await api.post('/accounts', { ...as, key: 'open', body });
  for (const [capacity, unit] of [
    ['officer', UNIT],
    ['secretariat', 'secretariat'],
  ] as const) {
    const grant = { capacity, unit, basis: 'The benchmark' } as const;
    await api.post('/accounts/{id}/grants', { ...as, key: capacity, path: { id }, body: grant });
  }
  const clearance = { level: 'internal' as const, compartments: [], basis: 'The benchmark' }; // whoever issues has one
  await api.post('/accounts/{id}/clearance', { ...as, key: 'clearance', path: { id }, body: clearance });
  const headers = { 'x-edict': 'console', origin: url, accept: 'application/json' };
  const data = { invitation, password: 'three words and a half' };
  const taken = await context.request.post(`${url}/accounts/invited`, { headers, data });
  if (!taken.ok()) throw new Error(await taken.text());
};

const observed = (page: Page): Promise<Observed> =>
  page.evaluate(() => (globalThis as unknown as { observed: Observed }).observed);

/** Told by the page rather than asked of it: what asks is a script, which the page would have to run beside its own. */
const firstRows = async (page: Page, open: () => Promise<unknown>): Promise<number> => {
  const seen = page.waitForEvent('console', { predicate: (message) => message.text() === 'rows', timeout: 60_000 });
  await Promise.all([seen, open()]);
  return (await observed(page)).rows[0]!;
};

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const preferences = { language: 'en', theme: 'light', office: { unit: UNIT, capacity: 'officer' }, singleKeys: true };
await context.addInitScript((text) => localStorage.setItem('edict-preferences', text), JSON.stringify(preferences));
await context.addInitScript(OBSERVE);
await personIn(context);

const page = await context.newPage();
/** The list is whole once it counts all. */
const isWhole = (): Promise<void> =>
  page.locator('.seg', { hasText: String(tasks.length) }).waitFor({ timeout: 120_000 });
const cold = await firstRows(page, () => page.goto(`${url}/inbox`));
await isWhole();
// A browser keeps a script as compiled from its second run on: what is warm is the third.
await page.reload();
await isWhole();
const warm = await firstRows(page, () => page.reload());
await isWhole();

const filters: number[] = [];
for (const text of FILTERS) {
  await page.fill('.filter', '');
  await page.evaluate((wanted) => (globalThis as unknown as { look(wanted: string): void }).look(wanted), text);
  await page.fill('.filter', text);
  await page.waitForFunction(
    (n) => (globalThis as unknown as { observed: Observed }).observed.filters.length === n,
    filters.length + 1,
  );
  filters.push((await observed(page)).filters.at(-1)!);
}
await page.fill('.filter', '');

await page.mouse.move(300, 500);
await page.evaluate(() => (globalThis as unknown as { observed: { long: number[] } }).observed.long.splice(0));
for (let n = 0; n < 60; n++) {
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(16);
}
const { long } = await observed(page);

await page.locator('.filter').blur();

for (let n = 0; n < ACTS; n++) {
  await page.keyboard.press('j');
  await page.locator('.life .here', { hasText: 'assigned' }).waitFor();
  await page.keyboard.press('a');
  await page.locator('.life .here', { hasText: 'acknowledged' }).waitFor();
}
const { echoes } = await observed(page);

const api = connect({ url, token: TOKEN });
const [directive] = (await api.get('/directives', { query: { limit: 1 } })).items;
const from = performance.now();
await page.goto(`${url}/directives/${directive!.directiveId}?at=${A_MINUTE_BEFORE}`);
await page.locator('.band').waitFor();
await page.locator('.tree').waitFor();
const asOf = performance.now() - from;

const desk = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  storageState: await context.storageState(),
});
const office = { ...preferences, office: { unit: 'secretariat', capacity: 'secretariat' } };
await desk.addInitScript((text) => localStorage.setItem('edict-preferences', text), JSON.stringify(office));
const issuing = await desk.newPage();
await issuing.goto(`${url}/directives`);
await issuing.locator('a[href="/directives/new"]').waitFor();
const { items } = await api.get('/units', { query: { limit: 100 } });
const units = items
  .filter(({ kind, unitId }) => kind === 'unit' && unitId !== 'secretariat')
  .map(({ unitId }) => unitId);
const issued = await issueByKeys(issuing, units.slice(0, 20));
await browser.close();

const said: ConsoleAnswer = {
  tasks: tasks.length,
  cold,
  warm,
  filter: Math.max(...filters),
  echo: quantile(echoes, 0.95),
  long: Math.max(0, ...long),
  asOf,
  issued,
};
answer(said);
