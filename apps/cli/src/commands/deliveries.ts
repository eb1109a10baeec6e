import type { Client, Shape } from '@edict/client';

import { allPages } from '../pages.ts';
import { done, needed, optional, several, type Does } from '../several.ts';
import { listed } from '../table.ts';

const as = 'secretariat';

const list: Does = {
  usage: 'list [--state STATE]',
  what: 'What was sent outside: waiting, due, delivered, parked, withheld or dropped; the latest changed first.',
  words: 0,
  options: { state: { type: 'string' } },
  as,
  async ask(client, typed) {
    const state = optional('state', typed.text('state')) as object;
    const all = await allPages<Shape<'DeliveryRow'>>((cursor) =>
      client.get('/deliveries', { query: { ...state, ...optional('cursor', cursor) } }),
    );
    const rows = all.map(({ state: at, channel, unit, notice, reason, deliveryId }) => [
      ...[at, channel, unit, notice, reason ?? '', deliveryId],
    ]);
    return { text: listed(rows), json: all };
  },
};

const handle = (verb: 'replay' | 'drop', what: string, said: string): Does => ({
  usage: `${verb} DELIVERY --reason TEXT`,
  what,
  words: 1,
  options: { reason: { type: 'string' } },
  as,
  async ask(client: Client, typed) {
    const [id = ''] = typed.words;
    const body = { reason: needed(typed, 'reason', 'TEXT') };
    return done(`${id} ${said}`, await client.post(`/deliveries/{id}/${verb}`, { path: { id }, body, key: typed.key }));
  },
});

export const deliveries = several(
  {
    name: 'deliveries',
    what: 'What goes out of the house, and what could not.',
    examples: [
      'deliveries list --state parked',
      "deliveries replay 5f0c2c9e-… --reason 'The mail server is back.'",
      "deliveries drop 5f0c2c9e-… --reason 'The office is closed.'",
    ],
  },
  {
    list,
    replay: handle('replay', 'Sends again what was parked or kept back, under the same key.', 'is sent again.'),
    drop: handle('drop', 'Gives up what was parked or kept back.', 'is given up.'),
  },
);
