import type { Shape } from '@edict/client';

import { UsageError } from '../command.ts';
import { done, needed, several, type Does, type Typed } from '../several.ts';
import { listed } from '../table.ts';

const as = 'secretariat';

const list: Does = {
  usage: 'list --of UNIT',
  what: 'Where a unit is told of its notices, and which calendars it has.',
  words: 0,
  options: { of: { type: 'string' } },
  as,
  async ask(client, typed) {
    const all = await client.get('/units/{id}/subscriptions', { path: { id: needed(typed, 'of', 'UNIT') } });
    const rows = all.map(({ channel, address, ended, subscription }) => [
      ...[channel, address ?? '–', ended ? 'ended' : 'in force', subscription],
    ]);
    return { text: listed(rows), json: all };
  },
};

const wordsIn = (typed: Typed): Pick<Shape<'OpenSubscriptionDto'>, 'language'> => {
  const language = typed.text('language') as Shape<'OpenSubscriptionDto'>['language'];
  return language === undefined ? {} : { language };
};

const whereIn = (typed: Typed): Shape<'OpenSubscriptionDto'> => {
  const [where, ...more] = [
    ...(['mail', 'webhook'] as const).flatMap((channel) => {
      const address = typed.text(channel);
      return address === undefined ? [] : [{ channel, address, ...wordsIn(typed) }];
    }),
    ...(typed.is('calendar') ? [{ channel: 'calendar' } as const] : []),
  ];
  if (where && more.length === 0) return where;
  throw new UsageError('One of --mail, --webhook and --calendar is wanted.');
};

const open: Does = {
  usage: 'open UNIT --mail ADDRESS [--language vi|en|ru|uk] | --webhook URL | --calendar',
  what: 'Has a unit told by mail or webhook, or makes it a calendar, whose path is told this once.',
  words: 1,
  options: {
    mail: { type: 'string' },
    language: { type: 'string' },
    webhook: { type: 'string' },
    calendar: { type: 'boolean' },
  },
  as,
  async ask(client, typed) {
    const [id = ''] = typed.words;
    const said = { path: { id }, body: whereIn(typed), key: typed.key };
    const opened = await client.post('/units/{id}/subscriptions', said);
    return done(opened.calendar ?? opened.subscription, opened);
  },
};

const end: Does = {
  usage: 'end UNIT SUBSCRIPTION --reason TEXT',
  what: 'Ends a subscription; the address of a calendar is good no more.',
  words: 2,
  options: { reason: { type: 'string' } },
  as,
  async ask(client, typed) {
    const [id = '', subscription = ''] = typed.words;
    const body = { reason: needed(typed, 'reason', 'TEXT') };
    const said = { path: { id, subscription }, body, key: typed.key };
    return done('Ended.', await client.post('/units/{id}/subscriptions/{subscription}/end', said));
  },
};

export const subscriptions = several(
  {
    name: 'subscriptions',
    what: 'Where units are told of their notices outside.',
    examples: [
      'subscriptions list --of ppc-ha-noi',
      'subscriptions open ppc-ha-noi --mail office@hanoi.example --language vi',
      'subscriptions open ppc-ha-noi --calendar',
      "subscriptions end ppc-ha-noi 5f0c2c9e-… --reason 'The box has moved.'",
    ],
  },
  { list, open, end },
);
