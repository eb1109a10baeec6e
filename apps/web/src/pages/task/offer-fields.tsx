import type { JSX } from 'react';

import { TextField, WordsField } from '../../parts/fields.tsx';
import { useSay } from '../../parts/say.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import type { Offer, OfferField } from './offers.ts';

export const OfferFields = ({ offer }: Readonly<{ offer: Offer }>): JSX.Element => (
  <>
    {offer.fields.map((field) => (
      <FieldOf key={field.name} field={field} />
    ))}
  </>
);

const FieldOf = ({ field }: Readonly<{ field: OfferField }>): JSX.Element => {
  const say = useSay();
  const common = { name: field.name, label: field.label, required: !field.optional };
  if (field.kind === 'words') return <WordsField {...common} />;
  if (field.kind === 'unit') return <UnitField name={field.name} label={say(field.label)} />;
  return <TextField {...common} type={field.kind === 'day' ? 'date' : 'text'} />;
};
