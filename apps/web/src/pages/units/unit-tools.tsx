import { useState, type JSX } from 'react';

import { useKeys } from '../../frame/keys.ts';
import { Icon } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';
import { useMayRegister } from './may-register.ts';
import { PlanSuccession } from './plan-succession.tsx';

/** What is new is entered here, by whoever keeps the registry. */
export const UnitTools = (): JSX.Element | null => {
  const [isPlanning, setPlanning] = useState(false);
  const mayAct = useMayRegister();
  useKeys({ c: mayAct ? () => setPlanning(true) : undefined });
  if (!mayAct) return null;
  return (
    <>
      <button className="btn" type="button" onClick={() => setPlanning(true)}>
        <Icon name="plus" />
        <Say id="succession.new" />
        <kbd>C</kbd>
      </button>
      {isPlanning ? <PlanSuccession onClose={() => setPlanning(false)} /> : null}
    </>
  );
};
