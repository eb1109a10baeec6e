import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  MemoryAnchor,
  MemoryEventStore,
  MemoryLeases,
  MemoryTimers,
  MemoryViews,
  MemoryWorkQueue,
} from '@edict/adapter-memory';
import { idFrom, instant, plusMs, type Instant, type Message } from '@edict/kernel';
import { byPerson, byRing, chain, Undeliverable, type Outgoing } from '@edict/runtime';

import { openEngine, type Engine, type Ports } from '@edict/engine';
import { CONCLUSION, example, filesOf } from './stage.ts';

const T0 = instant('2025-06-25T17:00Z');
const UNIT = 'ha-noi';
const secretary = { id: 'ann', unit: 'politburo', capacity: 'secretariat', origin: 'person' } as const;
const MAIL = { channel: 'mail', address: 'office@hanoi.example' } as const;
const MAILED = idFrom(`subscription-${UNIT}`, MAIL.channel, MAIL.address);

const files = filesOf(example(CONCLUSION));

describe('What goes out', () => {
  let store: MemoryEventStore;
  let ports: Ports;
  let now: Instant;
  let sent: Outgoing[];
  let answer: () => Promise<void>;
  let engine: Engine;
  let keys = 0;

  beforeEach(async () => {
    store = new MemoryEventStore();
    const views = new MemoryViews();
    now = T0;
    sent = [];
    answer = async () => undefined;
    ports = {
      store,
      views,
      timers: new MemoryTimers(views),
      leases: new MemoryLeases(() => 0),
      anchor: new MemoryAnchor(),
      clock: () => now,
      installation: 'here',
      window: 1,
      channels: {
        mail: {
          send: async (message) => {
            sent.push(message);
            await answer();
          },
        },
      },
    };
    engine = await openEngine(ports);
  });

  /** As another part of the engine would have written it. */
  const write = async (stream: string, ...messages: readonly Message[]) => {
    const history = await store.read(stream);
    const commandId = idFrom('write', String((keys += 1)));
    const meta = { ...by, commandId, correlationId: commandId, causationId: commandId };
    const at = { recordedAt: now, occurredAt: now };
    await store.append(
      stream,
      history.length - 1,
      chain({ stream, last: history.at(-1), genesis: 'g' }, messages, { ...meta, ...at }),
    );
  };
  const by = { commandHash: 'h', actor: 'spec', unit: 'edict', capacity: 'saga', origin: 'saga', version: '1' };

  const issue = (classification = 'open', id = 'd1') =>
    write(`directive-${id}`, {
      type: 'DirectiveIssued',
      data: {
        ...{ identity: null, issuedOn: '2025-05-16', issuedAt: T0, named: {}, findings: [], watchFrom: null },
        document: { ...files.directive, directive: { ...files.directive.directive, classification }, clauses: [] },
        policy: { value: files.policy, source: 'policy-vn-party@0' },
        calendar: { value: files.calendar, source: 'calendar-vn@0' },
      },
    });
  const notify = (notification = 'n1', directiveId = 'd1', releaseAt: Instant = now) =>
    write(`notification-${notification}`, {
      type: 'NotificationRequested',
      data: { unit: UNIT, notice: 'overdue', about: 'task-t1', directiveId, releaseAt },
    });
  const subscribe = (where: object = MAIL) =>
    engine.execute(
      { stream: `subscription-${UNIT}`, type: 'OpenSubscription', data: where },
      byPerson(secretary, `subscribe-${(keys += 1)}`),
    );
  /** Everything that is due, until nothing more is. */
  const settle = async (over = engine): Promise<void> => {
    await over.drain();
    for (let rung = 1; rung > 0; { rung } = await over.ring()) await over.drain();
    await over.drain();
  };
  const streamOf = (notification = 'n1') => `delivery-${idFrom('delivery', notification, MAILED)}`;
  const typesIn = async (stream = streamOf()) => (await store.read(stream)).map(({ type }) => type);

  it('is a notice to each subscription of the unit, under a key that follows from both, with ids and no words', async () => {
    await issue();
    await subscribe();
    await subscribe({ channel: 'mail', address: 'duty@hanoi.example' });
    await subscribe({ channel: 'calendar', address: 'a'.repeat(64) });
    await notify();
    await settle();
    expect(sent.map(({ address }) => address).toSorted()).toStrictEqual(['duty@hanoi.example', MAIL.address]);
    const key = idFrom('delivery', 'n1', MAILED);
    const told = { unit: UNIT, notice: 'overdue', about: 'task-t1', directiveId: 'd1' };
    expect(sent.find(({ address }) => address === MAIL.address)).toStrictEqual({ key, address: MAIL.address, ...told });
    expect(await typesIn()).toStrictEqual(['DeliveryPlanned', 'DeliveryDue', 'DeliverySucceeded']);
  });

  it('is not sent in quiet hours', async () => {
    await issue();
    await subscribe();
    await notify('n1', 'd1', plusMs(T0, 3_600_000));
    await settle();
    expect(sent).toStrictEqual([]);
    now = plusMs(T0, 3_600_000);
    await settle();
    expect(sent.length).toBe(1);
  });

  it.each(['internal', 'secret'])('is nothing of a directive marked %s, and that is written down', async (level) => {
    await issue(level);
    await subscribe();
    await notify();
    await settle();
    expect(sent).toStrictEqual([]);
    expect(await typesIn()).toStrictEqual(['DeliveryPlanned', 'DeliveryDue', 'DeliveryWithheld']);
  });

  it('is judged when it is sent: what was marked after it was planned stays, also for who replays it', async () => {
    await issue();
    await subscribe();
    answer = () => Promise.reject(new Error('busy'));
    await notify();
    await settle();
    await write('directive-d1', {
      type: 'DirectiveReclassified',
      data: { to: { level: 'internal', compartments: [] } },
    });
    now = plusMs(T0, 60_000);
    await settle();
    expect(sent.length).toBe(1);
    expect((await typesIn()).at(-1)).toBe('DeliveryWithheld');
    await replay();
    await settle();
    expect(sent.length).toBe(1);
  });

  const replay = () =>
    engine.execute(
      { stream: streamOf(), type: 'ReplayDelivery', data: { reason: 'Again.' } },
      byPerson(secretary, `replay-${(keys += 1)}`),
    );

  it('is nothing of a directive that is not there, and nothing to a subscription that has ended', async () => {
    await subscribe();
    await notify('n1', 'nothing');
    await settle();
    await issue();
    await notify('n2', 'd1', plusMs(T0, 60_000));
    await settle();
    await engine.execute(
      { stream: `subscription-${UNIT}`, type: 'EndSubscription', data: { subscription: MAILED, reason: 'No.' } },
      byPerson(secretary, 'end'),
    );
    now = plusMs(T0, 60_000);
    await settle();
    expect(sent).toStrictEqual([]);
    expect((await typesIn(streamOf('n2'))).at(-1)).toBe('DeliveryWithheld');
  });

  it('is tried again under the same key, parked in the end, seen by health, and replayed by an operator', async () => {
    await issue();
    await subscribe();
    answer = () => Promise.reject(new Error('busy'));
    await notify();
    await settle();
    for (let days = 0; days < 20; days++) {
      now = plusMs(now, 12 * 3_600_000);
      await settle();
    }
    expect(sent.length).toBe(7);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect((await engine.health()).concerns).toContain('deliveriesParked');
    answer = async () => undefined;
    await replay();
    await settle();
    expect((await typesIn()).slice(-3)).toStrictEqual(['DeliveryReplayed', 'DeliveryDue', 'DeliverySucceeded']);
    expect(sent.at(-1)?.key).toBe(sent[0]?.key);
    expect((await engine.health()).concerns).not.toContain('deliveriesParked');
  });

  it('is parked at once when its receiver will never take it', async () => {
    await issue();
    await subscribe();
    answer = () => Promise.reject(new Undeliverable('No such box.'));
    await notify();
    await settle();
    expect((await typesIn()).at(-1)).toBe('DeliveryParked');
    expect((await store.read(streamOf())).at(-1)?.data).toMatchObject({ reason: 'No such box.' });
  });

  it('is nothing of what was said before anything could go out', async () => {
    const { channels: _, ...mute } = ports;
    const again = { store: new MemoryEventStore(), anchor: new MemoryAnchor(), leases: new MemoryLeases(() => 0) };
    store = again.store;
    engine = await openEngine({ ...mute, ...again });
    await issue();
    await subscribe();
    await notify();
    await engine.drain();
    engine = await openEngine({ ...ports, ...again, leases: new MemoryLeases(() => 0) });
    await notify('n2');
    await settle();
    expect(sent.map(({ key }) => key)).toStrictEqual([idFrom('delivery', 'n2', MAILED)]);
    expect(await typesIn()).toStrictEqual([]);
  });

  it('is sent again when a process dies before it could say so: once is enough for who knows the key', async () => {
    await issue();
    await subscribe();
    await notify();
    let dies = true;
    const dying = new Proxy(store, {
      get(target, name) {
        if (name !== 'append') return bound(target, name);
        return async (...write: Parameters<MemoryEventStore['append']>) => {
          const isOutcome = write[2].some(({ type }) => type === 'DeliverySucceeded');
          if (isOutcome && dies) throw new Error('killed');
          return store.append(...write);
        };
      },
    });
    const killed = await openEngine({ ...ports, store: dying, leases: new MemoryLeases(() => 0) });
    await expect(settle(killed)).rejects.toThrow('killed');
    dies = false;
    await settle(killed);
    expect(sent.length).toBe(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect((await typesIn()).filter((type) => type === 'DeliverySucceeded').length).toBe(1);
  });

  const bound = (target: MemoryEventStore, name: string | symbol): unknown => {
    const value: unknown = Reflect.get(target, name);
    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
  };

  it('goes through the queue where there is one; what the queue loses is missed, and handed on again', async () => {
    const queue = new MemoryWorkQueue();
    const handed: (readonly [string, string])[] = [];
    queue.hand = async (kind, ids) => void handed.push(...ids.map((id) => [kind, id] as const));
    engine = await openEngine({ ...ports, queue, leases: new MemoryLeases(() => 0) });
    await issue();
    await subscribe();
    await notify();
    await engine.drain();
    const rung = () =>
      engine.execute(
        { stream: streamOf(), type: 'CallDelivery', data: { attempt: 1 } },
        byRing(streamOf(), 'CallDelivery/1'),
      );
    await rung();
    await engine.drain();
    expect(handed).toStrictEqual([['deliveries', streamOf()]]);
    expect(sent).toStrictEqual([]);
    now = plusMs(T0, 180_000);
    await engine.execute(
      { stream: streamOf(), type: 'MissDelivery', data: { attempt: 1 } },
      byRing(streamOf(), 'MissDelivery/1'),
    );
    expect((await typesIn()).at(-1)).toBe('DeliveryFailed');
    now = plusMs(now, 60_000);
    await engine.execute(
      { stream: streamOf(), type: 'CallDelivery', data: { attempt: 2 } },
      byRing(streamOf(), 'CallDelivery/2'),
    );
    await engine.drain();
    expect(handed.length).toBe(2);
  });
});
