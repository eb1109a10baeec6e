import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import type { Look } from './browser.ts';
import type { Hand } from './hand.ts';
import { LASTING_CALENDAR, type Scene } from './scene.ts';

const CATALOGUES = join(import.meta.dirname, '../../../apps/web/src/i18n');
const DEPARTMENT = 'ministry-of-finance-party-committee';
const COMMITTEE = 'government-party-committee';

export type Language = Look['language'];
type Words = (id: string) => string;

/** What the console calls something. */
export const wordsOf = async (language: Language): Promise<Words> => {
  const catalogue = JSON.parse(await readFile(join(CATALOGUES, `${language}.json`), 'utf8')) as Record<string, string>;
  return (id) => {
    const word = catalogue[id];
    if (word === undefined) throw new Error(`${language} has no word for ${id}`);
    return word;
  };
};

/** Somebody at a page, in their language. `number` is the one of the directive that all of it is about. */
export type Worker = Readonly<{ page: Page; hand: Hand; say: Words; scene: Scene; number: number }>;

const nameOf = (number: number): string => `${number}-CT/TW`;
const statementOf = (number: number): string => `Count the archives of ${number}`;
const documentOf = (number: number): string => `directive:
  {id: archives-${number}, number: ${nameOf(number)}, type: directive, issuers: [secretariat], title: On archives, language: en, classification: open}
clauses:
  - {ref: '1', kind: task-bearing, text: The archives are counted.}
tasks:
  - {ref: 1-1, clause: '1', statement: ${statementOf(number)}, kind: once, accountable: [${DEPARTMENT}], lead: [${DEPARTMENT}],
     leadBasis: stated, urgency: false, due: {on: 2099-12-30, bound: by, firmness: firm}}
standingUnits:
  createdBy: [${COMMITTEE}]
  each: true
  functions: [receive, direct-or-route, respond]
  mandate: {from: issue, until: '2099-10-31', inclusive: true}
  beyondAuthority: {recommendTo: competent-authorities, outcomes: [consider, solve, adjust]}
`;

/** In Viet Nam. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
const button = ({ page, say }: Worker, name: string): Locator =>
  page
    .getByRole('button', { name: exactly(say(name)) })
    .and(page.locator(':not(.why)'))
    .first();
const field = ({ page }: Worker, name: string): Locator => page.locator(`[role=dialog] [name=${name}]`);
const state = async ({ page, say }: Worker, name: string): Promise<void> =>
  page.locator('.head .tag.state', { hasText: exactly(say(name)) }).waitFor();
const send = async ({ page, hand }: Worker): Promise<void> => {
  await hand.press(page.locator('[role=dialog] button[type=submit]'));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
/** Nothing of the page is beyond the window. */
const fits = async ({ page }: Worker): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

/** For whom one acts from now on. */
const actAs = async ({ page, hand }: Worker, unit: string, capacity: string): Promise<void> => {
  const office = page.locator('button.office:visible');
  if ((await office.count()) === 0) await hand.press(page.locator('.tabs > button'));
  await hand.press(office);
  await hand.write(page.locator('[role=dialog] #unit'), unit);
  await hand.choose(page.locator('[role=dialog] #capacity'), capacity);
  await hand.press(page.locator('[role=dialog] .choices .choice').first());
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
};

/** By the token of the installation. */
export const signIn = async ({ page, hand, scene }: Worker): Promise<void> => {
  await hand.press(page.locator('summary'));
  await hand.write(page.locator('input[name=token]'), scene.token);
  await hand.press(page.locator('form button[type=submit]'));
  await page.locator('.rail, .tabs').first().waitFor({ state: 'attached' });
};

/** Issues a directive, once each date that follows from it was shown. */
export const secretariat = async (worker: Worker): Promise<void> => {
  const { page, hand, number } = worker;
  await actAs(worker, 'secretariat', 'secretariat');
  await hand.go('/directives', 'd');
  await hand.press(page.locator('a[href="/directives/new"]'));
  await hand.file(page.locator('textarea'), documentOf(number));
  await hand.choose(page.locator('select[name=policyId]'), 'vn-party');
  await hand.choose(page.locator('select[name=calendarId]'), LASTING_CALENDAR);
  await hand.date(page.locator('input[name=issuedOn]'), today());
  await hand.press(page.locator('form.form button[type=submit]'));
  await page.locator('table.lines tbody tr').first().waitFor();
  await fits(worker);
  await hand.tick(page.locator('form:has(table) input[type=checkbox]'));
  await hand.press(page.locator('form:has(table) button[type=submit]'));
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}$/);
  await page.locator('h1', { hasText: nameOf(number) }).waitFor();
};

/** Receives what is brought under a directive, from when its committee has set it up. */
export const committee = async (worker: Worker): Promise<void> => {
  const { hand, scene, number } = worker;
  await actAs(worker, COMMITTEE, 'secretariat');
  await hand.go('/standing-unit', 's');
  await hand.press(button(worker, 'standingUnit.setUp'));
  const { items } = await scene.api.get('/directives');
  const { directiveId } = items.find((each) => each.number === nameOf(number))!;
  await hand.choose(field(worker, 'directiveId'), directiveId);
  await hand.write(field(worker, 'evidence'), 'Decision of the committee.');
  await send(worker);
  await fits(worker);
};

/** Finds its task in the inbox, acknowledges it, says how far it is, brings what holds it up, and submits what has come of it. */
export const department = async (worker: Worker): Promise<void> => {
  const { page, hand, number } = worker;
  await actAs(worker, DEPARTMENT, 'officer');
  await hand.go('/inbox', 'i');
  await hand.write(page.locator('.filter'), statementOf(number));
  await hand.press(page.locator('a.row', { hasText: statementOf(number) }));
  await hand.press(button(worker, 'act.acknowledge'), 'a');
  await state(worker, 'state.acknowledged');
  await hand.press(button(worker, 'act.report'), 'p');
  await hand.write(field(worker, 'report'), 'Half of them.');
  await send(worker);
  await page.locator('.acts li', { hasText: 'Half of them.' }).waitFor();
  await hand.press(button(worker, 'matters.bring'), 'm');
  await hand.write(field(worker, 'desk'), COMMITTEE);
  await hand.choose(field(worker, 'office'), 'standingUnit');
  await hand.choose(field(worker, 'kind'), 'obstacle');
  await hand.write(field(worker, 'subject'), subjectOf(number));
  await send(worker);
  await page.locator('.card', { hasText: subjectOf(number) }).waitFor();
  await hand.press(button(worker, 'act.submit'), 'd');
  await hand.write(field(worker, 'report'), 'All are counted.');
  await send(worker);
  await state(worker, 'state.submitted');
  await fits(worker);
};

const subjectOf = (number: number): string => `Archive ${number} has no keys`;

/** Answers what was brought to it. */
export const standingUnit = async (worker: Worker): Promise<void> => {
  const { page, hand, number } = worker;
  await actAs(worker, COMMITTEE, 'standingUnit');
  await hand.go('/standing-unit', 's');
  await hand.press(page.locator('a.row', { hasText: subjectOf(number) }));
  await hand.press(button(worker, 'matterAct.answer'), 'a');
  await hand.write(field(worker, 'answer'), 'The keys are on their way.');
  await send(worker);
  await state(worker, 'matterState.answered');
  await fits(worker);
};

const openDirective = async ({ page, hand, number }: Worker): Promise<void> => {
  await hand.go('/directives', 'd');
  await hand.press(page.locator('a.issued', { hasText: nameOf(number) }));
  await page.locator('h1', { hasText: nameOf(number) }).waitFor();
};
const openTask = async (worker: Worker): Promise<void> => {
  const { page, hand, number } = worker;
  await openDirective(worker);
  await hand.press(page.locator('.tree a', { hasText: statementOf(number) }));
  await page.locator('article h1', { hasText: statementOf(number) }).waitFor();
};

/** Accepts what was submitted, from the page of the directive, once it was said what that does. */
export const issuer = async (worker: Worker): Promise<void> => {
  await actAs(worker, 'secretariat', 'secretariat');
  await openTask(worker);
  await worker.hand.press(button(worker, 'act.accept'), 'a');
  await send(worker);
  await state(worker, 'state.accepted');
  await fits(worker);
};

/** Records what an inspection found. */
export const inspector = async (worker: Worker): Promise<void> => {
  const { page, hand } = worker;
  await actAs(worker, 'central-organising-commission', 'inspector');
  await openDirective(worker);
  await hand.press(button(worker, 'inspection.record'), 'f');
  await hand.write(field(worker, 'finding'), 'Nobody keeps the minutes.');
  await send(worker);
  await page.locator('.fnd li', { hasText: 'Nobody keeps the minutes.' }).waitFor();
  await fits(worker);
};

/** Has every event of a task checked against the seal, and keeps the proof. */
export const auditor = async (worker: Worker): Promise<void> => {
  const { page, hand } = worker;
  await actAs(worker, 'secretariat', 'auditor');
  await openTask(worker);
  await hand.press(page.locator('article a[href*="/audit"]'));
  await page.locator('.ev tbody tr').first().waitFor();
  await hand.press(button(worker, 'seal.verify'), 'v');
  await page.locator('.verdict.t-done').waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), hand.press(button(worker, 'seal.save'))]);
  expect(file.suggestedFilename()).toMatch(/^task-.*\.proof\.json$/);
  await fits(worker);
};

/** Reads on one page where it stands, and goes from a figure to what is behind it. */
export const leader = async (worker: Worker): Promise<void> => {
  const { page, hand, scene } = worker;
  await actAs(worker, 'politburo', 'leader');
  await hand.go('/one-page', 'o');
  await hand.choose(page.locator('.sheet select'), scene.directive);
  await page.locator('.sheet h1', { hasText: '155-KL/TW' }).waitFor();
  await page.locator('.stuck tbody tr').first().waitFor();
  await fits(worker);
  const late = page.locator('.late tbody a').first();
  const ref = await late.locator('.mono').textContent();
  await hand.press(late);
  await page.locator('article .head .mono', { hasText: ref! }).waitFor();
};

/** Opens an account, and hands over the link. */
export const administrator = async (worker: Worker): Promise<void> => {
  const { page, hand, number } = worker;
  await hand.go('/accounts', 'c');
  await hand.press(button(worker, 'accounts.new.accounts'), 'c');
  await hand.write(field(worker, 'name'), `Officer ${number}`);
  await hand.write(field(worker, 'login'), `officer-${number}`);
  await hand.press(page.locator('[role=dialog] button[type=submit]'));
  expect(await page.locator('output').textContent()).toContain('/invited#');
  await hand.press(button(worker, 'accounts.handedOver'));
  await page.locator('a.row', { hasText: `Officer ${number}` }).waitFor();
  await fits(worker);
};
