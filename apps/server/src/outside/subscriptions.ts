import { subscription as decider, type Subscription, type SubscriptionEvent } from '@edict/directives';
import { MACHINE } from '@edict/engine';
import { fold } from '@edict/kernel';
import { happened } from '@edict/runtime';

import type { Installation } from '../installation.ts';

/** `address`: of a calendar there is nothing to show. `language`: `null` where none was named. */
export type SubscriptionShown = Readonly<{
  subscription: string;
  channel: string;
  address: string | null;
  language: string | null;
  ended: boolean;
}>;

/** They belong to no directive: whoever may ask for them at all is shown them. */
export const subscriptionsOf = async (
  { engine }: Installation,
  unit: string,
): Promise<Readonly<Record<string, Subscription>>> => {
  const history = await engine.reader.as(MACHINE).history(`subscription-${unit}`);
  return fold(decider, history.map(happened) as readonly SubscriptionEvent[]);
};

export const shownOf = (known: Readonly<Record<string, Subscription>>): readonly SubscriptionShown[] =>
  Object.entries(known).map(([subscription, { channel, address, language = null, ended }]) => ({
    ...{ subscription, channel, language, ended },
    address: channel === 'calendar' ? null : address,
  }));
