import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '@edict/runtime';

/** Protected in the client's types, and the only place that tells. */
type Capable = Readonly<{ capabilities: Promise<Readonly<{ serverVersion: string }>> }>;

const OLDEST = [23, 10] as const;

export const serverVersion = async (client: KurrentDBClient): Promise<string> =>
  (await (client as unknown as Capable).capabilities).serverVersion;

/** Throws `StoreUnavailable` for a server that says it is too old. One that was built without a number (0.0.0) is taken as it is. */
export const assertSupported = (version: string): void => {
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  if (major === 0) return;
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new StoreUnavailable(
      'io',
      `The server is EventStoreDB ${version}. Edict needs ${OLDEST.join('.')} or later: it must say that a subscription has caught up.`,
    );
};
