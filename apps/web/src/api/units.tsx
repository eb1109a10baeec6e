import type { Shape } from '@edict/client';
import { createContext, useContext, useMemo, type JSX, type ReactNode } from 'react';

import { useConsole } from '../console.tsx';
import type { Language } from '../i18n/language.ts';
import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useAsOf } from './tasks.ts';

export type Unit = Shape<'Unit'>;

export const useUnits = (): Listed<Unit> => {
  const api = useApi();
  return useList(['units'], (query) => api.get('/units', { query }));
};

/** As they were known at the moment that is shown. `on`: under the names and the parents of that day. */
export const useUnitsThen = (on?: string): Listed<Unit> => {
  const api = useApi();
  const asked = { ...useAsOf(), ...(on === undefined ? {} : { on }) };
  const key = Object.keys(asked).length === 0 ? ['units'] : ['units', asked];
  return useList(key, (query) => api.get('/units', { query: { ...query, ...asked } }));
};

type Naming = (unit: string) => string;

const NamesContext = createContext<Naming>((id) => id);

/** Names of units in the reader's language; an id that is not registered stands for itself. */
export const useUnitNames = (): Naming => useContext(NamesContext);

type NamedProps = Readonly<{ units: readonly Unit[]; children: ReactNode }>;

/** Within it units are called as these are. */
export const WithNamesOf = ({ units, children }: NamedProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const nameOf = useMemo(() => {
    const names = new Map(units.map((unit) => [unit.unitId, nameIn(language, unit)]));
    return (id: string) => names.get(id) ?? id;
  }, [units, language]);
  return <NamesContext value={nameOf}>{children}</NamesContext>;
};

/** Looks every unit up once, for all that show a name. */
export const WithUnitNames = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element => (
  <WithNamesOf units={useUnits().items}>{children}</WithNamesOf>
);

const nameIn = (language: Language, { unitId, names }: Unit): string => {
  const all = names as Readonly<Record<string, string>>;
  return all[language] ?? all['en'] ?? all['vi'] ?? unitId;
};
