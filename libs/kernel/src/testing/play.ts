import { fold, type Actor, type Decider } from '../decider.ts';
import { later, type Instant } from '../instant.ts';
import type { Message } from '../message.ts';

/** One command at one moment. `occurredAt` is `now` where it is not stated, the stream one of the decider's category. */
export type Step<C> = Readonly<{ command: C; now: Instant; actor: Actor; occurredAt?: Instant; stream?: string }>;

/** The events that a step appends, also those of a refusal that is remembered. */
export const step = <S, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  history: readonly E[],
  { command, now, actor, occurredAt = now, stream = `${decider.category}-1` }: Step<C>,
): readonly E[] => {
  const decision = decider.decide(command, fold(decider, history), { now, occurredAt, actor, stream });
  return 'rejection' in decision ? decision.record : decision;
};

/** What a script comes to. Time does not run backwards. */
export const play = <S, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  script: readonly Step<C>[],
): Readonly<{ history: readonly E[]; now: Instant }> =>
  script.reduce<{ history: readonly E[]; now: Instant }>(
    ({ history, now: last }, each) => {
      const now = later(last, each.now);
      return { history: [...history, ...step(decider, history, { ...each, now })], now };
    },
    { history: [], now: '' as Instant },
  );
