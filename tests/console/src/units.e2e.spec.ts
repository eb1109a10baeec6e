import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { byKeys, byPointer } from './hand.ts';
import { complaintsIn, PHONE, tabTo, violations } from './pages.ts';
import { settled } from './scene.ts';
import { inConsole, scene, signIn } from './suite.ts';

const REGISTRAR = { unit: 'central-party-office', capacity: 'secretariat' };
const SUCCESSIONS = '/units?show=successions';
const BASIS = 'Resolution 202/2025/QH15';
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

const dialog = (page: Page) => page.getByRole('dialog');
const say = (page: Page, name: string, text: string) => page.fill(`[role=dialog] [name=${name}]`, text);
const send = (page: Page) => page.locator('[role=dialog] button[type=submit]').click();
const sent = async (page: Page) => {
  await send(page);
  await dialog(page).waitFor({ state: 'detached' });
};
/** The line of a succession, by who is taken over. */
const line = (page: Page, text: string) => page.locator('.moves tbody tr', { hasText: text });
const shown = async (id: string) => (await scene.api.get('/successions')).find((each) => each.id === id);

type Plan = Readonly<{
  id: string;
  from: string[];
  kind: 'merge' | 'split' | 'dissolve';
  to?: string;
  effectiveOn?: string;
}>;
const plan = async (body: Plan) => {
  await scene.api.post('/successions', { ...REGISTRAR, key: body.id, body: { ...body, basis: BASIS } });
  await settled(scene.api);
};

const name = (unit: string) => (unit === 'ppc-lai-chau' ? 'Lai Chau' : 'Dien Bien');
/** A committee with tasks and a matter is merged today, and all of it has gone over. */
const merged = async (from: string) => {
  const { items } = await scene.api.get('/tasks', { query: { unit: from, limit: 500 } });
  const [first] = items;
  await scene.api.post('/matters', {
    unit: from,
    key: `matter-${from}`,
    body: {
      ...{ directiveId: scene.directive, concerning: first!.id, desk: from, office: 'secretariat' },
      ...{ kind: 'obstacle', subject: 'There is no room.' },
    },
  });
  await settled(scene.api);
  await plan({ id: from, from: [from], kind: 'merge', to: 'ppc-ha-noi', effectiveOn: TODAY });
  await settled(scene.api);
  return { from, tasks: items.map(({ id }) => id) };
};

inConsole('Units and successions in the console', () => {
  it('are entered by keyboard alone: what lies there stands before it is confirmed, and who follows may come later', async () => {
    const opened = await signIn({ office: REGISTRAR }, {}, SUCCESSIONS);
    const { page } = opened;
    await page.locator('.tools kbd', { hasText: 'C' }).waitFor();
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    await tabTo(page, '[name=from]');
    await page.keyboard.type('ppc-lang-son');
    await page.keyboard.press('Enter');
    await page.locator('.preview', { hasText: '7 open tasks' }).waitFor();
    await page.locator('.preview', { hasText: 'until the successor is named' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await tabTo(page, '[name=basis]');
    await page.keyboard.type(BASIS);
    await tabTo(page, '[role=dialog] [name=id]');
    await page.keyboard.type('lang-son');
    await page.keyboard.press('Enter');
    await dialog(page).waitFor({ state: 'detached' });
    await line(page, 'Lang Son').getByRole('button', { name: 'Name the successor' }).waitFor();
    expect(await shown('lang-son')).toMatchObject({
      from: ['ppc-lang-son'],
      to: null,
      effectiveOn: null,
      kind: 'merge',
    });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('count no unit that was taken out of the plan again', async () => {
    const { page } = await signIn({ office: REGISTRAR }, {}, SUCCESSIONS);
    await page.locator('.tools kbd', { hasText: 'C' }).waitFor();
    await page.keyboard.press('c');
    await say(page, 'from', 'ppc-hue');
    await page.locator('.preview', { hasText: 'open tasks' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('.preview', { hasText: 'open tasks' }).waitFor();
    await dialog(page).getByRole('button', { name: 'Leave out Hue City Party Committee' }).click();
    await page.locator('.preview').waitFor({ state: 'detached' });
    expect(await page.inputValue('[role=dialog] [name=from]')).toBe('');
  });

  it('are told who follows: what is refused says why and keeps what was written', async () => {
    await plan({ id: 'son-la', from: ['ppc-son-la'], kind: 'merge' });
    const opened = await signIn({ office: REGISTRAR }, {}, SUCCESSIONS);
    const { page } = opened;
    await line(page, 'Son La').getByRole('button', { name: 'Name the successor' }).click();
    await say(page, 'to', 'ministry-party-committees');
    await say(page, 'basis', BASIS);
    await send(page);
    await page.locator('[role=dialog] .refused', { hasText: 'is a group of units' }).waitFor();
    expect(await page.inputValue('[role=dialog] [name=basis]')).toBe(BASIS);
    await say(page, 'to', 'ppc-ha-noi');
    await page.locator('.preview', { hasText: 'until the day is fixed' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await sent(page);
    await line(page, 'Son La').getByRole('button', { name: 'Name the successor' }).waitFor({ state: 'detached' });
    expect(await shown('son-la')).toMatchObject({ to: 'ppc-ha-noi', successor: null });
    expect(complaintsIn(opened).filter((text) => !text.includes('409'))).toStrictEqual([]);
  });

  it('get their day (ru): where it has come, all of it goes over at once', async () => {
    await plan({ id: 'nghe-an', from: ['ppc-nghe-an'], kind: 'merge', to: 'ppc-ha-noi' });
    const opened = await signIn({ office: REGISTRAR, language: 'ru' }, {}, SUCCESSIONS);
    const { page } = opened;
    await line(page, 'Нгеан').getByRole('button', { name: 'Назначить день' }).click();
    await say(page, 'on', TODAY);
    await say(page, 'basis', BASIS);
    await page.locator('.preview', { hasText: '7 открытых задач' }).waitFor();
    await page.locator('.preview', { hasText: 'Этот день наступил' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await sent(page);
    await line(page, 'Нгеан').getByRole('button', { name: 'сходится 7', exact: true }).waitFor();
    expect(await shown('nghe-an')).toMatchObject({ effectiveOn: TODAY, holdings: 7, moved: 7, balanced: true });
    expect(await line(page, 'Нгеан').getByRole('button', { name: 'Отменить преемство' }).count()).toBe(0);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it.each([
    ['by keyboard', byKeys, {}],
    ['by finger, on a phone', byPointer, PHONE],
  ] as const)('prove %s that as much is there after a merger as before, thing by thing', async (_, way, size) => {
    const { from, tasks } = await merged(way === byKeys ? 'ppc-lai-chau' : 'ppc-dien-bien');
    const opened = await signIn({ office: REGISTRAR }, size, SUCCESSIONS);
    const { page } = opened;
    const prove = line(page, name(from)).getByRole('button', { name: /^balanced/ });
    await prove.waitFor();
    const proof = await scene.api.get('/successions/{id}/proof', { path: { id: from } });
    expect(proof.tally).toMatchObject({ holdings: tasks.length + 1, late: 0, open: 0 });
    await way(page).press(prove);
    const kept = dialog(page).locator('.kept');
    await kept.getByText('Before equals after').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    const figures = async (kind: string) =>
      kept
        .locator('tr', { has: page.getByRole('rowheader', { name: kind, exact: true }) })
        .locator('td b')
        .allTextContents();
    const { moved, closedMeanwhile } = proof.tally;
    expect(await figures('Tasks')).toStrictEqual([String(tasks.length), String(tasks.length)]);
    expect(await figures('Matters')).toStrictEqual(['1', '1']);
    expect(await figures('All')).toStrictEqual([String(moved + closedMeanwhile), String(moved + closedMeanwhile)]);
    await dialog(page).getByText('agrees with what was recorded').waitFor();
    const cut = dialog(page).locator('.facts dd').first();
    await cut.getByText(String(new Date().getFullYear())).waitFor();
    expect(await cut.getByRole('link').textContent()).toBe(proof.cut);
    const things = await dialog(page).locator('.things tbody a').allTextContents();
    expect(things.filter((each) => each.startsWith('task-')).toSorted()).toStrictEqual(
      tasks.map((id) => `task-${id}`).toSorted(),
    );
    await way(page).press(dialog(page).locator('.things a', { hasText: things[0]! }));
    await page.waitForURL(`**/audit?of=${things[0]!}`);
    await page.getByText('Moved to the successor').first().waitFor();
    await page.context().close();
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('are called off before their day', async () => {
    await plan({ id: 'cao-bang', from: ['ppc-cao-bang'], kind: 'merge', to: 'ppc-ha-noi', effectiveOn: '2099-07-01' });
    const { page } = await signIn({ office: REGISTRAR }, {}, SUCCESSIONS);
    await line(page, 'Cao Bang').getByRole('button', { name: 'Call it off' }).click();
    await page.locator('.preview', { hasText: 'All of it stays' }).waitFor();
    await say(page, 'reason', 'The resolution was not adopted.');
    await sent(page);
    await line(page, 'Cao Bang').waitFor({ state: 'detached' });
    expect(await shown('cao-bang')).toMatchObject({ withdrawn: true });
  });

  it('leave to decisions what is split: each thing by its name, to one of the parts', async () => {
    const of = { from: ['ppc-ha-giang'], kind: 'split', effectiveOn: TODAY } as const;
    await plan({ ...of, from: [...of.from], id: 'split-north', to: 'ppc-hue' });
    await plan({ ...of, from: [...of.from], id: 'split-south', to: 'ppc-ha-noi' });
    const opened = await signIn({ office: REGISTRAR }, {}, SUCCESSIONS);
    const { page } = opened;
    await page.getByRole('button', { name: 'Decide what is open' }).first().click();
    await page.locator('[role=dialog]', { hasText: '7 things wait for a decision.' }).waitFor();
    const things = page.locator('.holdings > li');
    expect(await things.count()).toBe(7);
    await things
      .first()
      .filter({ hasText: /\d\.\w+.*Ha Giang/ })
      .waitFor(); // its name comes after it
    await things.nth(0).locator('select').selectOption('ppc-hue');
    await things.nth(1).locator('select').selectOption('ppc-ha-noi');
    await things.nth(2).locator('select').selectOption('ppc-ha-noi');
    await page.locator('[role=dialog]', { hasText: '2 go to' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await say(page, 'reason', 'The works lie there.');
    await send(page);
    await page.locator('[role=dialog]', { hasText: '4 things wait for a decision.' }).waitFor();
    await line(page, 'Ha Giang')
      .getByRole('button', { name: 'Decide what is open 4' })
      .nth(1)
      .waitFor({ state: 'attached' });
    expect(await shown('split-north')).toMatchObject({ moved: 1, open: 4 });
    expect(await shown('split-south')).toMatchObject({ moved: 2, open: 4 });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('offer nothing to who does not keep the registry, and nothing in the past', async () => {
    await plan({ id: 'ha-tinh', from: ['ppc-ha-tinh'], kind: 'merge' });
    const { page } = await signIn({ office: { ...REGISTRAR, capacity: 'officer' } }, PHONE, SUCCESSIONS);
    await line(page, 'Ha Tinh').waitFor();
    expect(await page.locator('.offers').count()).toBe(0);
    const past = (await signIn({ office: REGISTRAR }, {}, `${SUCCESSIONS}&at=${new Date().toISOString()}`)).page;
    await line(past, 'Ha Tinh').waitFor();
    expect(await past.locator('.offers').count()).toBe(0);
    expect(await past.locator('.tools .btn').count()).toBe(0);
  });

  const life = (page: Page) => page.locator('.unit-life');

  it('show what becomes of a unit, and take a new name by one key: the day and the act stand with it', async () => {
    const opened = await signIn({ office: REGISTRAR }, {}, '/units?q=Hue');
    const { page } = opened;
    await page.getByRole('link', { name: 'Hue City Party Committee' }).click();
    await page.locator('.actions kbd', { hasText: 'R' }).waitFor();
    await page.keyboard.press('r');
    await dialog(page).waitFor();
    expect(await page.inputValue('[role=dialog] [name="name.vi"]')).toBe('Thành ủy Huế');
    await page.fill('[role=dialog] [name="name.en"]', 'Party Committee of Hue');
    await say(page, 'on', '2025-01-01');
    await say(page, 'basis', 'Resolution 175/2024/QH15');
    expect(await violations(page)).toStrictEqual([]);
    await sent(page);
    await page.getByRole('heading', { name: 'Party Committee of Hue', level: 1 }).waitFor();
    await life(page).getByText('Unit renamed: Resolution 175/2024/QH15').waitFor();
    await life(page).getByText('Party Committee of Hue · January 1, 2025').waitFor();
    expect(await scene.api.get('/units/{id}', { path: { id: 'ppc-hue' } })).toMatchObject({
      names: { vi: 'Thành ủy Huế', en: 'Party Committee of Hue' },
    });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('stand in the tree as was known at the moment that is shown', async () => {
    const unit = { ...REGISTRAR, path: { id: 'ppc-thanh-hoa' } };
    const call = (on: string, en: string) =>
      scene.api.post('/units/{id}/rename', { ...unit, key: en, body: { on, basis: BASIS, names: { vi: en, en } } });
    await call('2025-01-01', 'As it was called');
    const then = new Date().toISOString();
    await call('2025-02-01', 'As it is called');
    const under = { on: '2025-03-01', basis: BASIS, parent: 'secretariat' };
    await scene.api.post('/units/{id}/put-under', { ...unit, key: 'under', body: under });
    await plan({ id: 'thanh-hoa', from: ['ppc-thanh-hoa'], kind: 'merge', to: 'ppc-ha-noi', effectiveOn: TODAY });
    await call('2099-01-01', 'As it is called in the end');
    const standing = async (at: string) => {
      const { page } = await signIn({ office: REGISTRAR }, {}, `/units${at}`);
      const row = page.locator('tbody tr', { hasText: /^As it (was|is) called/ });
      await row.waitFor();
      const cells = await row.locator('td').allTextContents();
      const isOver = (await row.getAttribute('class')) === 'dim';
      return { name: cells[0], parent: cells[2], heir: cells[3], isOver, page };
    };
    const was = await standing(`?at=${then}`);
    expect(was).toMatchObject({
      name: 'As it was called',
      parent: 'Party Central Committee',
      heir: '–',
      isOver: false,
    });
    await was.page.locator('.band', { hasText: 'Read only' }).waitFor();
    const is = await standing('');
    expect(is).toMatchObject({ parent: 'Secretariat of the Central Committee', isOver: true });
    expect(is.name).toMatch(/^As it is called succeeded since /);
    expect(is.heir).toMatch(/^Ha Noi City Party Committee/);
    await is.page.getByLabel('On the day').fill('2025-02-28');
    const row = is.page.locator('tbody tr', { hasText: 'As it is called' });
    await row.filter({ hasText: 'Party Central Committee' }).waitFor();
    expect(await row.getAttribute('class')).toBeNull();
    await is.page.getByLabel('On the day').fill('2099-01-01');
    await row.filter({ hasText: 'As it is called in the end succeeded since' }).waitFor();
    const inTheEnd = new URL(is.page.url()).search;
    expect(inTheEnd).toContain('on=2099-01-01');
    expect((await standing(inTheEnd)).name).toMatch(/^As it is called in the end/);
  });

  it('say why a unit cannot be put under itself, on a phone, and keep what was written', async () => {
    const { page } = await signIn({ office: REGISTRAR, language: 'uk', theme: 'dark' }, PHONE, '/units/ppc-hue');
    await page.getByRole('button', { name: 'Перепідпорядкувати' }).click();
    await say(page, 'parent', 'ppc-hue');
    await say(page, 'on', '2025-01-01');
    await say(page, 'basis', BASIS);
    await send(page);
    await page.locator('[role=dialog] .refused').waitFor();
    expect(await page.inputValue('[role=dialog] [name=basis]')).toBe(BASIS);
    expect(await violations(page)).toStrictEqual([]);
    await say(page, 'parent', 'central-party-office');
    await sent(page);
    await life(page).getByText('Central Party Office · 1 січня 2025').waitFor();
    expect(await scene.api.get('/units/{id}', { path: { id: 'ppc-hue' } })).toMatchObject({
      parent: 'central-party-office',
    });
  });

  it('enter a unit in a group from its own page, and take it out again', async () => {
    const { page } = await signIn({ office: REGISTRAR }, {}, '/units/central-party-office');
    await page.getByRole('button', { name: 'Enter in a group' }).click();
    await page.selectOption('[role=dialog] [name=group]', 'ministry-party-committees');
    await say(page, 'on', '2025-06-01');
    await say(page, 'basis', BASIS);
    await sent(page);
    await page.locator('.members', { hasText: 'from June 1, 2025' }).waitFor();
    await page.getByRole('button', { name: 'Take out of a group' }).click();
    await page.selectOption('[role=dialog] [name=group]', 'ministry-party-committees');
    await say(page, 'on', '2025-07-01');
    await say(page, 'basis', BASIS);
    await sent(page);
    await page.locator('.members', { hasText: 'before July 1, 2025' }).waitFor();
    expect(await page.getByRole('button', { name: 'Take out of a group' }).count()).toBe(0);
  });

  it('are only read by an officer, and in the past', async () => {
    const { page } = await signIn({ office: { ...REGISTRAR, capacity: 'officer' } }, {}, '/units/ppc-hue');
    await life(page).locator('li').first().waitFor();
    expect(await page.locator('.actions').count()).toBe(0);
    expect(await violations(page)).toStrictEqual([]);
    const past = (await signIn({ office: REGISTRAR }, {}, `/units/ppc-hue?at=${new Date().toISOString()}`)).page;
    await life(past).locator('li').first().waitFor();
    expect(await past.locator('.actions').count()).toBe(0);
  });

  const subscriptions = (page: Page) => page.locator('.subs tbody tr');
  const listed = () => scene.api.get('/units/{id}/subscriptions', { ...REGISTRAR, path: { id: 'ppc-hue' } });

  it('are told by mail: a refused address says why and stays there', async () => {
    const opened = await signIn({ office: REGISTRAR }, {}, '/units/ppc-hue');
    const { page } = opened;
    await page.getByRole('button', { name: 'Open a subscription' }).click();
    await say(page, 'address', 'hue');
    await send(page);
    await page.locator('[role=dialog] .refused', { hasText: 'no address for mail' }).waitFor();
    expect(await page.inputValue('[role=dialog] [name=address]')).toBe('hue');
    expect(await violations(page)).toStrictEqual([]);
    await say(page, 'address', 'office@hue.example');
    await sent(page);
    await subscriptions(page).getByText('office@hue.example').waitFor();
    expect(await listed()).toMatchObject([
      { channel: 'mail', address: 'office@hue.example', language: 'en', ended: false },
    ]);
    expect(complaintsIn(opened).filter((text) => !/409|422/.test(text))).toStrictEqual([]);
  });

  it('get a calendar (vi), whose address is told once, works, and ends with it', async () => {
    const opened = await signIn({ office: REGISTRAR, language: 'vi', theme: 'dark' }, PHONE, '/units/ppc-hue');
    const { page } = opened;
    await page.getByRole('button', { name: 'Mở đăng ký nhận' }).click();
    await page.selectOption('[role=dialog] [name=channel]', 'calendar');
    await send(page);
    const address = (await page.locator('output').textContent())!;
    expect(await violations(page)).toStrictEqual([]);
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    const calendar = subscriptions(page).filter({ hasText: 'lịch' });
    await calendar.getByRole('button', { name: 'Kết thúc' }).click();
    await say(page, 'reason', 'Không dùng nữa.');
    await sent(page);
    await calendar.getByText('đã chấm dứt').waitFor();
    expect((await fetch(address)).status).toBe(404);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('show where they are told to auditors, who change nothing, and not to officers', async () => {
    const auditor = (await signIn({ office: { ...REGISTRAR, capacity: 'auditor' } }, {}, '/units/ppc-hue')).page;
    await subscriptions(auditor).getByText('office@hue.example').waitFor();
    expect(await auditor.locator('.card button:not(.why)').count()).toBe(0);
    const officer = (await signIn({ office: { ...REGISTRAR, capacity: 'officer' } }, {}, '/units/ppc-hue')).page;
    await life(officer).locator('li').first().waitFor();
    expect(await officer.locator('.subs').count()).toBe(0);
  });

  it('are registered from a file: what is wrong in it is said with its line, and its successions are there to be planned', async () => {
    const file = (parent: string) => `units:
  - {id: district-a, kind: unit, level: district, parent: ${parent}, names: {en: District A}}
  - {id: district-b, kind: unit, level: district, parent: null, names: {en: District B}}
successions:
  - {id: a-to-b, from: [district-a], to: district-b, kind: merge, effectiveOn: '2099-07-01', basis: ${BASIS}}
`;
    const opened = await signIn({ office: REGISTRAR }, {}, '/units');
    const { page } = opened;
    await page.locator('.tools kbd', { hasText: 'C' }).waitFor();
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    await page.keyboard.insertText(file('nowhere-at-all'));
    await page.locator('[role=dialog] .refused', { hasText: /^2: .*nowhere-at-all/ }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    const buffer = Buffer.from(file('null'));
    await page.setInputFiles('[role=dialog] input[type=file]', { name: 'units.yaml', mimeType: 'text/yaml', buffer });
    await page.locator('[role=dialog] .refused li').waitFor({ state: 'detached' });
    await send(page);
    await page.locator('[role=dialog]', { hasText: '2 units of the file are in the registry.' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'District A' }).waitFor();
    await page.getByRole('button', { name: 'Successions' }).click();
    await line(page, 'District A').getByRole('button', { name: 'Plan it' }).click();
    expect(await page.inputValue('[role=dialog] [name=to]')).toBe('district-b');
    await say(page, 'basis', BASIS);
    await sent(page);
    await line(page, 'District A').getByRole('button', { name: 'Call it off' }).waitFor();
    expect(await shown('a-to-b')).toMatchObject({ from: ['district-a'], to: 'district-b', effectiveOn: '2099-07-01' });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });
});
