import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Shape } from '@edict/client';

import { complaintsIn, OFFICE, PHONE, violations } from './pages.ts';
import { LASTING_CALENDAR } from './scene.ts';
import { inConsole, scene, signIn } from './suite.ts';

type ConsultationRow = Shape<'ConsultationRow'>;
const DESK = { unit: 'government-party-committee', capacity: 'secretariat' };
const CONSULTED = { unit: 'ministry-of-finance-party-committee', capacity: 'officer' };

let lasting: string;

const dialog = (page: Page) => page.getByRole('dialog');
const choose = (page: Page, name: string, value: string) =>
  page.selectOption(`[role=dialog] select[name=${name}]`, value);
const say = (page: Page, name: string, text: string) => page.fill(`[role=dialog] [name=${name}]`, text);
const send = async (page: Page) => {
  await page.locator('[role=dialog] button[type=submit]').click();
  await dialog(page).waitFor({ state: 'detached' });
};
const matters = async () => (await scene.api.get('/matters')).items;
const about = async (subject: string) => (await matters()).find((each) => each.subject === subject)!;

const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
/** What 155-KL/TW foresees, for longer: its own standing units ended in 2025. */
const LASTING = `directive:
  id: lasting
  number: 11-KL/TW
  type: conclusion
  issuers: [secretariat]
  title: Standing units
  language: en
  classification: open
clauses:
  - {ref: '11', kind: task-bearing, text: Each sets up a standing unit.}
tasks:
  - {ref: '11-1', clause: '11', statement: Set up a standing unit, kind: once, accountable: [${DESK.unit}],
     lead: [${DESK.unit}], leadBasis: stated, urgency: false}
standingUnits:
  createdBy: [${DESK.unit}]
  each: true
  functions: [receive, direct-or-route, respond]
  mandate: {from: issue, until: '2099-10-31', inclusive: true}
  beyondAuthority: {recommendTo: competent-authorities, outcomes: [consider, solve, adjust]}
`;
const issueLasting = async (): Promise<string> => {
  const body = { document: LASTING, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
  const { stream } = await scene.api.post('/directives', { unit: 'secretariat', key: 'lasting', body });
  return stream.slice('directive-'.length);
};

inConsole('Matters in the console', () => {
  it('are brought from the task that they hold up, by one key', async () => {
    const { page } = await signIn({ office: OFFICE });
    await page.locator('.row', { hasText: '3.b5-2' }).click();
    await page.locator('.actions').waitFor();
    await page.keyboard.press('m');
    await dialog(page).waitFor();
    await say(page, 'desk', DESK.unit);
    await choose(page, 'office', 'secretariat');
    await say(page, 'subject', 'The decree on budgets waits for a law.');
    await page.getByRole('checkbox', { name: 'Brought by several together' }).check();
    expect(await violations(page)).toStrictEqual([]);
    await send(page);
    await page.locator('.card', { hasText: 'Matters' }).getByText('The decree on budgets waits for a law.').waitFor();
    expect(await about('The decree on budgets waits for a law.')).toMatchObject({ task: '3.b5-2', collective: true });
  });

  it('come to a standing unit that its committee sets up, by pointer, and that says until when it may receive', async () => {
    lasting = await issueLasting();
    const opened = await signIn({ office: DESK }, {}, '/standing-unit');
    const { page } = opened;
    await page.getByRole('button', { name: 'Set up' }).click();
    await dialog(page).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await choose(page, 'directiveId', scene.directive);
    await say(page, 'evidence', 'Decision of the committee of 2 June.');
    await page.locator('[role=dialog] button[type=submit]').click();
    await dialog(page).getByText('Its mandate ended with 2025-10-31.').waitFor();
    await choose(page, 'directiveId', lasting);
    await send(page);
    await page.locator('.mand', { hasText: 'Government Party Committee' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened).filter((text) => !text.includes('409'))).toStrictEqual([]);
    const { items } = await scene.api.get('/standing-units', { query: { committee: DESK.unit } });
    expect(items).toHaveLength(1);
  });

  it('are entered at the desk for whom they reached it from, and marked as it comes to know more', async () => {
    const { page } = await signIn({ office: DESK }, {}, '/standing-unit');
    await page.getByRole('button', { name: 'Enter a matter' }).waitFor();
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    await choose(page, 'office', 'secretariat');
    await choose(page, 'directiveId', scene.directive);
    await choose(page, 'kind', 'hotlineCall');
    await choose(page, 'behalf', 'citizen');
    await say(page, 'subject', 'A village asks who pays.');
    await send(page);
    await page.locator('.row', { hasText: 'A village asks who pays.' }).click();
    await page.locator('.card', { hasText: 'To be known of it' }).getByText('a citizen').waitFor();
    await page.keyboard.press('f');
    await page.getByRole('checkbox', { name: 'Needs special care' }).check();
    const earlier = await about('The decree on budgets waits for a law.');
    await choose(page, 'repeats', earlier.id);
    const endangered = page.locator('[role=dialog] select[name=endangers] option', { hasText: '5.b3-1' }).first();
    await choose(page, 'endangers', (await endangered.getAttribute('value')) ?? '');
    await say(page, 'reason', 'The same village called in May.');
    await send(page);
    await page.locator('.head .tag', { hasText: 'Needs special care' }).waitFor();
    const marked = await about('A village asks who pays.');
    expect(marked).toMatchObject({
      ...{ behalf: 'citizen', specialCare: true, repeats: earlier.id, kind: 'hotlineCall' },
    });
    expect(marked.endangers).toHaveLength(1);
    await page.locator('.card', { hasText: 'To be known of it' }).getByText('5.b3-1').waitFor();
    const path = { id: marked.endangers[0]! };
    expect((await scene.api.get('/tasks/{id}', { path })).ref).toBe('5.b3-1');
    await page.locator('.card', { hasText: 'To be known of it' }).getByRole('link').first().click();
    await page.locator('.card', { hasText: 'Came again' }).getByText('A village asks who pays.').waitFor();
  });

  it('are what others are consulted on: with a clock, on their desk, and answered there', async () => {
    const opened = await signIn({ office: DESK }, {}, '/standing-unit');
    const { page } = opened;
    await page.locator('.row', { hasText: 'A village asks who pays.' }).click();
    await page.locator('.actions').waitFor();
    await page.keyboard.press('q');
    await say(page, 'unit', CONSULTED.unit);
    await say(page, 'question', 'Are there funds for it?');
    await say(page, 'on', '2099-12-30');
    await send(page);
    const clock = page.locator('.consultations li', { hasText: 'Are there funds for it?' });
    await clock.getByText(/until .*, [\d,]+ days left/).waitFor();
    await clock.getByText('the day was named by who asked').waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);

    const other = await signIn({ office: CONSULTED }, PHONE, '/standing-unit');
    await other.page.locator('.grp', { hasText: 'You were asked' }).waitFor();
    await other.page.locator('.row', { hasText: 'A village asks who pays.' }).click();
    await other.page.getByRole('button', { name: 'Answer what was asked' }).click();
    await say(other.page, 'answer', 'There are, from July on.');
    expect(await violations(other.page)).toStrictEqual([]);
    await send(other.page);
    await other.page.locator('.grp', { hasText: 'You were asked' }).waitFor({ state: 'detached' });

    await clock.getByText(/answered in time/).waitFor();
    await clock.getByText('There are, from July on.').waitFor();
    expect((await about('A village asks who pays.')).consultations).toMatchObject([{ state: 'answered' }]);
  });

  it('are what others are consulted on by keyboard alone with no day named: then the policy sets it, and is named', async () => {
    const body = {
      ...{ directiveId: lasting, desk: DESK.unit, office: 'secretariat', kind: 'petition' },
      subject: 'A bridge has no owner.',
    };
    await scene.api.post('/matters', { key: 'bridge', unit: OFFICE.unit, body: body as never });
    const opened = await signIn({ office: DESK }, {}, '/standing-unit');
    const { page } = opened;
    await page.locator('.row', { hasText: 'A bridge has no owner.' }).click();
    await page.locator('.actions').waitFor();
    await page.keyboard.press('q');
    await dialog(page).waitFor();
    await page.keyboard.type(CONSULTED.unit);
    await page.locator('[role=dialog] [name=question]').focus();
    await page.keyboard.type('Whose is it?');
    expect(await page.locator('[role=dialog] label', { hasText: 'left empty' }).count()).toBe(1);
    await page.locator('[role=dialog] button[type=submit]').focus();
    await page.keyboard.press('Enter');
    const clock = page.locator('.consultations li', { hasText: 'Whose is it?' });
    await clock.waitFor();
    const [{ policy, dueAt }] = (await about('A bridge has no owner.')).consultations as [ConsultationRow];
    expect(policy).toMatchObject({ id: 'vn-party', workingDays: 5 });
    const named = `${policy!.id} v${policy!.version}`;
    expect(Date.parse(dueAt)).toBeGreaterThan(Date.now());
    await clock.getByText(`by policy ${named}: 5 working days`).click();
    await page.waitForURL('**/rules');
    await page.getByText('vn-party').first().waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);
    const vi = await signIn(
      { office: DESK, language: 'vi' },
      PHONE,
      `/matters/${(await about('A bridge has no owner.')).id}`,
    );
    await vi.page.getByText(`theo quy tắc ${named}: 5 ngày làm việc`).waitFor();
    expect(await violations(vi.page)).toStrictEqual([]);
  });
});
