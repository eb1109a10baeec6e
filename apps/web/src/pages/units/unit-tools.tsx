import { useState, type JSX } from 'react';

import { useKeys } from '../../frame/keys.ts';
import { Icon } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';
import { useMayRegister } from './may-register.ts';
import { PlanSuccession } from './plan-succession.tsx';
import { RegisterUnits } from './register-units.tsx';

const NEW = {
  tree: { name: 'units.register', Dialog: RegisterUnits },
  successions: { name: 'succession.new', Dialog: PlanSuccession },
} as const;

/** What is new is entered here, by whoever keeps the registry. */
export const UnitTools = ({ shown }: Readonly<{ shown: keyof typeof NEW }>): JSX.Element | null => {
  const [isOpen, setOpen] = useState(false);
  const mayAct = useMayRegister();
  const { name, Dialog } = NEW[shown];
  useKeys({ c: mayAct ? () => setOpen(true) : undefined });
  if (!mayAct) return null;
  return (
    <>
      <button className="btn" type="button" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        <Say id={name} />
        <kbd>C</kbd>
      </button>
      {isOpen ? <Dialog onClose={() => setOpen(false)} /> : null}
    </>
  );
};
