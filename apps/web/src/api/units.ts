import type { Shape } from '@edict/client';

import { useConsole } from '../console.tsx';
import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';

export type Unit = Shape<'Unit'>;

export const useUnits = (): Listed<Unit> => {
  const api = useApi();
  return useList(['units'], (query) => api.get('/units', { query }));
};

/** Names of units in the reader's language; an id that is not registered stands for itself. */
export const useUnitNames = (): ((unit: string) => string) => {
  const { language } = useConsole().preferences;
  const { items } = useUnits();
  return (id) => {
    const names = items.find(({ unitId }) => unitId === id)?.names as Readonly<Record<string, string>> | undefined;
    return names?.[language] ?? names?.['en'] ?? names?.['vi'] ?? id;
  };
};
