import { useEffect, useSyncExternalStore } from 'react';

/** What of a page is open, by name: said by the page, and shown above it. */
let shown: string | undefined;
const listeners = new Set<() => void>();

const show = (name: string | undefined): void => {
  shown = name;
  for (const listen of listeners) listen();
};
const subscribe = (listen: () => void): (() => void) => {
  listeners.add(listen);
  return () => listeners.delete(listen);
};

/** While this is shown, the path above the page ends with it. */
export const useCrumb = (name: string | undefined): void => {
  useEffect(() => {
    show(name);
    return () => show(undefined);
  }, [name]);
};

export const useShownCrumb = (): string | undefined => useSyncExternalStore(subscribe, () => shown);
