import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshPrefix, KurrentTestServer, type Fault } from '@edict/kurrentdb-server';
import { Conflict, OutcomeUnknown, StoreUnavailable } from '@edict/runtime';

import type { KurrentEventStore, KurrentOptions } from './kurrent-event-store.ts';
import { event, namesOf } from './testing/events.ts';
import { openTestStore } from './testing/test-store.ts';

/** Quick to give up on one try, patient on the whole. */
const QUICK: KurrentOptions = { callMs: 1_000, patienceMs: 40_000 };

describe('An append of which no answer comes', () => {
  let server: KurrentTestServer;
  let store: KurrentEventStore;
  const prefix = freshPrefix();
  const open = (options: KurrentOptions = {}) => openTestStore(server, { ...QUICK, ...options }, prefix);

  beforeEach(async () => {
    server = await KurrentTestServer.start();
    store = await open();
    await store.append('thing-1', -1, [event('a')]);
  });
  afterEach(async () => {
    await store.close();
    server.kill();
  });

  const lost: readonly Fault[] = ['unanswered, written', 'unavailable, written'];
  it.each(lost)('is in the log once if it was written: %s', async (fault) => {
    server.faults.on('append', fault, 1);
    const position = await store.append('thing-1', 0, [event('b'), event('c')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b', 'c']);
    expect((await store.read('thing-1')).at(-1)?.position).toBe(position);
  });

  const nothing: readonly Fault[] = [
    'unanswered',
    'unavailable',
    'ended',
    'not ready',
    'busy',
    'timeout',
    'not leader',
  ];
  it.each(nothing)('is tried again if it was not: %s', async (fault) => {
    server.faults.on('append', fault, 2);
    await store.append('thing-1', 0, [event('b')]);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b']);
  });

  it('does not hold up the appends of others for ever', async () => {
    server.faults.on('append', 'ended', 1);
    const writes = Array.from({ length: 30 }, (_, n) => store.append(`thing-x${n}`, -1, [event(`x${n}`)]));
    await Promise.all(writes);
    const found = await Promise.all(writes.map((_, n) => store.read(`thing-x${n}`)));
    expect(found.flatMap(namesOf)).toStrictEqual(writes.map((_, n) => `x${n}`));
  });

  it('is a conflict if somebody else has written there meanwhile', async () => {
    server.faults.on('append', 'unanswered', 1);
    const late = store.append('thing-1', 0, [event('b')]);
    const other = await open();
    await other.append('thing-1', 0, [event('c')]);
    await other.close();
    await expect(late).rejects.toThrow(Conflict);
  });

  it('has an unknown outcome when patience is over, and can be sent again', async () => {
    const hasty = await open({ callMs: 200, patienceMs: 500 });
    server.faults.on('append', 'unanswered, written');
    await expect(hasty.append('thing-1', 0, [event('b')])).rejects.toThrow(OutcomeUnknown);
    server.faults.off();
    await hasty.append('thing-1', 0, [event('b')]);
    await hasty.close();
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b']);
  });

  it('has an unknown outcome where the server refuses to say it again', async () => {
    server.faults.on('append', 'unanswered, written', 1);
    server.faults.then('append', 'denied', 1);
    await expect(store.append('thing-1', 0, [event('b')])).rejects.toThrow(OutcomeUnknown);
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a', 'b']);
  });

  it('has an unknown outcome where the store is closed meanwhile', async () => {
    const closing = await open({ callMs: 20_000 });
    server.faults.on('append', 'unanswered, written', 1);
    const late = closing.append('thing-1', 0, [event('b')]).catch((error: unknown) => error);
    while ((await store.read('thing-1')).length < 2);
    await closing.close();
    expect(await late).toBeInstanceOf(OutcomeUnknown);
  });

  it('was certainly not written if the server was never reached', async () => {
    const hasty = await open({ callMs: 2_000, patienceMs: 500 });
    server.kill();
    await expect(hasty.append('thing-1', 0, [event('b')])).rejects.toThrow(StoreUnavailable);
    await hasty.close();
    await server.restart();
  });

  it('is not tried again where the server refuses', async () => {
    server.faults.on('append', 'denied', 1);
    await expect(store.append('thing-1', 0, [event('b')])).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('access-denied'),
    });
    expect(namesOf(await store.read('thing-1'))).toStrictEqual(['a']);
  });

  it('leaves each acknowledged event once, whatever goes wrong under load', async () => {
    const faults: readonly Fault[] = [...lost, 'unanswered', 'unavailable', 'not ready', 'timeout'];
    const writer = async (stream: string) => {
      for (let n = 0; n < 12; n++) {
        const fault = faults[(n * 7 + stream.length) % faults.length]!;
        if (n % 4 === 0) server.faults.on('append', fault, 2);
        await store.append(stream, n - 1, [event(`${stream}-${n}`)]);
      }
    };
    const streams = Array.from({ length: 8 }, (_, n) => `thing-${'y'.repeat(n + 1)}`);
    await Promise.all(streams.map(writer));
    for (const stream of streams)
      expect(namesOf(await store.read(stream))).toStrictEqual(Array.from({ length: 12 }, (_, n) => `${stream}-${n}`));
  });
});
