import { useState, type JSX } from 'react';

import { useAct, type Task } from '../../api/tasks.ts';
import { AskedFields, saidIn, type AskedField } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';

const FIELDS: readonly AskedField[] = [
  {
    ...{ name: 'decision', kind: 'choice', label: 'act.field.decision' },
    ...{ values: ['cancel', 'leave'], word: 'part' },
  },
  { name: 'reason', kind: 'words', label: 'act.field.reason' },
];

/** A whole ends when each of its parts has ended, or its lead has decided on it with a reason. */
export const DecideOnPart = ({ task, child }: Readonly<{ task: Task; child: string }>): JSX.Element => {
  const [isOpen, setOpen] = useState(false);
  const act = useAct(task.id);
  const close = () => {
    setOpen(false);
    act.reset();
  };
  const send = (filled: Filled) => {
    const body = { ...saidIn(FIELDS, filled), child };
    act.mutate({ verb: 'decideOnPart', body, key: crypto.randomUUID() }, { onSuccess: close });
  };
  return (
    <>
      <button className="btn small" type="button" onClick={() => setOpen(true)}>
        <Say id="act.decide" />
      </button>
      {isOpen ? (
        <FormDialog title="act.decideOnPart" isSending={act.isPending} onClose={close} onSaid={send}>
          <AskedFields fields={FIELDS} />
          <Progress isPending={act.isPending} error={act.error} />
        </FormDialog>
      ) : null}
    </>
  );
};
