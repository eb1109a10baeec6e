import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { byKeys, byPointer } from './hand.ts';
import { complaintsIn, OFFICE, PHONE, violations } from './pages.ts';
import { EXAMPLES, LASTING_CALENDAR, settled } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const ISSUER = { unit: 'secretariat', capacity: 'secretariat' };
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
const FINANCE = 'ministry-of-finance-party-committee';
const task = (ref: string, more: string, lead = `[${OFFICE.unit}]`): string =>
  `  - {ref: ${ref}, clause: '1', statement: Keep the archive ${ref}, accountable: [${OFFICE.unit}], lead: ${lead}, leadBasis: stated, urgency: false, ${more}}\n`;
const documentOf = (number: string): string => `directive:
  {id: decided-${number}, number: ${number}-CT/TW, type: directive, issuers: [secretariat], title: On archives ${number}, language: en, classification: open}
clauses:
  - {ref: '1', kind: task-bearing, text: Archives are kept.}
tasks:
`;
/** A task for each thing that an issuer decides. */
const DOCUMENT = `${documentOf('31')}${[
  task('1-1', 'kind: once', `[${OFFICE.unit}, ${FINANCE}]`),
  task('1-2', 'kind: periodic'),
  task('1-3', 'kind: once, due: {on: 2099-06-24, bound: by, firmness: firm}'),
  task('1-4', 'kind: conditional, trigger: The law is passed'),
  task('1-5', 'kind: standing'),
].join('')}`;
const OTHER = `${documentOf('32')}${task('1-1', 'kind: once')}`;

let directive: string;
let other: string;
let ids: ReadonlyMap<string, string>;

const issue = async (document: string, key: string): Promise<string> => {
  const body = { document, policyId: 'vn-party', calendarId: LASTING_CALENDAR, issuedOn: TODAY };
  const { stream } = await scene.api.post('/directives', { unit: 'secretariat', key, body });
  await settled(scene.api);
  return stream.slice('directive-'.length);
};
const taskOf = (ref: string) => scene.api.get('/tasks/{id}', { path: { id: ids.get(ref)! } });
const open = (ref: string, options = {}, look = {}) =>
  signIn({ office: ISSUER, ...look }, options, `/tasks/${ids.get(ref)!}`);
const field = (page: Page, name: string) => page.locator(`[role=dialog] [name="${name}"]`);
const dialog = (page: Page) => page.getByRole('dialog');
const submit = (page: Page) => page.locator('[role=dialog] button[type=submit]');
const button = (page: Page, name: string) => page.getByRole('button', { name });

inConsole('What an issuer decides, in the console', () => {
  beforeAll(async () => {
    [directive, other] = [await issue(DOCUMENT, 'directive'), await issue(OTHER, 'other')];
    const { items } = await scene.api.get('/tasks', { query: { directiveId: directive, limit: 50 } });
    ids = new Map(items.map(({ ref, id }) => [ref, id]));
  }, OPENING_MS);

  it('is who of several presides, by keyboard alone; the finding stays, and the decision stands beside it', async () => {
    const opened = await open('1-1');
    const { page } = opened;
    const hand = byKeys(page);
    await hand.press(button(page, 'Decide F'), 'f');
    await dialog(page).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await hand.choose(field(page, 'ruling.lead'), FINANCE);
    await hand.write(field(page, 'reason'), 'Finance has the room.');
    await hand.press(submit(page));
    await page.locator('.fnd .t-done', { hasText: 'Finance has the room.' }).waitFor();
    expect(await page.locator('.fnd li', { hasText: 'Several leads, no chair' }).count()).toBe(1);
    expect(await button(page, 'Decide F').count()).toBe(0);
    expect((await taskOf('1-1')).unit).toBe(FINANCE);
    expect(await violations(page)).toStrictEqual([]);
    await page.locator('.head a', { hasText: '31-CT/TW' }).click();
    await page
      .locator('.fnd li', { hasText: 'Several leads, no chair' })
      .locator('.dec-st', { hasText: '1 Decided' })
      .waitFor();
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is how often something comes round, by pointer on a phone, in Vietnamese', async () => {
    const { page } = await open('1-2', PHONE, { language: 'vi' });
    const hand = byPointer(page);
    await hand.press(button(page, 'Quyết định').first());
    await hand.choose(field(page, 'ruling.every'), 'quarter');
    await hand.write(field(page, 'reason'), 'Như năm ngoái.');
    await hand.press(submit(page));
    await page.locator('.fnd .t-done', { hasText: 'hằng quý' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    expect((await taskOf('1-2')).decisions).toMatchObject([{ finding: 'no-interval', ruling: { every: 'quarter' } }]);
  });

  it('is a date that a higher order replaces, which is named; and an order of nobody above is refused', async () => {
    const { page } = await open('1-3');
    const hand = byPointer(page);
    await hand.press(button(page, 'Date by order I'));
    const order = async (issuer: string) => {
      await hand.write(field(page, 'order.number'), '160-KL/TW');
      await hand.write(field(page, 'order.issuer'), issuer);
      await hand.date(field(page, 'toOn'), '2099-12-01');
      await hand.write(field(page, 'reason'), 'The congress is later.');
      await hand.press(submit(page));
    };
    await order(FINANCE);
    await page.locator('[role=dialog] .refused').waitFor();
    await order('central-committee');
    await page.locator('.dead .big', { hasText: 'December 1, 2099' }).waitFor();
    expect((await taskOf('1-3')).dates).toMatchObject([{ how: 'overridden' }]);
  });

  it('is that an entry was wrong, that an event has come about, and that a duty ends', async () => {
    const { page } = await open('1-3');
    const keys = byKeys(page);
    await keys.press(button(page, 'Correct the entry W'), 'w');
    await keys.write(field(page, 'changes.statement'), 'Keep the great archive');
    await keys.write(field(page, 'reason'), 'A word was left out.');
    await keys.press(submit(page));
    await page.locator('article h1', { hasText: 'Keep the great archive' }).waitFor();

    const begun = (await open('1-4')).page;
    const hand = byPointer(begun);
    await hand.press(button(begun, 'Has begun B'));
    await hand.write(field(begun, 'event'), 'The law is passed.');
    await hand.date(field(begun, 'toOn'), '2099-12-30');
    await hand.press(submit(begun));
    await begun.locator('.dead .big', { hasText: 'December 30, 2099' }).waitFor();
    expect(await button(begun, 'Has begun B').count()).toBe(0);

    const ended = (await open('1-5')).page;
    await byKeys(ended).press(button(ended, 'End it L'), 'l');
    await byKeys(ended).write(field(ended, 'reason'), 'Another directive has it now.');
    await byKeys(ended).press(submit(ended));
    await ended.locator('.tag.state', { hasText: 'lapsed' }).waitFor();
  });

  it('is nothing that others are offered, nor anything in the past', async () => {
    const { page } = await signIn({ office: OFFICE }, {}, `/tasks/${ids.get('1-3')!}`);
    await page.locator('.actions').waitFor();
    expect(await button(page, 'Date by order I').count()).toBe(0);
    const past = (
      await signIn({ office: ISSUER }, {}, `/directives/${directive}?show=links&at=${new Date().toISOString()}`)
    ).page;
    await past.locator('.fix.lines').waitFor();
    for (const act of ['It implements a clause', 'A further document', 'Reclassify'])
      expect(await button(past, act).count()).toBe(0);
  });

  it('is which clause it brings down, which is taken back, and by what it is superseded', async () => {
    const opened = await signIn({ office: ISSUER }, {}, `/directives/${directive}?show=links`);
    const { page } = opened;
    const hand = byKeys(page);
    await hand.press(button(page, 'It implements a clause'));
    await dialog(page).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await hand.choose(field(page, 'directiveId'), scene.directive);
    await hand.choose(field(page, 'clause'), '2.6');
    await hand.press(submit(page));
    const row = page.locator('tr', { hasText: '155-KL/TW, 2.6' });
    await row.waitFor();
    await hand.press(row.getByRole('button', { name: 'Take back' }));
    await hand.write(field(page, 'reason'), 'It was another clause.');
    await hand.press(submit(page));
    await page.locator('tr.hid', { hasText: '155-KL/TW, 2.6' }).waitFor();

    const pointer = byPointer(page);
    await pointer.press(button(page, 'A further document'));
    await pointer.choose(field(page, 'directiveId'), other);
    await pointer.choose(field(page, 'how'), 'supersedes');
    await pointer.choose(field(page, 'others'), 'cancel');
    await pointer.write(field(page, 'reason'), 'There is a newer one.');
    await pointer.press(submit(page));
    await page.locator('tr', { hasText: 'superseded by' }).waitFor();
    await settled(scene.api);
    expect((await taskOf('1-3')).state).toBe('cancelled');
    expect(await violations(page)).toStrictEqual([]);
    expect(complaintsIn(opened)).toStrictEqual([]);
  });

  it('is a task that it takes over from another document, with its source, and who may read the whole', async () => {
    const { page } = await signIn({ office: ISSUER }, {}, `/directives/${other}`);
    const hand = byPointer(page);
    await hand.press(button(page, 'Enter a task'));
    await dialog(page).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await hand.choose(field(page, 'clause'), '1');
    await hand.write(field(page, 'ref'), '1-9');
    await hand.write(field(page, 'statement'), 'Hand the lists over');
    await hand.write(field(page, 'accountable'), `${OFFICE.unit}, ${FINANCE}`);
    await hand.write(field(page, 'lead'), FINANCE);
    await hand.date(field(page, 'dueOn'), '2099-06-24');
    await hand.write(field(page, 'sourceType'), 'report');
    await hand.write(field(page, 'sourceTitle'), 'Results of two weeks');
    await hand.press(submit(page));
    await page.locator('.tree a', { hasText: 'Hand the lists over' }).waitFor();
    await hand.press(button(page, 'Reclassify'));
    await hand.choose(field(page, 'classification'), 'internal');
    await hand.write(field(page, 'basis'), 'Decision 41.');
    await hand.press(submit(page));
    await page.locator('h1 .tag', { hasText: 'internal' }).waitFor();
  });

  it('is what a new edition of the calendar makes of a date, after it was seen', async () => {
    const announced = await readFile(join(EXAMPLES, 'policy-vn-party.yaml'), 'utf8');
    const document = announced
      .replace(/version: \d+/, 'version: 90')
      .replace(/(byIncludesTheDay:\s+value: )\w+/, '$1false');
    await scene.api.post('/references', {
      key: 'edition',
      unit: 'secretariat',
      capacity: 'secretariat',
      body: { document },
    });
    await settled(scene.api);
    const opened = await signIn({ office: ISSUER }, {}, `/directives/${other}?show=timeline`);
    const { page } = opened;
    const moved = page.locator('.card', { hasText: 'Dates that would move' });
    await moved.getByText('1-9').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    const hand = byKeys(page);
    await hand.press(button(page, 'Confirm all'));
    await hand.write(field(page, 'reason'), 'Edition 90 leaves the day out.');
    await hand.press(submit(page));
    await moved.waitFor({ state: 'detached' });
    expect(complaintsIn(opened)).toStrictEqual([]);
  });
});
