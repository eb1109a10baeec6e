import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { connect } from '@edict/client';
import { genesisOf, idFrom } from '@edict/kernel';
import { chain } from '@edict/runtime';
import type { Page } from 'playwright-core';

import { arrive, becomeAdministrator, complaintsIn, LANGUAGES, PHONE, signInTo, tabTo, violations } from './pages.ts';
import { issueAwake, openScene, settled, type Scene } from './scene.ts';
import { browser, inScene, scene, signIn } from './suite.ts';

const DESK = 'government-party-committee';
const MATTERS = 3;
/** Where pictures go, for whoever looks at them; without it none are made. */
const PICTURES = process.env['EDICT_PICTURES'];

let dir: string;
let receiver: Server;
/** What the receiver of webhooks says: 410 is for good. */
let answer = 410;
let page: Page;

const say = (name: string, text: string) => page.fill(`[role=dialog] [name=${name}]`, text);
const send = () => page.locator('[role=dialog] button[type=submit]').click();
const isDone = (what: string) => page.locator('.told', { hasText: what }).waitFor();
const deliveries = (on = page) =>
  on.locator('.card', { hasText: 'What could not be sent outside' }).locator('tbody tr');

/** Of a program that acts in this capacity and in no other. */
const tokenOf = async (capacity: string): Promise<string> => {
  const api = connect({ url: scene.url, token: scene.token, capacity: 'administrator', language: 'en' });
  const { id } = await api.post('/accounts', { key: capacity, body: { kind: 'machine', name: capacity } });
  const body = { capacity, unit: DESK, basis: 'Decision 12' } as { capacity: 'officer'; unit: string; basis: string };
  await api.post('/accounts/{id}/grants', { path: { id }, key: `grant-${capacity}`, body });
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const { secret } = await api.post('/tokens', {
    key: `token-${capacity}`,
    body: { name: capacity, until, account: id },
  });
  return secret;
};

/** What nobody could have sent: whoever follows tasks makes nothing of it, and parks the stream. */
const poison = async (data: string, stream: string): Promise<void> => {
  const { store, installation, close } = await openEmbedded(data);
  const last = (await store.read(stream)).at(-1)!;
  const commandId = idFrom('poison', stream);
  const meta = {
    ...last.meta,
    origin: 'person',
    commandId,
    causationId: commandId,
    correlationId: commandId,
    commandHash: '',
  };
  const event = { type: 'TaskAssigned', data: null as unknown as object };
  await store.append(stream, last.revision, chain({ stream, last, genesis: genesisOf(installation) }, [event], meta));
  await close();
};

const open = async (look: object = {}, options: object = {}): Promise<Page> =>
  (await signIn(look, options, '/operations')).page;

/** With matters that nobody could be told of, and a stream that is parked. */
const openParked = async (): Promise<Scene> => {
  const { port } = receiver.address() as AddressInfo;
  const key = join(dir, 'webhook.pem');
  await writeFile(key, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const awake = await openScene({ EDICT_WEBHOOK_KEY_FILE: key, EDICT_WEBHOOK_ALLOW: '127.0.0.1' });
  const to = { channel: 'webhook', address: `http://127.0.0.1:${port}/` } as const;
  const as = { path: { id: DESK }, key: 'to', capacity: 'secretariat' };
  await awake.api.post('/units/{id}/subscriptions', { ...as, body: to });
  const directiveId = await issueAwake(awake);
  for (let n = 1; n <= MATTERS; n++) {
    const of = { directiveId, desk: DESK, office: 'secretariat', kind: 'petition' } as const;
    await awake.api.post('/matters', { key: `matter-${n}`, body: { ...of, subject: `No funds ${n}.` } });
  }
  await settled(awake.api);
  const [task] = (await awake.api.get('/tasks', { query: { directiveId: awake.directive, limit: 1 } })).items;
  return awake.restarted((data) => poison(data, `task-${task!.id}`));
};

const openReceiver = async (): Promise<Scene> => {
  dir = await mkdtemp(join(tmpdir(), 'edict-key-'));
  receiver = createServer((_, response) => response.writeHead(answer).end()).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  return openParked();
};

inScene('What operations handles in the console', openReceiver, () => {
  beforeAll(async () => {
    page = await open();
  });
  afterAll(async () => {
    receiver.close();
    await rm(dir, { recursive: true });
  });

  it.each([
    ['officer', 0, 0],
    ['auditor', MATTERS, 0],
    ['secretariat', MATTERS, 2 * MATTERS],
  ])(
    'shows to whoever acts as %s %d that could not be sent, with %d ways to handle them',
    async (capacity, rows, ways) => {
      const { page: other } = await signInTo(browser, { ...scene, token: await tokenOf(capacity) })(
        {},
        {},
        '/operations',
      );
      await other.getByText('is shown only to who is cleared').waitFor();
      if (rows > 0)
        await deliveries(other)
          .nth(rows - 1)
          .waitFor();
      expect([await deliveries(other).count(), await other.locator('main button').count()]).toStrictEqual([rows, ways]);
      await other.context().close();
    },
  );

  it('shows to an administrator who is not cleared for it all what needs a person, and offers nothing', async () => {
    const { page: other } = await arrive(browser);
    await becomeAdministrator(other, scene);
    await other.goto(`${scene.url}/operations`);
    await other.getByText('is shown only to who is cleared').waitFor();
    expect(await other.locator('main button').count()).toBe(0);
    expect(await other.locator('.concerns').textContent()).toContain('could not be sent outside');
    expect(await deliveries(other).count()).toBe(0);
    await other.context().close();
  });

  it.each(LANGUAGES.flatMap((language) => (['desk', 'phone'] as const).map((size) => [language, size] as const)))(
    'in %s on a %s, light and dark, keeps nobody from using it, fits, and complains of nothing',
    async (language, size) => {
      const opened = await signInTo(browser, scene)({ language }, size === 'phone' ? PHONE : {}, '/operations');
      await opened.page.locator('.parked li').first().waitFor({ timeout: 60_000 });
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      const text = await opened.page.locator('main').textContent();
      expect(text).not.toMatch(/(?:health|operations|notice|accounts)\.[a-z]/);
      for (const theme of ['light', 'dark'] as const) {
        await opened.page.evaluate((to) => (document.documentElement.dataset['theme'] = to), theme);
        expect(await violations(opened.page)).toStrictEqual([]);
        if (PICTURES)
          await opened.page.screenshot({ path: join(PICTURES, `operations-${language}-${size}-${theme}.png`) });
      }
      expect(complaintsIn(opened)).toStrictEqual([]);
      await opened.page.context().close();
    },
  );

  it('gives up what could not be sent, by keyboard alone, with its reason', async () => {
    await deliveries()
      .nth(MATTERS - 1)
      .waitFor();
    expect(await deliveries().first().textContent()).toContain('The receiver is gone (410).');
    await tabTo(page, 'tbody tr:first-child .line button:last-child');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Give up' }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'operations-drop.png') });
    await page.keyboard.type('The office is closed.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isDone('Given up');
    await deliveries()
      .nth(MATTERS - 1)
      .waitFor({ state: 'detached' });
    const { items } = await connect({ url: scene.url, token: scene.token, capacity: 'secretariat' }).get(
      '/deliveries',
      {
        query: { state: 'dropped' },
      },
    );
    expect(items.map(({ reason }) => reason)).toStrictEqual(['The office is closed.']);
  });

  it('sends again what could not be sent, and it arrives; what somebody else has handled meanwhile is said', async () => {
    answer = 204;
    await deliveries().first().getByRole('button', { name: 'Send again' }).click();
    await say('reason', 'The receiver is back.');
    await send();
    await isDone('To be sent again');
    await deliveries()
      .nth(MATTERS - 2)
      .waitFor({ state: 'detached' });
    await deliveries().first().getByRole('button', { name: 'Send again' }).click();
    const api = connect({ url: scene.url, token: scene.token, capacity: 'secretariat' });
    const { items } = await api.get('/deliveries', { query: { state: 'parked' } });
    const body = { reason: 'I was quicker.' };
    await api.post('/deliveries/{id}/drop', { path: { id: items[0]!.deliveryId }, key: 'quicker', body });
    await say('reason', 'The receiver is back.');
    await send();
    await page.locator('[role=dialog] .refused').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing is parked or kept back.').waitFor();
    const sent = await api.get('/deliveries', { query: { state: 'delivered' } });
    expect(sent.items).toHaveLength(1);
  });

  it('has a saga pass over the event on which it parked a stream, by an administrator who says why', async () => {
    const saga = page.locator('tr', { hasText: 'escalation' }).first();
    await saga.locator('button:not(.why)').first().click();
    await page.selectOption('[role=dialog] [name=how]', 'skip');
    await page.getByText('It cannot be taken back.').waitFor();
    expect(await violations(page)).toStrictEqual([]);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'operations-release.png') });
    await say('reason', 'Nobody could have sent it.');
    await send();
    await isDone('Released');
    const { items } = await scene.api.get('/streams/{stream}', { path: { stream: 'upkeep-escalation' } });
    expect(items).toMatchObject([
      { type: 'StreamReleased', data: { how: 'skip', reason: 'Nobody could have sent it.' } },
    ]);
    await saga.locator('.parked').waitFor({ state: 'detached' });
  });

  it('has a view built anew, which goes on being read meanwhile', async () => {
    await page.getByRole('button', { name: 'Build a view anew' }).click();
    const view = (await page.locator('[role=dialog] option', { hasText: /^unit_v/ }).textContent()) ?? '';
    await page.selectOption('[role=dialog] [name=view]', view);
    await say('reason', 'What it shows is doubted.');
    await send();
    await isDone('To be built anew');
    const { items } = await scene.api.get('/streams/{stream}', { path: { stream: 'rebuild-views' } });
    const asked = { type: 'ViewRebuildAsked', data: { view, reason: 'What it shows is doubted.' } };
    expect(items[0]).toMatchObject(asked);
  });
});
