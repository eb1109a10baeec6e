import type { Shape } from '@edict/client';
import { useState, type JSX } from 'react';

import { usePlanning } from '../../api/successions.ts';
import { dayFromNow } from '../../i18n/days.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import type { Planned } from './tree.ts';
import { UnitsField } from './units-field.tsx';
import { WhatMoves } from './what-moves.tsx';

type Plan = Shape<'PlanSuccessionDto'>;

const KINDS: readonly Plan['kind'][] = ['merge', 'split', 'rename', 'dissolve', 'transfer', 'create'];
const STATUSES: readonly NonNullable<Plan['status']>[] = ['planned', 'decided', 'pilot', 'done'];
const NOBODY: readonly NonNullable<Plan['successor']>[] = ['unknown', 'nobody'];
const LONGEST_NAME = 100;

type PlanProps = Readonly<{ known?: Planned; onClose(): void }>;

/** Which units follow which, from when on, by which act. `known`: as a units file says. */
export const PlanSuccession = ({ known, onClose }: PlanProps): JSX.Element => {
  const planning = usePlanning();
  const [from, setFrom] = useState<readonly string[]>(known?.from ?? []);
  const [said, setSaid] = useState<Filled>(asKnown(known));
  const plan = planOf(said, from);
  const choose = (units: readonly string[]) => {
    setFrom(units);
    setSaid((before) => withoutAdded(before, units));
  };
  const send = (filled: Filled) =>
    planning.mutate({ body: planOf(filled, from), key: crypto.randomUUID() }, { onSuccess: onClose });
  return (
    <FormDialog
      {...{ title: 'succession.new', isSending: planning.isPending, onClose }}
      onSaid={send}
      onChanged={setSaid}
    >
      <div className="two">
        <ChoiceField name="kind" label="succession.kind" values={KINDS} word="succession.kind" />
        <TextField name="effectiveOn" label="succession.onIfKnown" type="date" {...defaultOf(known?.on)} />
      </div>
      <UnitsField name="from" label="succession.from" chosen={from} onChosen={choose} />
      <UnitField name="to" label="succession.toIfKnown" required={false} {...defaultOf(known?.to)} />
      <Standing isOpen={plan.to === undefined} />
      <TextField name="basis" label="accounts.basis" required />
      <TextField name="id" label="succession.name" pattern="[a-z0-9]+(-[a-z0-9]+)*" {...defaultOf(known?.id)} />
      {plan.from.length === 0 ? null : <WhatMoves planned={asPlanned(plan)} />}
      <Progress isPending={planning.isPending} error={planning.error} />
    </FormDialog>
  );
};

/** How sure it is; and where nobody is named, whether anybody will be. */
const Standing = ({ isOpen }: Readonly<{ isOpen: boolean }>): JSX.Element => (
  <div className="two">
    {isOpen ? (
      <ChoiceField
        name="successor"
        label="succession.noneNamed"
        values={NOBODY}
        word="succession.noneNamed"
        required={false}
      />
    ) : null}
    <ChoiceField name="status" label="succession.status" values={STATUSES} word="succession.status" required={false} />
  </div>
);

const defaultOf = (value: string | null | undefined) => (value ? { defaultValue: value } : {});

const asKnown = (known: Planned | undefined): Filled => ({
  kind: KINDS[0]!,
  ...(known && { id: known.id }),
  ...(known?.to && { to: known.to }),
  ...(known?.on && { effectiveOn: known.on }),
});

/** What was added stands in the field no more: it counts only as long as it is among those. */
const withoutAdded = ({ from, ...said }: Filled, units: readonly string[]): Filled =>
  from === undefined || units.includes(from) ? said : { ...said, from };

/** Where it is given no name, it is called by what it does. */
const planOf = ({ id, kind = '', basis = '', from: last, ...said }: Filled, added: readonly string[]): Plan => {
  const from = [...new Set([...added, ...(last === undefined ? [] : [last])])];
  const about = [kind, said['to'] ?? from[0] ?? 'nobody', said['effectiveOn'] ?? dayFromNow()].join('-');
  return { ...said, id: id ?? about.slice(-LONGEST_NAME), kind: kind as Plan['kind'], basis, from };
};

const asPlanned = ({ id, from, kind, ...plan }: Plan): Planned => {
  const [to, on] = [plan.to ?? null, plan.effectiveOn ?? null];
  const said = { id, from, to, effectiveOn: on, kind, successor: plan.successor ?? null };
  return { id, from, to, on, plan: { ...said, status: null, withdrawn: false, listed: false } };
};
