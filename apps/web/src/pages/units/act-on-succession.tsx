import { useState, type JSX } from 'react';

import { useActOnSuccession, type SuccessionVerb } from '../../api/successions.ts';
import { AskedFields, saidIn } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { FIELDS, withSaid } from './succession-offers.ts';
import type { Planned } from './tree.ts';
import { WhatMoves } from './what-moves.tsx';

type ActProps = Readonly<{ verb: SuccessionVerb; planned: Planned; onClose(): void }>;

/** Names who follows, fixes the day, or calls it off; what comes of it is shown as it is written. */
export const ActOnSuccession = ({ verb, planned, onClose }: ActProps): JSX.Element => {
  const acting = useActOnSuccession();
  const [said, setSaid] = useState<Filled>({});
  const fields = FIELDS[verb];
  const send = (filled: Filled) =>
    acting.mutate(
      { verb, id: planned.id, body: saidIn(fields, filled), key: crypto.randomUUID() },
      { onSuccess: onClose },
    );
  return (
    <FormDialog
      isSending={acting.isPending}
      title={`successionAct.${verb}`}
      onClose={onClose}
      onSaid={send}
      onChanged={setSaid}
    >
      <AskedFields fields={fields} />
      <WhatMoves planned={withSaid(planned, said)} {...(verb === 'withdraw' && { outlook: 'stay' })} />
      <Progress isPending={acting.isPending} error={acting.error} />
    </FormDialog>
  );
};
