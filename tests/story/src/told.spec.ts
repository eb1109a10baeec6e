import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryAccessStore, MemoryEventStore, MemoryViews } from '@edict/adapter-memory';
import { taskView } from '@edict/directives';
import { openEngine, publishing, type Engine, type Health, type Role } from '@edict/engine';
import { plusMs, startOf, type Instant } from '@edict/kernel';
import { byPerson, tableOf } from '@edict/runtime';

import { CONCLUSION, example, filesOf, memoryPorts } from './stage.ts';

const { policy, calendar } = filesOf(example(CONCLUSION));
const person = { id: 'ann', unit: 'politburo', capacity: 'secretariat', origin: 'person' } as const;
const TASKS = tableOf(taskView);

/** Of whom nothing is kept while `failing` says so. */
class FullViews extends MemoryViews {
  failing = '';

  override commit(...change: Parameters<MemoryViews['commit']>): Promise<void> {
    return change[0].name === this.failing ? Promise.reject(new Error('no room')) : super.commit(...change);
  }
}

describe('What one process cannot get on with', () => {
  let views: FullViews;
  let now: Instant;
  let web: Engine;
  let sagas: Engine;
  let isSealBroken: boolean;
  let areTimersBroken: boolean;
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    [views, now, stop] = [new FullViews(), startOf('2025-05-16', policy.policy.zone), new AbortController()];
    [isSealBroken, areTimersBroken] = [false, false];
    const ports = memoryPorts(new MemoryEventStore(), views);
    const [write, due] = [ports.anchor.write.bind(ports.anchor), ports.timers.due.bind(ports.timers)];
    ports.anchor.write = async (text) => (isSealBroken ? Promise.reject(new Error('no disk')) : write(text));
    ports.timers.due = async (...to) => (areTimersBroken ? Promise.reject(new Error('away')) : due(...to));
    const notices = new MemoryAccessStore();
    const open = (role: Role) => openEngine({ ...ports, notices, role, clock: () => now });
    [sagas, web] = [await open('sagas'), await open('web')];
    running = sagas.start(stop.signal);
  });
  afterEach(async () => {
    views.failing = '';
    isSealBroken = false;
    stop.abort();
    await running;
  });

  const happen = (document: typeof policy | typeof calendar) => {
    const command = publishing(document);
    return web.execute(command, byPerson(person, command.stream));
  };
  const until = async (engine: Engine, isSo: (health: Health) => boolean): Promise<Health> => {
    for (let left = 500; left > 0; left--) {
      const health = await engine.health();
      if (isSo(health)) return health;
      await pause(10);
    }
    throw new Error(JSON.stringify(await engine.health()));
  };
  const fails = ({ concerns }: Health) => concerns.includes('failing');
  const failingIn = ({ subscribers }: Health) =>
    subscribers.filter(({ failing }) => failing).map(({ name, failing }) => [name, failing]);

  it('is known to those who answer, with the reason, and is over with them once it is over', async () => {
    views.failing = TASKS;
    await happen(policy);
    await until(sagas, fails);
    const told = await web.health();
    expect([told.concerns, failingIn(told)]).toStrictEqual([['failing'], [[TASKS, 'Error: no room']]]);
    views.failing = '';
    await until(sagas, (health) => !fails(health));
    expect(failingIn(await web.health())).toStrictEqual([]);
  });

  it('is known to them also where it is the seal, of which they have nothing', async () => {
    await until(sagas, ({ subscribers }) => subscribers.some(({ name }) => name === 'seal'));
    expect((await web.health()).subscribers.map(({ name }) => name)).not.toContain('seal');
    isSealBroken = true;
    await happen(calendar);
    await until(sagas, fails);
    expect(failingIn(await web.health())).toStrictEqual([['seal', 'Error: no disk']]);
  });

  it('is known to them also where it is what is due, and nobody is late yet', async () => {
    areTimersBroken = true;
    await until(sagas, ({ failedRings }) => failedRings > 0);
    expect(await web.health()).toMatchObject({ failedRings: 1, concerns: ['ringsFailed'], lateSince: null });
  });

  it('is good for half a minute from a process that says nothing any more', async () => {
    views.failing = TASKS;
    await happen(policy);
    await until(sagas, fails);
    now = plusMs(now, 29_999);
    expect(fails(await web.health())).toBe(true);
    now = plusMs(now, 1);
    expect(fails(await web.health())).toBe(false);
  });
});
