import type { Instant } from '@edict/kernel';

import type { AccessStore } from './access-store.ts';
import type { Anchor } from './anchor.ts';

const TELL_EVERY_MS = 1_000;
const KIND = 'checkpoint';

type Told = Readonly<{ copies: AccessStore; name: string; clock: () => Instant; everyMs?: number }>;

/**
 * An anchor of one's own, and a copy of it for others who seal the same: whoever has none yet begins with the copy. One's own is never replaced by it,
 * so that what a database brings back deceives nobody who was there before. The copy may lag behind: what was sealed since is sealed again.
 */
export const toldAnchor = (own: Anchor, { copies, name, clock, everyMs = TELL_EVERY_MS }: Told): Anchor => {
  let toldAt = -Infinity;
  const tell = async (text: string): Promise<void> => {
    if (performance.now() - toldAt < everyMs) return;
    toldAt = performance.now();
    await copies.put({ kind: KIND, key: name, account: null, until: null, value: text }).catch(() => undefined);
  };
  return {
    async read() {
      const text = await own.read();
      if (text !== undefined) return text;
      const copy = (await copies.get(KIND, name, clock()))?.value as string | undefined;
      if (copy !== undefined) await own.write(copy);
      return copy;
    },
    async write(text) {
      await own.write(text);
      await tell(text);
    },
  };
};
