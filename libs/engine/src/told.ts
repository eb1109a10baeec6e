import { plusMs, type Instant } from '@edict/kernel';
import { PROCESS_NAME, type AccessStore, type Position } from '@edict/runtime';

import type { Health, SubscriberHealth } from './health.ts';
import type { Followed } from './subscribers.ts';

/** What whoever follows the log and rings cannot get on with. It stands in nothing that processes share, unless it is told. */
export type Trouble = Readonly<{
  failing: readonly Readonly<{ name: string; reached: Position; reason: string }>[];
  failedRings: number;
}>;

const KIND = 'trouble';
/** It is nobody's in particular; what is of one account is found at once. */
const ACCOUNT = 'engine';
/** Told again before that. Of a process that has died it is good for so long. */
const GOOD_FOR_MS = 30_000;

type Told = Readonly<{ notices: AccessStore | undefined; clock: () => Instant }>;

/** Tells it to others for as long as there is any; where nothing can be told, others see who is behind and what is late all the same. */
export const teller = ({ notices, clock }: Told) => {
  let hasTold = false;
  return async (trouble: Trouble): Promise<void> => {
    const isSome = trouble.failing.length > 0 || trouble.failedRings > 0;
    if (!notices || !(isSome || hasTold)) return;
    hasTold = isSome;
    const until = plusMs(clock(), isSome ? GOOD_FOR_MS : 0);
    const entry = { kind: KIND, key: PROCESS_NAME, account: ACCOUNT, until, value: trouble };
    const telling = notices.put(entry).then(() => notices.forget({ kind: KIND, until: clock() }));
    await telling.catch(() => undefined);
  };
};

/** What others have told; of several that fail in one name, as each seals for itself, one. */
export const heardOf = async ({ notices, clock }: Told): Promise<Trouble> => {
  const entries = (await notices?.of(KIND, ACCOUNT, clock())) ?? [];
  const all = entries.map(({ value }) => value as Trouble);
  return {
    failing: [...new Map(all.flatMap(({ failing }) => failing).map((each) => [each.name, each])).values()],
    failedRings: all.reduce((sum, { failedRings }) => sum + failedRings, 0),
  };
};

/** Who fails elsewhere and is not looked for here, as the seal, whose checkpoint lies with its process. */
export const furtherIn = ({ failing }: Trouble, known: readonly Followed[]): readonly Followed[] =>
  failing
    .filter((each) => known.every(({ name }) => name !== each.name))
    .map(({ name, reached }) => ({ name, reached: async () => reached }));

export const troubleIn = ({ subscribers, failedRings }: Pick<Health, 'subscribers' | 'failedRings'>): Trouble => ({
  failing: subscribers.flatMap(({ name, reached, failing: reason }) =>
    reason === null ? [] : [{ name, reached, reason }],
  ),
  failedRings,
});

export const withReason =
  ({ failing }: Trouble) =>
  (state: SubscriberHealth): SubscriberHealth => ({
    ...state,
    failing: state.failing ?? failing.find(({ name }) => name === state.name)?.reason ?? null,
  });
