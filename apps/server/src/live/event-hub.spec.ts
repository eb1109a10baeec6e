import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import type { Engine } from '@edict/engine';

import type { Installation } from '../installation.ts';
import { EventHub } from './event-hub.ts';

describe('The hub of what happens', () => {
  it('asks no more of a log that was closed before the server', async () => {
    let asked = 0;
    const closed: Engine['changes'] = async function* (_, signal) {
      yield { changes: [], position: '1' };
      if (++asked > 3) await once(signal, 'abort'); // who asks on and on would never come to an end
    };
    const engine = { head: async () => '', changes: closed };
    const hub = new EventHub({ engine } as unknown as Installation);
    await hub.onModuleInit();
    for (let turns = 0; turns < 10; turns++) await turn();
    await hub.onModuleDestroy();
    expect([hub.end, asked]).toStrictEqual(['1', 1]);
  });
});
