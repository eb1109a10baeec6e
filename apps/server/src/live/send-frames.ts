import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Whoever takes nothing for so long is not there any more, or not fast enough. */
const SLOW_MS = 30_000;

/**
 * Writes what there is, and no more than the reader takes: what it is slow to take is neither fetched nor kept. A reader that takes nothing
 * for `slowMs` is let go of; it comes again, and says where it was.
 */
export const sendFrames = async (frames: AsyncIterable<string>, to: Writable, slowMs = SLOW_MS): Promise<void> => {
  try {
    for await (const frame of frames) {
      if (to.destroyed) return;
      if (!to.write(frame)) await once(to, 'drain', { signal: AbortSignal.timeout(slowMs) });
    }
    to.end();
  } catch {
    to.destroy();
  }
};
