import type { Client, Shape } from '@edict/client';

import { allPages } from '../pages.ts';
import { done, needed, several, type Does } from '../several.ts';
import { listed, table, type Cell } from '../table.ts';

type Health = Shape<'HealthAnswer'>;
type Subscriber = Shape<'SubscriberHealth'>;

/** What the page of operations shows, and what could not be sent. */
const list: Does = {
  usage: 'list',
  what: 'How the house is: what needs a person, late alarms, who follows the log and how far, parked streams and deliveries.',
  words: 0,
  as: 'secretariat',
  async ask(client) {
    const health = await client.get('/health');
    const parked = await parkedDeliveries(client);
    return { text: inWords(health, parked), json: [{ ...health, parkedDeliveries: parked }] };
  },
};

const parkedDeliveries = (client: Client): Promise<readonly Shape<'DeliveryRow'>[]> =>
  allPages((cursor) =>
    client.get('/deliveries', { query: { state: 'parked', ...(cursor === undefined ? {} : { cursor }) } }),
  );

const inWords = (health: Health, deliveries: readonly Shape<'DeliveryRow'>[]): string => {
  const { status, concerns, subscribers = [], leases = [], rebuilds = [] } = health;
  const streams = subscribers.flatMap(({ name, parked }) =>
    parked.map(({ stream, revision, reason }) => [name, `${stream}@${revision}`, reason]),
  );
  return [
    table([['status', { text: status, style: status === 'ok' ? 'green' : 'red' }], ...figuresOf(health)]),
    ...part(
      'Needs a person',
      concerns.map((concern) => [concern]),
    ),
    ...part('Who follows the log', subscribers.map(followed)),
    ...part(
      'Who works under which lease',
      leases.map(({ name, holder, epoch, until }) => [name, holder, `epoch ${epoch}`, `until ${until}`]),
    ),
    ...part(
      'Views that are built anew',
      rebuilds.map(({ view, askedAt, failing }) => [
        ...[view, `asked for ${askedAt}`],
        ...(failing ? [{ text: `fails since ${failing.since}: ${failing.reason}`, style: 'red' } as const] : []),
      ]),
    ),
    ...part('Parked streams', streams),
    ...part(
      'Parked deliveries',
      deliveries.map(({ channel, unit, notice, reason, deliveryId }) => [
        ...[channel, unit, notice, reason ?? '', deliveryId],
      ]),
    ),
  ].join('\n');
};

/** Where everything is in the log is told only to who is cleared for all that is held. */
const figuresOf = ({ head, queue, lateSince, failedRings = 0, skews = [] }: Health): readonly (readonly Cell[])[] =>
  head === undefined
    ? []
    : [
        ['log ends at', head],
        ['late since', lateSince ?? '–'],
        ['rings failed', String(failedRings)],
        ['queue', queue ?? ''],
        ...skews.map(({ name, aheadMs }) => ['clock', `${name} ${(aheadMs / 1_000).toFixed(1)} s ahead`]),
      ];

const followed = ({ name, reached, behind, failing, parked }: Subscriber): readonly Cell[] => {
  const state = failing ?? (behind ? 'behind' : parked.length > 0 ? `${parked.length} parked` : 'well');
  return [name, { text: state, style: state === 'well' ? 'green' : 'red' }, reached];
};

const part = (title: string, rows: Parameters<typeof listed>[0]): readonly string[] => ['', `${title}:`, listed(rows)];

const release: Does = {
  usage: 'release NAME STREAM --reason TEXT [--skip]',
  what: 'Has whoever follows the log go on with a stream that they have parked: they try the event again, or with --skip pass over it, which only sagas and deliveries do.',
  words: 2,
  options: { reason: { type: 'string' }, skip: { type: 'boolean' } },
  as: 'administrator',
  async ask(client, typed) {
    const [subscriber = '', stream = ''] = typed.words;
    const how = typed.is('skip') ? 'skip' : 'retry';
    const body = { stream, how, reason: needed(typed, 'reason', 'TEXT') } as const;
    const path = { subscriber };
    return done(
      `${subscriber} goes on with ${stream}.`,
      await client.post('/subscribers/{subscriber}/release', { path, body, key: typed.key }),
    );
  },
};

const rebuild: Does = {
  usage: 'rebuild VIEW --reason TEXT',
  what: 'Has a view built anew from the log, beside the one that is read; VIEW as the list names it.',
  words: 1,
  options: { reason: { type: 'string' } },
  as: 'administrator',
  async ask(client, typed) {
    const [view = ''] = typed.words;
    const [path, body] = [{ view }, { reason: needed(typed, 'reason', 'TEXT') }];
    return done(
      `${view} is built anew. Until it is, everybody reads what is there now.`,
      await client.post('/views/{view}/rebuild', { path, body, key: typed.key }),
    );
  },
};

export const operations = several(
  {
    name: 'operations',
    what: 'How the house is, and what needs a person.',
    examples: [
      'operations',
      "operations release escalation task-5f0c2c9e-… --reason 'Mended in 1.4.'",
      "operations rebuild task_v9 --reason 'Doubted.'",
    ],
  },
  { list, release, rebuild },
);
