import { type Decider, type Message } from '@edict/kernel';

/** `retry`: the event on which it was parked is handled again. `skip`: it is passed over, and what came after it is handled. */
export const WAYS_ON = ['retry', 'skip'] as const;

type Released = Readonly<{ stream: string; how: (typeof WAYS_ON)[number]; reason: string }>;

export type UpkeepCommand = Message<'ReleaseStream', Released>;
export type UpkeepEvent = Message<'StreamReleased', Released>;

/** What an operator has said of the work of one who follows the log: of a saga, by its name. */
export const upkeepStream = (subscriber: string): string => `upkeep-${subscriber}`;

/** What is handled by hand is in the log, with who did it and why. Whether a stream is parked the log does not know: who works there does. */
export const upkeep: Decider<null, UpkeepCommand, UpkeepEvent> = {
  category: 'upkeep',
  origins: { ReleaseStream: ['person'] },
  initialState: null,
  decide: ({ data }) => [{ type: 'StreamReleased', data }],
  evolve: () => null,
  alarms: () => [],
};
