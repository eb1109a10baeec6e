import { useId, useState, type JSX } from 'react';

import { useUnitNames } from '../../api/units.tsx';
import { Icon } from '../../icons.tsx';
import { Labelled } from '../../parts/fields.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { UnitOptions } from './who-gets.tsx';

type UnitsFieldProps = Readonly<{
  name: string;
  label: string;
  chosen: readonly string[];
  onChosen(units: readonly string[]): void;
}>;

/** Several units, one after the other; what still stands in the field counts as well. */
export const UnitsField = ({ name, label, chosen, onChosen }: UnitsFieldProps): JSX.Element => {
  const list = useId();
  const [text, setText] = useState('');
  const add = () => {
    if (text !== '' && !chosen.includes(text)) onChosen([...chosen, text]);
    setText('');
  };
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <Chosen chosen={chosen} onChosen={onChosen} />
          <div className="adding">
            <input
              id={id}
              name={name}
              className="field"
              list={list}
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              value={text}
              onChange={({ target }) => setText(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || text === '') return;
                event.preventDefault();
                add();
              }}
            />
            <button className="btn" type="button" onClick={add}>
              <Icon name="plus" />
              <Say id="units.add" />
            </button>
          </div>
          <UnitOptions id={list} />
        </>
      )}
    </Labelled>
  );
};

const Chosen = ({ chosen, onChosen }: Pick<UnitsFieldProps, 'chosen' | 'onChosen'>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  return (
    <>
      {chosen.map((unit) => (
        <div key={unit} className="chosen">
          <span>{nameOf(unit)}</span>
          <button
            className="iconbtn"
            type="button"
            aria-label={say('units.leaveOut', { unit: nameOf(unit) })}
            onClick={() => onChosen(chosen.filter((each) => each !== unit))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </>
  );
};
