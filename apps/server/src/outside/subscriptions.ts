import { subscription as decider, type Subscription, type SubscriptionEvent } from '@edict/directives';
import { MACHINE } from '@edict/engine';
import { fold } from '@edict/kernel';
import { happened, type Recorded } from '@edict/runtime';

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
  installation: Installation,
  unit: string,
): Promise<Readonly<Record<string, Subscription>>> => stateOf(await historyOf(installation, unit));

/** Whether it is in force, or was opened by this very command: then nothing comes of it but the answer of then. */
export const wasOpened = async (
  installation: Installation,
  unit: string,
  { subscription, commandId }: Readonly<{ subscription: string; commandId: string }>,
): Promise<boolean> => {
  const history = await historyOf(installation, unit);
  return stateOf(history)[subscription]?.ended === false || history.some(({ meta }) => meta['commandId'] === commandId);
};

const historyOf = ({ engine }: Installation, unit: string): Promise<readonly Recorded[]> =>
  engine.reader.as(MACHINE).history(`subscription-${unit}`);

const stateOf = (history: readonly Recorded[]): Readonly<Record<string, Subscription>> =>
  fold(decider, history.map(happened) as readonly SubscriptionEvent[]);

export const shownOf = (known: Readonly<Record<string, Subscription>>): readonly SubscriptionShown[] =>
  Object.entries(known).map(([subscription, { channel, address, language = null, ended }]) => ({
    ...{ subscription, channel, language, ended },
    address: channel === 'calendar' ? null : address,
  }));
