import type { JSX } from 'react';

import { useApi } from '../api/api.ts';
import { useList } from '../api/pages.ts';
import { PickField } from './fields.tsx';

type ReferenceFieldProps = Readonly<{ kind: 'policy' | 'calendar'; name: string }>;

/** A policy or a calendar that is registered. */
export const ReferenceField = ({ kind, name }: ReferenceFieldProps): JSX.Element => {
  const api = useApi();
  const { items } = useList(['references', kind], (query) => api.get('/references', { query: { ...query, kind } }));
  const choices = [...new Set(items.map(({ referenceId }) => referenceId))].map((id) => ({ value: id, text: id }));
  return <PickField name={name} label={`reference.${kind}`} choices={choices} required />;
};
