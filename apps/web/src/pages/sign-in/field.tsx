import type { JSX } from 'react';

import { Say } from '../../parts/say.tsx';

type FieldProps = Readonly<{
  name: string;
  /** As it is named in the catalogue. */
  label?: string;
  type?: 'password' | 'text';
  autoComplete: string;
  inputMode?: 'numeric';
  required?: boolean;
}>;

/** One line of a form by which somebody signs in; password managers find it. */
export const Field = ({ name, label = `session.${name}`, ...input }: FieldProps): JSX.Element => (
  <>
    <label className="lab" htmlFor={`session-${name}`}>
      <Say id={label} />
    </label>
    <input id={`session-${name}`} className="field" name={name} {...input} />
  </>
);
