import type { JSX } from 'react';

import { useDirectives } from '../api/directives.ts';
import { PickField } from './fields.tsx';

type DirectiveFieldProps = Readonly<{ name: string; onChosen?(id: string): void }>;

/** One of the directives that one may see. */
export const DirectiveField = (field: DirectiveFieldProps): JSX.Element => {
  const { items } = useDirectives();
  const choices = items.map(({ directiveId, number, slug }) => ({ value: directiveId, text: number ?? slug }));
  return <PickField label="matters.directive" choices={choices} required {...field} />;
};
