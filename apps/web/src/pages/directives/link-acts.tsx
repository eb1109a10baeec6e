import { useState, type JSX } from 'react';

import { useClauses, useDirectives, type Directive } from '../../api/directives.ts';
import type { AskedField } from '../../parts/asked-fields.tsx';
import { PickField, type Choice } from '../../parts/fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { plainText } from '../../parts/prose.tsx';
import { AskedAct } from './asked-act.tsx';

const LONGEST = 70;
const REASON: AskedField = { name: 'reason', kind: 'words', label: 'act.field.reason' };
const HOW: AskedField = {
  ...{ name: 'how', kind: 'choice', label: 'links.rel' },
  ...{ values: ['amends', 'supersedes', 'revokes', 'reaffirms'], word: 'link' },
};
const OTHERS: AskedField = {
  ...{ name: 'others', kind: 'choice', label: 'changes.open' },
  ...{ values: ['keep', 'cancel'], word: 'changes' },
};

/** The clauses of a directive that have tasks, as one chooses among them. */
export const useClauseChoices = (id: string): readonly Choice[] => {
  const { items } = useClauses(id);
  return items
    .filter(({ kind }) => kind === 'task-bearing')
    .map(({ ref, text }) => ({ value: ref, text: `${ref} ${plainText(text)}`.slice(0, LONGEST) }));
};

type ActProps = Readonly<{ directive: Directive }>;

/** Which clause of which higher directive it brings down, and by which of its own. */
export const Implement = ({ directive }: ActProps): JSX.Element | null => {
  const others = useOthers(directive);
  if (others.length === 0) return null;
  const bodyOf = (_said: object, { directiveId, clause, by }: Filled) => ({
    ...{ directiveId, clause },
    ...(by === undefined ? {} : { by: [by] }),
  });
  return (
    <AskedAct id={directive.directiveId} verb="implement" fields={[]} bodyOf={bodyOf}>
      <Clauses directive={directive} others={others} />
    </AskedAct>
  );
};

const Clauses = ({ directive, others }: ActProps & Readonly<{ others: readonly Choice[] }>): JSX.Element => {
  const [higher, setHigher] = useState(others[0]?.value ?? '');
  const theirs = useClauseChoices(higher);
  const own = useClauseChoices(directive.directiveId);
  return (
    <>
      <PickField name="directiveId" label="links.higher" choices={others} onChosen={setHigher} required />
      <PickField name="clause" label="links.itsClause" choices={theirs} required />
      <PickField name="by" label="links.byClause" choices={own} />
    </>
  );
};

/** A further document amends, supersedes, revokes or reaffirms it, and says what becomes of open tasks. */
export const Change = ({ directive }: ActProps): JSX.Element | null => {
  const others = useOthers(directive);
  if (others.length === 0) return null;
  const bodyOf = (said: object, { directiveId }: Filled) => ({ ...said, directiveId, effects: [] });
  return (
    <AskedAct id={directive.directiveId} verb="change" fields={[HOW, OTHERS, REASON]} bodyOf={bodyOf}>
      <PickField name="directiveId" label="links.further" choices={others} required />
    </AskedAct>
  );
};

type WithdrawProps = ActProps & Readonly<{ implemented: Directive['implements'][number] }>;

/** What was said of it wrongly is taken back. */
export const WithdrawImplementation = ({ directive, implemented }: WithdrawProps): JSX.Element => {
  const { directiveId, clause } = implemented;
  return (
    <AskedAct
      id={directive.directiveId}
      verb="withdrawImplementation"
      fields={[REASON]}
      bodyOf={(said) => ({ ...said, directiveId, clause })}
    />
  );
};

const useOthers = ({ directiveId }: Directive): readonly Choice[] =>
  useDirectives()
    .items.filter((each) => each.directiveId !== directiveId)
    .map(({ directiveId: value, number, slug, title }) => ({
      value,
      text: `${number ?? slug} ${title}`.slice(0, LONGEST),
    }));
