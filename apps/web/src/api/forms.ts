import type { Shape } from '@edict/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useConsole } from '../console.tsx';
import type { Language } from '../i18n/language.ts';
import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { editionOn } from './edition-on.ts';
import { useContent, useEditions } from './references.ts';
import { useAsOf, useKnown, useOffice, type EventLine } from './tasks.ts';
import { useWrite } from './write.ts';

export type FormReport = Shape<'FormReportTold'>;

/** `parts`: of which lines it must be the sum. */
export type FormLine = Readonly<{ key: string; name: string; parts: readonly string[] }>;
export type Form = Readonly<{ id: string; name: string; edition: number; lines: readonly FormLine[] }>;

type Names = Readonly<Record<string, string>>;
type Published = Readonly<{
  form: Readonly<{ id: string; name: Names }>;
  lines: readonly Readonly<{ key: string; name: Names; parts?: readonly string[] }>[];
}>;

/** What the edition that is in force on a day asks for, in the reader's language. */
export const useForm = (id: string, on: string): Form | undefined => {
  const { language } = useConsole().preferences;
  const edition = editionOn(useEditions('form').items, id, on);
  const { content } = useContent(edition);
  return edition && content ? { ...formIn(content as Published, language), edition: edition.edition } : undefined;
};

const formIn = ({ form, lines }: Published, language: Language): Omit<Form, 'edition'> => ({
  id: form.id,
  name: nameIn(form.name, language),
  lines: lines.map(({ key, name, parts = [] }) => ({ key, name: nameIn(name, language), parts })),
});

const nameIn = (names: Names, language: Language): string =>
  names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';

/** What units have filled in, or had by the moment that is shown: with one task, or for one form and day. */
export const useFormReports = (
  which: Readonly<{ task?: string; form?: string; on?: string }> = {},
): Listed<FormReport> => {
  const api = useApi();
  const asOf = useAsOf();
  return useList(['forms', which, asOf], (query) =>
    api.get('/form-reports', { query: { ...query, ...which, ...asOf } }),
  );
};

export const useFormHistory = (id: string): Listed<EventLine> => {
  const api = useApi();
  return useKnown(
    useList(['forms', id, 'history'], (query) => api.get('/form-reports/{id}/history', { path: { id }, query })),
  );
};

type Filling = Readonly<{
  form: string;
  on: string;
  values: { key: string; value: string }[];
  correcting?: string;
}>;

export const useFilling = (task: string) => {
  const api = useApi();
  return useWrite(
    (body: Filling) => api.post('/tasks/{id}/forms', { path: { id: task }, body, key: crypto.randomUUID() }),
    [['forms'], ['task', task]],
  );
};

export type FormFigures = Readonly<{
  filled: number;
  units: readonly string[];
  lines: readonly Readonly<{ key: string; name: string; parts: readonly string[]; total: number }>[];
}>;

/** The figures of a form for a day, added up over all that has been filled in. */
export const useFormTotals = (form: string, on: string): UseQueryResult<FormFigures> => {
  const api = useApi();
  const asOf = useAsOf();
  const office = useOffice();
  return useQuery({
    queryKey: ['forms', 'totals', form, on, asOf, office],
    queryFn: async () => {
      const { figures } = await api.get('/reports/{kind}', { path: { kind: 'form' }, query: { form, on, ...asOf } });
      return figures as unknown as FormFigures;
    },
  });
};

/** The same as a file, as every other reader gets it. */
export const useFormFile = (form: string, on: string) => {
  const api = useApi();
  const asOf = useAsOf();
  return (format: 'csv' | 'xlsx'): Promise<Uint8Array> =>
    api.download('/reports/{kind}/file', { path: { kind: 'form' }, query: { form, on, format, ...asOf } });
};
