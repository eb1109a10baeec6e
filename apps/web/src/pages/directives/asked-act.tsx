import { useState, type JSX, type ReactNode } from 'react';

import { useActOnDirective, type DirectiveAct } from '../../api/directives.ts';
import { AskedFields, saidIn, type AskedField } from '../../parts/asked-fields.tsx';
import type { Filled } from '../../parts/form-dialog.tsx';
import { Say } from '../../parts/say.tsx';
import { SendingDialog } from '../../parts/sending-dialog.tsx';

type AskedActProps = Readonly<{
  id: string;
  verb: DirectiveAct;
  fields: readonly AskedField[];
  /** What is sent, of what was filled in. */
  bodyOf?(said: object, filled: Filled): object;
  /** What is asked for before the fields. */
  children?: ReactNode;
}>;

const asSaid = (said: object): object => said;

/** An act on a directive, and what it asks for; it stays open until it is stored, so that what was refused can be put right. */
export const AskedAct = ({ id, verb, fields, bodyOf = asSaid, children }: AskedActProps): JSX.Element => {
  const [isOpen, setOpen] = useState(false);
  const acting = useActOnDirective(id, verb);
  const close = () => {
    setOpen(false);
    acting.reset();
  };
  const saidOf = (filled: Filled) => ({ body: bodyOf(saidIn(fields, filled), filled), key: crypto.randomUUID() });
  return (
    <>
      <button className="btn small" type="button" onClick={() => setOpen(true)}>
        <Say id={`directiveAct.${verb}`} />
      </button>
      {isOpen ? (
        <SendingDialog title={`directiveAct.${verb}`} sending={acting} saidOf={saidOf} onClose={close} onDone={close}>
          {children}
          <AskedFields fields={fields} />
        </SendingDialog>
      ) : null}
    </>
  );
};
