import { beforeAll, expect, it } from '@jest/globals';

import { complaintsIn, OFFICE, PHONE, violations } from './pages.ts';
import { LASTING_CALENDAR } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const LEADER = { unit: 'secretariat', capacity: 'leader' };
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
/** Marked, and with a horizon, which is nobody's due date. */
const MARKED = `directive:
  id: marked
  number: 12-CT/TW
  type: directive
  issuers: [secretariat]
  title: Storms
  language: en
  horizon: {from: '2025-01-01', until: '2099-10-31'}
  classification: internal
  urgency: express
clauses:
  - {ref: '1', kind: task-bearing, text: Dykes are looked after.}
tasks:
  - {ref: '1-1', clause: '1', statement: Look after the dykes, kind: once, accountable: [${OFFICE.unit}],
     lead: [${OFFICE.unit}], leadBasis: stated, urgency: true, due: {on: '2098-06-01', bound: by, firmness: firm}}
`;

let marked: string;

inConsole('What a directive says of itself and where it stands, in the console', () => {
  beforeAll(async () => {
    const body = { document: MARKED, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
    const { stream } = await scene.api.post('/directives', { unit: 'secretariat', key: 'marked', body });
    marked = stream.slice('directive-'.length);
  }, OPENING_MS);

  it('has a horizon that is no due date, links, and what the text does not say, said as missing', async () => {
    const opened = await signIn({}, {}, `/directives/${scene.directive}`);
    const { page } = opened;
    const fact = (name: string) => page.locator('.facts div', { has: page.getByText(name, { exact: true }) });
    await fact('Horizon').getByText('to June 30, 2025; no due date').waitFor();
    expect(await fact('Signed').locator('.missing').textContent()).toBe('not known');
    expect(await fact('Marking').textContent()).toContain('open, no urgency mark');
    expect(await page.locator('h1 .tag').count()).toBe(0);
    await fact('based on').getByRole('link', { name: '386-BC/BTCTW, 21-BC/ĐU' }).click();
    await page.locator('td', { hasText: 'Progress of decentralisation' }).waitFor();
    await page.getByRole('button', { name: 'Timeline' }).click();
    const rows = page.locator('tbody tr');
    await page.locator('tr.beside.now').waitFor();
    // The tasks come page by page: what fell due before the horizon is there once it is.
    await rows.filter({ hasText: '5.b3-1' }).first().waitFor();
    const at = async (selector: string) =>
      (await rows.evaluateAll((all, wanted) => all.findIndex((row) => row.matches(wanted)), selector)) + 1;
    expect(await page.locator('tr.horizonUntil').textContent()).toContain('June 30, 2025');
    expect(await at('tr.horizonUntil')).toBeGreaterThan(1);
    expect(await at('tr.horizonUntil')).toBeLessThan(await at('tr.now'));
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('shows its marks on its page and in the list, to whoever may read it', async () => {
    const { page } = await signIn({}, {}, `/directives/${marked}`);
    await page.locator('h1 .tag', { hasText: 'internal' }).waitFor();
    await page.locator('h1 .tag', { hasText: 'express' }).waitFor();
    expect(await page.title()).toBe('12-CT/TW · Directives · Edict');
    expect(await violations(page)).toStrictEqual([]);
    await page.locator('.crumbs a').click();
    const row = page.locator('.issued', { hasText: '12-CT/TW' });
    await row.locator('.tag').first().waitFor();
    expect(await row.locator('.tag').allTextContents()).toStrictEqual(['internal', 'express']);
    expect(await page.locator('.issued', { hasText: '155-KL/TW' }).locator('.tag').count()).toBe(0);
    await signIn({ language: 'vi' }, PHONE, `/directives/${marked}`).then(async ({ page: phone }) => {
      await phone.locator('h1 .tag', { hasText: 'hỏa tốc' }).waitFor();
      expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });

  it('shows at one glance how what went to many stands with each, as the list has it', async () => {
    const opened = await signIn({ office: LEADER }, {}, `/directives/${scene.directive}`);
    const { page } = opened;
    const grid = page.locator('.coverage');
    await grid.locator('.ref', { hasText: '5.b1-2' }).waitFor();
    const { items } = await scene.api.get('/directives/{id}/tasks', {
      path: { id: scene.directive },
      query: { limit: 500 },
    });
    const shown = await grid.locator('svg[role=img] .cell').count();
    expect(shown).toBeGreaterThan(400);
    const [first] = items.filter(({ ref, state }) => ref === '5.b1-2' && state === 'assigned');
    const before = await grid.locator('svg[role=img] .cell.acknowledged').count();
    const body = { assignment: first!.assignment };
    const act = { ...(first!.unit === null ? {} : { unit: first!.unit }), path: { id: first!.id }, key: 'ack', body };
    await scene.api.post('/tasks/{id}/acknowledge', act);
    await page.waitForFunction(
      (n) => document.querySelectorAll('.coverage svg[role=img] .cell.acknowledged').length > n,
      before,
    );
    expect(await grid.locator('.legend').textContent()).toContain('acknowledged');
    await grid.getByRole('link', { name: 'Coverage' }).click();
    await page.waitForURL('**show=coverage**');
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is rehearsed again, as it was issued, by one key', async () => {
    const { page } = await signIn({}, {}, `/directives/${scene.directive}`);
    await page.getByRole('button', { name: 'Rehearse H' }).waitFor();
    await page.keyboard.press('h');
    await page.waitForURL('**/rehearsal');
    await page.fill('input[name=from]', '2025-05-16');
    await page.fill('input[name=until]', '2025-12-31');
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
    await page.locator('.lanes').waitFor();
    expect(await page.locator('.band').textContent()).toContain('155-KL/TW');
  });

  it('counts nothing before all of it is there', async () => {
    const { page } = await signIn({}, {}, '/inbox');
    const [hold, release] = [Promise.withResolvers<void>(), () => hold.resolve()];
    await page.route(/\/directives\/[^/]+\/tasks\?.*cursor=/, async (route) => {
      await hold.promise;
      await route.continue();
    });
    await page.evaluate((to) => history.pushState({}, '', to), `/directives/${scene.directive}`);
    await page.getByText(/^at least \d+$/).waitFor();
    expect(await page.locator('.outcome .buckets b').allTextContents()).toStrictEqual(['–', '–', '–', '–']);
    expect(await page.locator('.tree td.num, .fnd .st, .outcome .apart').allTextContents()).toStrictEqual(
      await page.locator('.tree td.num').evaluateAll((all) => all.map(() => '–')),
    );
    release();
    const { doneInTime } = await scene.api.get('/statistics', { query: { directiveId: scene.directive } });
    await page.getByRole('button', { name: `done in time: ${doneInTime}`, exact: true }).waitFor();
    await page.locator('.tree td.num .why').first().waitFor();
  });

  it('says how its share is reckoned', async () => {
    const { page } = await signIn({}, {}, `/directives/${scene.directive}`);
    await page.locator('.outcome .share .why').click();
    const { doneInTime, doneLate, fellDue } = await scene.api.get('/statistics', {
      query: { directiveId: scene.directive },
    });
    const reason = page.locator('.reason');
    await reason.locator('dl').waitFor();
    expect(await reason.textContent()).toContain(`${doneInTime} + ${doneLate}`);
    expect(await reason.textContent()).toContain(`÷ ${fellDue}`);
  });

  it('is, on the one page, stuck where it needs a decision, and waits where a unit owes a step, as the report says', async () => {
    const opened = await signIn({ office: LEADER }, {}, `/one-page?directive=${scene.directive}`);
    const { page } = opened;
    await page.locator('.stuck tbody tr').first().waitFor();
    const query = { directiveId: scene.directive };
    const { figures } = await scene.api.get('/reports/{kind}', { path: { kind: 'statistics' }, query });
    const { stuck, waiting } = figures as unknown as Record<'stuck' | 'waiting', readonly unknown[]>;
    await page.getByText(`nobody can move these ${stuck.length} without a decision`).waitFor();
    await page.getByText(`${waiting.length} merely wait for a step that a named unit owes`).waitFor();
    const ofNobody = page.locator('.stuck tbody tr', { hasText: 'it lies with a class of units' }).first();
    expect(await ofNobody.textContent()).toContain('Politburo');
    expect(await page.locator('.waits tr', { hasText: 'to acknowledge' }).locator('td').nth(1).textContent()).toMatch(
      /^\d+$/,
    );
    expect(await violations(page)).toStrictEqual([]);
    await page.selectOption('.sheet select', marked);
    await page.locator('.sheet h1', { hasText: '12-CT/TW' }).waitFor();
    await page.getByText('nothing needs a decision').waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);
  });
});
