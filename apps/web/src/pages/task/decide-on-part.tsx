import { useState, type JSX } from 'react';

import { useAct, type Task } from '../../api/tasks.ts';
import { AskedFields, saidIn, type AskedField } from '../../parts/asked-fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';

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
  const saidOf = (filled: Filled) => ({
    ...{ verb: 'decideOnPart' as const, key: crypto.randomUUID() },
    body: { ...saidIn(FIELDS, filled), child },
  });
  return (
    <>
      <button className="btn small" type="button" onClick={() => setOpen(true)}>
        <Say id="act.decide" />
      </button>
      {isOpen ? (
        <SendingDialog title="act.decideOnPart" sending={act} saidOf={saidOf} onClose={close} onDone={close}>
          <AskedFields fields={FIELDS} />
        </SendingDialog>
      ) : null}
    </>
  );
};
