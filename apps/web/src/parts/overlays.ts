import { useEffect, useState } from 'react';

import type * as AllOverlays from '../overlays/overlays.tsx';

type Overlays = typeof AllOverlays;

let loaded: Overlays | undefined;
const load = async (): Promise<Overlays> => (loaded ??= await import('../overlays/overlays.tsx'));

/** What opens over a page, once it is there: no first page needs it, so that it comes after. */
export const useOverlays = (): Overlays | undefined => {
  const [overlays, put] = useState(loaded);
  useEffect(() => {
    if (!overlays) void load().then((all) => put(all));
  }, [overlays]);
  return overlays;
};

/** Once nothing else is to be done, and before anybody asks for it. */
export const useOverlaysSoon = (): void =>
  useEffect(() => {
    const idle = requestIdleCallback(() => void load(), { timeout: SOON_MS });
    return () => cancelIdleCallback(idle);
  }, []);
const SOON_MS = 2_000;
