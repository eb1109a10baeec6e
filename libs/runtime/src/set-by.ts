import { fold, type Happened, type Message } from '@edict/kernel';

import type { AnyDecider } from './execute.ts';
import type { Recorded } from './event-store.ts';
import { happened } from './record.ts';

/** The event since which a stream has been waiting for this alarm. `undefined`: it does not wait for it. */
export const setBy = (decider: AnyDecider, history: readonly Recorded[], key: string): Recorded | undefined => {
  const waits = (known: readonly Happened<Message>[]): boolean =>
    decider.alarms(fold(decider, known)).some((alarm) => alarm.key === key);
  const known = history.map(happened);
  let since: Recorded | undefined;
  for (let end = history.length; end > 0 && waits(known.slice(0, end)); end -= 1) since = history[end - 1];
  return since;
};

/** What a ring is linked to, where something is traced: the trace in which its alarm was set. */
export const linkOf = (
  decider: AnyDecider,
  history: readonly Recorded[],
  alarm: string | undefined,
): string | undefined => {
  const isTraced = alarm !== undefined && history.some(({ meta }) => meta['traceparent'] !== undefined);
  return isTraced ? setBy(decider, history, alarm)?.meta['traceparent'] : undefined;
};
