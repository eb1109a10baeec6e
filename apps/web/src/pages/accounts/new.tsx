import { useState, type JSX } from 'react';

import type { Deed, Doing } from '../../api/accounts.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import { Ask } from './ask-why.tsx';
import { CAPACITIES } from './capacity-word.tsx';

type NewProps = Readonly<{ onClose(): void; doing: Doing }>;

const LOGIN = '[a-z0-9]([a-z0-9._@+\\-]*[a-z0-9])?';

/** A person is handed an invitation; a program gets tokens. */
export const OpenAccount = ({ onClose, doing }: NewProps): JSX.Element => {
  const [kind, setKind] = useState('person');
  const open =
    ({ name = '', login }: Filled): Deed =>
    (api, key) =>
      api.post('/accounts', {
        key,
        body: { kind: kind as 'person' | 'machine', name, ...(login === undefined ? {} : { login }) },
      });
  return (
    <Ask title="accounts.new.accounts" doing={doing} onClose={onClose} deedOf={open}>
      <ChoiceField
        name="kind"
        label="accounts.forWhom"
        values={['person', 'machine']}
        word="accounts.kind"
        onChosen={setKind}
      />
      <TextField name="name" label="session.name" required />
      {kind === 'person' ? (
        <TextField name="login" label="session.login" pattern={LOGIN} autoComplete="off" required />
      ) : null}
    </Ask>
  );
};

export const EstablishOffice = ({ onClose, doing }: NewProps): JSX.Element => {
  const establish =
    ({ title = '', unit = '', capacity = 'officer' }: Filled): Deed =>
    (api, key) =>
      api.post('/offices', { key, body: { title, unit, capacity: capacity as (typeof CAPACITIES)[number] } });
  return (
    <Ask title="accounts.new.offices" doing={doing} onClose={onClose} deedOf={establish}>
      <TextField name="title" label="accounts.title" required />
      <UnitField name="unit" label="frame.unit" />
      <ChoiceField name="capacity" label="accounts.holderActs" values={CAPACITIES} word="capacity" />
    </Ask>
  );
};
