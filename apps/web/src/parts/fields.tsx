import { useId, type JSX } from 'react';

import { Say, useSay } from './say.tsx';

type FieldProps = Readonly<{ name: string; label: string; required?: boolean }>;
type TextProps = FieldProps &
  Readonly<{
    type?: 'text' | 'date' | 'password' | 'number';
    autoComplete?: string;
    inputMode?: 'numeric';
    pattern?: string;
    defaultValue?: string;
    min?: string;
  }>;

/** One line under its label, named as in the catalogue. */
export const TextField = ({ label, ...input }: TextProps): JSX.Element => {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        <Say id={label} />
      </label>
      <input id={id} className="field" {...input} />
    </div>
  );
};

export const WordsField = ({ label, ...area }: FieldProps & Readonly<{ defaultValue?: string }>): JSX.Element => {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        <Say id={label} />
      </label>
      <textarea id={id} className="field" {...area} />
    </div>
  );
};

type ChoiceProps = FieldProps &
  Readonly<{ values: readonly string[]; word: string; defaultValue?: string; onChosen?(value: string): void }>;

/** One of these: `word` and the value name the entry of the catalogue. */
export const ChoiceField = ({ label, values, word, onChosen, ...select }: ChoiceProps): JSX.Element => {
  const id = useId();
  const say = useSay();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        <Say id={label} />
      </label>
      <select id={id} className="field" onChange={({ target }) => onChosen?.(target.value)} {...select}>
        {values.map((value) => (
          <option key={value} value={value}>
            {say(`${word}.${value}`)}
          </option>
        ))}
      </select>
    </div>
  );
};
