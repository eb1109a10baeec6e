import type { JSX } from 'react';

import { ChoiceField, FlagField, PickField, TextField, WordsField, type Choice } from './fields.tsx';
import type { Filled } from './form-dialog.tsx';
import { UnitField } from './unit-field.tsx';

/** What an act has to say. What is optional is left out where it is left empty. */
export type AskedField = Readonly<{ name: string; label: string; optional?: true }> &
  (
    | Readonly<{ kind: 'words' | 'line' | 'day' | 'unit' | 'units' | 'flag' }>
    | Readonly<{ kind: 'choice'; values: readonly string[]; word: string }>
    | Readonly<{ kind: 'pick'; choices: readonly Choice[] }>
  );

export const AskedFields = ({ fields }: Readonly<{ fields: readonly AskedField[] }>): JSX.Element => (
  <>
    {fields.map((field) => (
      <FieldOf key={field.name} field={field} />
    ))}
  </>
);

const FieldOf = ({ field }: Readonly<{ field: AskedField }>): JSX.Element => {
  const { name, label } = field;
  const common = { name, label, required: !field.optional };
  switch (field.kind) {
    case 'words':
      return <WordsField {...common} />;
    case 'unit':
      return <UnitField {...common} />;
    case 'units':
      return <UnitField {...common} several />;
    case 'flag':
      return <FlagField {...common} />;
    case 'choice':
      return <ChoiceField {...common} values={field.values} word={field.word} />;
    case 'pick':
      return <PickField {...common} choices={field.choices} />;
    default:
      return <TextField {...common} type={field.kind === 'day' ? 'date' : 'text'} />;
  }
};

/** What was ticked is so, and not a text; and several units are each one of a list. */
export const saidIn = (fields: readonly AskedField[], filled: Filled): object =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const text = filled[name];
      return text === undefined ? [] : [[name, valueOf(kind, text)]];
    }),
  );

const valueOf = (kind: AskedField['kind'], text: string): unknown => {
  if (kind === 'flag') return true;
  return kind === 'units' ? text.trim().split(/[\s,]+/) : text;
};
