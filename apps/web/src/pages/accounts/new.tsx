import { useState, type JSX } from 'react';

import type { Deed } from '../../api/accounts.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import { CAPACITIES } from './capacity-word.tsx';

type NewProps = Readonly<{ onClose(): void; does(deed: Deed): void }>;

const LOGIN = '[a-z0-9]([a-z0-9._@+\\-]*[a-z0-9])?';

/** A person is handed an invitation; a program gets tokens. */
export const OpenAccount = ({ onClose, does }: NewProps): JSX.Element => {
  const [kind, setKind] = useState('person');
  const open = ({ name = '', login }: Filled) =>
    does((api, key) =>
      api.post('/accounts', {
        key,
        body: { kind: kind as 'person' | 'machine', name, ...(login === undefined ? {} : { login }) },
      }),
    );
  return (
    <FormDialog title="accounts.new.accounts" onClose={onClose} onSaid={open}>
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
    </FormDialog>
  );
};

export const EstablishOffice = ({ onClose, does }: NewProps): JSX.Element => {
  const establish = ({ title = '', unit = '', capacity = 'officer' }: Filled) =>
    does((api, key) =>
      api.post('/offices', { key, body: { title, unit, capacity: capacity as (typeof CAPACITIES)[number] } }),
    );
  return (
    <FormDialog title="accounts.new.offices" onClose={onClose} onSaid={establish}>
      <TextField name="title" label="accounts.title" required />
      <UnitField name="unit" label="frame.unit" />
      <ChoiceField name="capacity" label="accounts.holderActs" values={CAPACITIES} word="capacity" />
    </FormDialog>
  );
};
