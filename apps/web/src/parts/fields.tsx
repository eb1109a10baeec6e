import { useId, type JSX, type ReactNode } from 'react';

import { Say, useSay } from './say.tsx';

type LabelledProps = Readonly<{ label: string; children(id: string): ReactNode }>;

/** What is filled in, under its label, which is named as in the catalogue. */
export const Labelled = ({ label, children }: LabelledProps): JSX.Element => {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        <Say id={label} />
      </label>
      {children(id)}
    </div>
  );
};

type FieldProps = Readonly<{ name: string; label: string; required?: boolean }>;
type TextProps = FieldProps &
  Readonly<{
    type?: 'text' | 'date' | 'password' | 'number';
    autoComplete?: string;
    inputMode?: 'numeric';
    pattern?: string;
    minLength?: number;
    defaultValue?: string;
    min?: string;
  }>;

/** One line. */
export const TextField = ({ label, ...input }: TextProps): JSX.Element => (
  <Labelled label={label}>{(id) => <input id={id} className="field" {...input} />}</Labelled>
);

export const WordsField = ({ label, ...area }: FieldProps & Readonly<{ defaultValue?: string }>): JSX.Element => (
  <Labelled label={label}>{(id) => <textarea id={id} className="field" {...area} />}</Labelled>
);

/** Said where it is ticked, and else left out. */
export const FlagField = ({ name, label }: FieldProps): JSX.Element => (
  <label className="lab">
    <input type="checkbox" name={name} value="true" /> <Say id={label} />
  </label>
);

export type Choice = Readonly<{ value: string; text: string }>;
type ChosenProps = FieldProps & Readonly<{ defaultValue?: string; onChosen?(value: string): void }>;

/** One of these, or none where it may be left out. */
export const PickField = ({
  label,
  choices,
  onChosen,
  required = false,
  ...select
}: ChosenProps & Readonly<{ choices: readonly Choice[] }>): JSX.Element => (
  <Labelled label={label}>
    {(id) => (
      <select
        id={id}
        className="field"
        required={required}
        onChange={({ target }) => onChosen?.(target.value)}
        {...select}
      >
        {required ? null : <option value="">–</option>}
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);

type ChoiceProps = ChosenProps & Readonly<{ values: readonly string[]; word: string }>;

/** One of few: `word` and the value name the entry of the catalogue. */
export const ChoiceField = ({ values, word, required = true, ...field }: ChoiceProps): JSX.Element => {
  const say = useSay();
  const choices = values.map((value) => ({ value, text: say(`${word}.${value}`) }));
  return <PickField choices={choices} required={required} {...field} />;
};
