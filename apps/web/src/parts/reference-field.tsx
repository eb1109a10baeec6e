import type { JSX } from 'react';

import { useEditions } from '../api/references.ts';
import { PickField } from './fields.tsx';

type ReferenceFieldProps = Readonly<{ kind: 'policy' | 'calendar'; name: string }>;

/** A policy or a calendar that is registered. */
export const ReferenceField = ({ kind, name }: ReferenceFieldProps): JSX.Element => {
  const { items } = useEditions(kind);
  const choices = [...new Set(items.map(({ referenceId }) => referenceId))].map((id) => ({ value: id, text: id }));
  return <PickField name={name} label={`reference.${kind}`} choices={choices} required />;
};
