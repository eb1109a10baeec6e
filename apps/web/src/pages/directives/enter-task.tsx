import type { JSX } from 'react';

import type { AskedField } from '../../parts/asked-fields.tsx';
import { AskedAct } from './asked-act.tsx';
import { useClauseChoices } from './link-acts.tsx';

const maybe = (field: AskedField): AskedField => ({ ...field, optional: true });

/** Said one by one, and sent as the API has them together. */
type Entered = Readonly<
  { accountable?: readonly string[]; lead?: readonly string[]; dueOn?: string } & Record<
    'sourceType' | 'sourceTitle' | 'sourceNumber',
    string | undefined
  >
>;

const bodyOf = (said: object): object => {
  const { accountable = [], lead = [], dueOn, sourceType, sourceTitle, sourceNumber, ...rest } = said as Entered;
  return {
    ...rest,
    ...{ accountable, lead },
    ...(dueOn === undefined ? {} : { due: { on: dueOn, bound: 'by', firmness: 'firm' } }),
    source: {
      ...{ type: sourceType, title: sourceTitle },
      ...(sourceNumber === undefined ? {} : { number: sourceNumber }),
    },
  };
};

/** A task that a directive takes over from another document is entered with its source; its terms run from then on. */
export const EnterTask = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const clauses = useClauseChoices(id);
  const fields: readonly AskedField[] = [
    { name: 'clause', kind: 'pick', label: 'enter.clause', choices: clauses },
    { name: 'ref', kind: 'line', label: 'enter.ref' },
    { name: 'statement', kind: 'words', label: 'enter.statement' },
    {
      ...{ name: 'kind', kind: 'choice', label: 'enter.kind' },
      ...{ values: ['once', 'standing', 'until'], word: 'kind' },
    },
    maybe({ name: 'accountable', kind: 'units', label: 'enter.accountable' }),
    maybe({ name: 'lead', kind: 'units', label: 'ruling.lead' }),
    maybe({ name: 'dueOn', kind: 'day', label: 'enter.dueOn' }),
    { name: 'sourceType', kind: 'line', label: 'enter.sourceType' },
    { name: 'sourceTitle', kind: 'line', label: 'enter.sourceTitle' },
    maybe({ name: 'sourceNumber', kind: 'line', label: 'enter.sourceNumber' }),
  ];
  return <AskedAct id={id} verb="enterTask" fields={fields} bodyOf={bodyOf} />;
};
