import type { Recorded } from './event-store.ts';
import type { Subscriber } from './follow.ts';

/** So many that a row is written once for many events that touch it; so few that nobody else in the process waits for long. */
const BULK = 4_096;

/** Far from the end of the log, many batches are handled as one; at its end each as it comes. For views: no order but that of events. */
export const inBulk = (subscriber: Subscriber): Subscriber => {
  let waiting: readonly Recorded[] = [];
  return {
    ...subscriber,
    async handle({ events, position, live }) {
      const last = waiting.at(-1)?.position ?? '';
      waiting = [...waiting, ...events.filter((event) => event.position > last)];
      if (!live && waiting.length < BULK) return;
      await subscriber.handle({ events: waiting, position: last > position ? last : position, live });
      waiting = [];
    },
  };
};
