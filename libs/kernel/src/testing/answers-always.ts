import { expect } from '@jest/globals';
import fc from 'fast-check';

import { canonical } from '../canonical.ts';
import { fold, type Decider } from '../decider.ts';
import { later, type Instant } from '../instant.ts';
import type { Message } from '../message.ts';
import { step, type Step } from './play.ts';

/**
 * Whatever is asked of whatever has become of a stream: it is answered and never thrown at, the answer is the same each time, and
 * what it appends can be stored as it is.
 */
export const answersAlways = <S, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  scripts: fc.Arbitrary<readonly Step<C>[]>,
): void => {
  fc.assert(
    fc.property(scripts, (script) => {
      let history: readonly E[] = [];
      let now = '' as Instant;
      for (const each of script) {
        now = later(now, each.now);
        const appended = step(decider, history, { ...each, now });
        expect(step(decider, history, { ...each, now })).toStrictEqual(appended);
        expect(JSON.parse(canonical(appended))).toStrictEqual(appended);
        history = [...history, ...appended];
        expect(() => canonical(decider.alarms(fold(decider, history)))).not.toThrow();
      }
    }),
  );
};
