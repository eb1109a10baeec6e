import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verdictIn } from '@edict/cli/src/commands/verify.ts';
import { endOf, startOf } from '@edict/kernel';
import { KurrentEventStore, kurrentSettings } from '@edict/adapter-kurrentdb';
import { openPostgresAccessLog } from '@edict/adapter-postgres';
import { CONCLUSION, example, filesOf, play } from '@edict/story';

import type { Container } from './container.ts';
import { Onlooker } from './onlooker.ts';
import { asking } from './people.ts';
import { Stand } from './stand.ts';
import { standing, Story, ZONE } from './story.ts';

jest.setTimeout(900_000);

describe('The composition by hand: the processes of docker/compose.yaml on real servers', () => {
  let stand: Stand;
  let onlooker: Onlooker;
  let story: Story;

  beforeAll(async () => {
    stand = await Stand.start(startOf('2025-05-16', ZONE));
    onlooker = await Onlooker.at(stand);
    story = new Story(stand, onlooker);
  });
  afterAll(async () => {
    await onlooker.close();
    await stand.close();
  });

  /** The log and who read what, against the checkpoints of one who seals. */
  const verified = ({ data }: Container) => {
    const { kurrentdb, prefix, postgres } = stand.ground;
    const settings = kurrentSettings({ EDICT_KURRENTDB: kurrentdb.url, EDICT_KURRENTDB_PREFIX: prefix });
    return verdictIn(
      data,
      () => KurrentEventStore.open(settings),
      (genesis) => openPostgresAccessLog({ url: postgres.url }, genesis),
    );
  };

  type Item = Readonly<{ id: string; state: string; unit: string; kind: string }>;
  const tasksAt = async (web: Container): Promise<readonly Item[]> => {
    const { ask } = asking(stand.token);
    const { status, body } = await ask(web, `/directives/${story.directive}/tasks?limit=500`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return (body as { items: readonly Item[] }).items;
  };

  it('is four processes, each of which says that it is well', async () => {
    expect(stand.containers.map(({ name }) => name)).toStrictEqual(['web-1', 'web-2', 'sagas-1', 'worker-1']);
    for (const { url } of stand.containers) expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('knows at one process who has signed in at another, until that has ended anywhere', async () => {
    const [one, other] = stand.of('web');
    const account = { login: 'ann', name: 'Ann', password: 'three words and a half' };
    const entered = await Promise.all(
      stand.of('web').map(async (each) => {
        const [, invitation] = /first-administrator#(\S+)/.exec(each.said) ?? [];
        const body = JSON.stringify({ ...account, invitation });
        const headers = { 'content-type': 'application/json' };
        return fetch(`${one!.url}/accounts/first`, { method: 'POST', headers, body });
      }),
    );
    // The one that was told last is good.
    const [came, ...others] = entered.filter(({ status }) => status === 204);
    expect(others).toStrictEqual([]);
    const cookie = came!.headers.get('set-cookie')!.split(';')[0]!;
    const me = (url: string, init: RequestInit = {}) => fetch(`${url}/accounts/me`, { ...init, headers: { cookie } });
    expect((await me(other!.url)).status).toBe(200);
    const left = await fetch(`${other!.url}/sessions/current`, {
      method: 'DELETE',
      headers: { cookie, origin: other!.url, 'x-edict': '1' },
    });
    expect(left.status).toBe(204);
    expect((await me(one!.url)).status).toBe(401);
  });

  it('plays the whole story of 155-KL/TW as one process in memory does', async () => {
    expect((await story.issue()).status).toBe(201);
    await story.play();
    await onlooker.advanceTo(endOf('2025-11-01', ZONE));
    const files = filesOf(example(CONCLUSION), example('script-155.yaml'));
    const { summary } = await play(files);
    expect(standing(await story.summary())).toStrictEqual(standing(summary));
  });

  it('has at one process what another has written, as soon as that was answered', () => {
    expect(story.readBack.length).toBeGreaterThan(70);
    expect(new Set(story.readBack)).toStrictEqual(new Set([200]));
  });

  it('tells at one process what happens at another, and goes on at any', async () => {
    const [one, other] = stand.of('web');
    const { act } = asking(stand.token);
    const { id, unit } = (await tasksAt(one!)).find(({ state }) => state === 'assigned')!;
    const listening = new AbortController();
    const events = (at: string, more: Record<string, string> = {}) =>
      fetch(`${at}/events`, { signal: listening.signal, headers: { authorization: `Bearer ${stand.token}`, ...more } });
    const frames = (await events(other!.url)).body!.pipeThrough(new TextDecoderStream()).getReader();
    const place = /id: (\S+)/.exec((await frames.read()).value ?? '')![1]!;
    await act(one!, `/tasks/${id}/report`, unit, { body: { assignment: 1, report: 'It goes on.' } });
    expect((await frames.read()).value).toContain(`task-${id}`);
    const again = (await events(one!.url, { 'last-event-id': place }))
      .body!.pipeThrough(new TextDecoderStream())
      .getReader();
    let said = '';
    while (!said.includes(`task-${id}`)) said += (await again.read()).value ?? '';
    listening.abort();
  });

  it('is sealed by one of them, whose checkpoint is what the log says', async () => {
    await onlooker.settled();
    expect(await verified(stand.of('sagas')[0]!)).toMatchObject({ ok: true, problems: [] });
  });

  it('goes on by another of those who follow the log, which came with an empty folder, when the first is killed', async () => {
    const [first] = stand.of('sagas');
    const second = await stand.join('sagas');
    await first!.end('SIGKILL');
    const { act, ask } = asking(stand.token);
    const [web] = stand.of('web');
    const { id, unit } = (await tasksAt(web!)).find(({ state, kind }) => state === 'assigned' && kind === 'standing')!;
    expect(await act(web!, `/tasks/${id}/acknowledge`, unit, { body: { assignment: 1 } })).toMatchObject({
      status: 200,
    });
    await onlooker.settled();
    expect((await ask(web!, `/tasks/${id}`)).body).toMatchObject({ state: 'acknowledged' });
    expect(await verified(second)).toMatchObject({ ok: true, problems: [] });
  });

  it('ends each process by itself when it is asked to', async () => {
    const living = stand.containers.filter(({ hasEnded }) => !hasEnded);
    expect(await Promise.all(living.map((each) => each.end('SIGTERM')))).toStrictEqual([0, 0, 0, 0]);
  });
});
