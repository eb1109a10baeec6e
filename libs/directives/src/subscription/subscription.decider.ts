import { idFrom, refuse, type Decider, type Message } from '@edict/kernel';

/** How a unit can be told of its notices outside, or take its dates into a calendar. */
export const CHANNELS = ['mail', 'webhook', 'calendar'] as const;
export type Channel = (typeof CHANNELS)[number];

/** In which a unit is written to. */
export const MAIL_LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** `address`: of mail and webhooks where they go; of a calendar the hash of the secret in its address. */
export type Subscription = Where & Readonly<{ ended: boolean }>;

/** Of one unit, by the id that follows from where it goes. */
export type Subscriptions = Readonly<Record<string, Subscription>>;

/** `language`: of mail; English, where it is left out. */
type Where = Readonly<{ channel: Channel; address: string; language?: MailLanguage }>;

export type SubscriptionCommand =
  Message<'OpenSubscription', Where> | Message<'EndSubscription', { subscription: string; reason: string }>;
export type SubscriptionEvent =
  | Message<'SubscriptionOpened', Where & { subscription: string }>
  | Message<'SubscriptionEnded', { subscription: string; reason: string }>;

/** So many are in force for a unit at once. A policy of this project: whoever needs more has a list server. */
const MOST = 20;

const FORMS: Readonly<Record<Channel, RegExp>> = {
  mail: /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/,
  webhook: /^https?:\/\/[^\s/?#@]+(\/[^\s#]*)?$/,
  calendar: /^[0-9a-f]{64}$/,
};

/** `subscription-<unit>`: where a unit is told of its notices. */
export const subscription: Decider<Subscriptions, SubscriptionCommand, SubscriptionEvent> = {
  category: 'subscription',
  origins: { OpenSubscription: ['person'], EndSubscription: ['person'] },
  initialState: {},
  decide(command, known, { stream }) {
    if (command.type === 'OpenSubscription') return opened(command.data, known, stream);
    const { subscription: id } = command.data;
    const meant = Object.hasOwn(known, id) ? known[id] : undefined;
    if (!meant) return refuse('subscription/unknown', 'The unit has no such subscription.');
    return meant.ended ? [] : [{ type: 'SubscriptionEnded', data: command.data }];
  },
  evolve(known, event) {
    switch (event.type) {
      case 'SubscriptionOpened': {
        const { subscription: id, ...where } = event.data;
        return { ...known, [id]: { ...where, ended: false } };
      }
      case 'SubscriptionEnded': {
        const before = known[event.data.subscription];
        return before ? { ...known, [event.data.subscription]: { ...before, ended: true } } : known;
      }
      default:
        return known;
    }
  },
  alarms: () => [],
};

const opened = ({ channel, address, language }: Where, known: Subscriptions, stream: string) => {
  if (address.length > 500 || !FORMS[channel].test(address))
    return refuse('subscription/address', `That is no address for ${channel}.`);
  const id = idFrom(stream, channel, address);
  if (known[id]?.ended === false) return [];
  if (Object.values(known).filter(({ ended }) => !ended).length >= MOST)
    return refuse('subscription/too-many', `A unit has ${MOST} subscriptions at most.`);
  const words = channel === 'mail' && language ? { language } : {};
  return [{ type: 'SubscriptionOpened', data: { subscription: id, channel, address, ...words } } as const];
};
