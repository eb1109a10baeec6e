import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useConfirmingMoves, useWouldMove, type Directive, type WouldMove } from '../../api/directives.ts';
import { useAct, useOffice } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { dayEndingAt, longDay } from '../../i18n/times.ts';
import { AskedFields, saidIn, type AskedField } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';
import { Table } from '../../parts/table.tsx';
import { Why } from '../../parts/why.tsx';
import { useIssues } from './issuing.ts';

const FIELDS: readonly AskedField[] = [{ name: 'reason', kind: 'words', label: 'act.field.reason' }];

/** What a new edition of a calendar or a policy makes of its dates. Nothing moves by itself: a person confirms each, or all. */
export const WouldMoveCard = ({ directive }: Readonly<{ directive: Directive }>): JSX.Element | null => {
  const { items } = useWouldMove(directive.directiveId);
  const isIssuer = directive.issuers.includes(useOffice()?.unit ?? '');
  const issues = useIssues(directive) && isIssuer;
  if (items.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Say id="wouldMove.title" />
        </h2>
        <span className="dim small">{items.length}</span>
        <span className="sp" />
        {issues ? <ConfirmAll id={directive.directiveId} /> : null}
      </header>
      <div className="body">
        <p className="mid">
          <Say id="wouldMove.why" />
        </p>
        <Table className="fix" heads={['directives.task', 'wouldMove.from', 'wouldMove.to', 'wouldMove.by']}>
          {items.map((move) => (
            <Row key={move.task} move={move} mayConfirm={issues} />
          ))}
        </Table>
      </div>
    </section>
  );
};

const Row = ({ move, mayConfirm }: Readonly<{ move: WouldMove; mayConfirm: boolean }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const { task, ref, unit, from, to, policy, calendar } = move;
  return (
    <tr>
      <td>
        <Link className="link mono" to="/tasks/$id" params={{ id: task }}>
          {ref}
        </Link>{' '}
        {unit === null ? null : nameOf(unit)}
      </td>
      <td className="day" data-head={say('wouldMove.from')}>
        {longDay(language, dayEndingAt(from))}
      </td>
      <td className="day" data-head={say('wouldMove.to')}>
        {longDay(language, dayEndingAt(to))}
      </td>
      <td>
        {policy}, {calendar} {mayConfirm ? <ConfirmOne move={move} /> : null}
      </td>
    </tr>
  );
};

const ConfirmOne = ({ move: { task, from } }: Readonly<{ move: WouldMove }>): JSX.Element => {
  const [isOpen, setOpen] = useState(false);
  const act = useAct(task);
  const close = () => {
    setOpen(false);
    act.reset();
  };
  const saidOf = (filled: Filled) => ({
    ...{ verb: 'confirmDeadline' as const, key: crypto.randomUUID() },
    body: { ...saidIn(FIELDS, filled), from },
  });
  return (
    <>
      <button className="btn small" type="button" onClick={() => setOpen(true)}>
        <Say id="act.confirmDeadline" />
      </button>
      {isOpen ? (
        <SendingDialog title="act.confirmDeadline" sending={act} saidOf={saidOf} onClose={close} onDone={close}>
          <AskedFields fields={FIELDS} />
        </SendingDialog>
      ) : null}
    </>
  );
};

/** It stays open where one of them was refused, and says which. */
const ConfirmAll = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const [isOpen, setOpen] = useState(false);
  const confirming = useConfirmingMoves(id);
  const { data, error, isPending, reset } = confirming;
  const close = () => {
    setOpen(false);
    reset();
  };
  const send = (filled: Filled) =>
    confirming.mutate(
      { body: saidIn(FIELDS, filled), key: crypto.randomUUID() },
      { onSuccess: ({ refused }) => (refused === 0 ? close() : undefined) },
    );
  const refused = (data?.items ?? []).filter(({ code }) => code !== null);
  return (
    <>
      <button className="btn small" type="button" onClick={() => setOpen(true)}>
        <Say id="directiveAct.confirmDeadlines" />
      </button>
      {isOpen ? (
        <FormDialog title="directiveAct.confirmDeadlines" isSending={isPending} onClose={close} onSaid={send}>
          <AskedFields fields={FIELDS} />
          <Progress isPending={isPending} error={error} />
          {data ? (
            <p role="status">
              <Say id="bulk.over" done={data.confirmed} all={data.items.length} refused={data.refused} />
            </p>
          ) : null}
          <ul className="refused">
            {refused.map(({ ref, code }) => (
              <li key={ref}>
                <span className="mono">{ref}</span> {code === null ? null : <Why code={code} />}
              </li>
            ))}
          </ul>
        </FormDialog>
      ) : null}
    </>
  );
};
