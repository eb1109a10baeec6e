import { useEffect, useState } from 'react';

import type * as AllOverlays from '../overlays/overlays.tsx';

export type Overlays = typeof AllOverlays;

let loaded: Overlays | undefined;
const load = async (): Promise<Overlays> => (loaded ??= await import('../overlays/overlays.tsx'));

/** What opens over a page, once it is there: no first page needs it, so that it comes after. */
export const useOverlays = (): Overlays | undefined => {
  const [overlays, put] = useState(loaded);
  useEffect(() => {
    if (!overlays)
      load().then(
        (all) => put(all),
        () => undefined, // asked for again by the next page
      );
  }, [overlays]);
  return overlays;
};

/** Before anybody asks for it, and after the first page. What cannot be had then is asked for again when it is needed. */
export const useOverlaysSoon = (): void =>
  useEffect(() => {
    const soon = setTimeout(() => void load().catch(() => undefined), SOON_MS);
    return () => clearTimeout(soon);
  }, []);
const SOON_MS = 1_000;
