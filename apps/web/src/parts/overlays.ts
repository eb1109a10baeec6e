import { useEffect, useRef, useState } from 'react';

import type * as AllOverlays from '../overlays/overlays.tsx';

export type Overlays = typeof AllOverlays;

let loaded: Overlays | undefined;
const load = async (): Promise<Overlays> => (loaded ??= await import('../overlays/overlays.tsx'));

/**
 * What opens over a page, once it is there: no first page needs it, so that it comes after. The reasons of what stands on the first page, in the parts of
 * every page and in a task come with it; any other page brings its own. `onFailed`: it could not be had, and whoever asks again may have it.
 */
export const useOverlays = (onFailed?: () => void): Overlays | undefined => {
  const [overlays, put] = useState(loaded);
  const failed = useRef(onFailed);
  useEffect(() => {
    if (!overlays)
      load().then(
        (all) => put(all),
        () => failed.current?.(),
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
