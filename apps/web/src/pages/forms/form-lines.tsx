import { useId, type JSX } from 'react';

import type { Form, FormLine, FormReport } from '../../api/forms.ts';

type FormLinesProps = Readonly<{
  form: Form;
  earlier: FormReport | undefined;
  flaws: ReadonlyMap<string, string>;
}>;

/** A field for each line of a form, in its order; a total says of what it is the sum, and a line that was refused says why. */
export const FormLines = ({ form, earlier, flaws }: FormLinesProps): JSX.Element => {
  const names = new Map(form.lines.map(({ key, name }) => [key, name]));
  const written = new Map(earlier?.written.map(({ key, value }) => [key, String(value)]));
  return (
    <fieldset className="form-lines">
      <legend>{form.name}</legend>
      {form.lines.map((line) => (
        <Line
          key={line.key}
          line={line}
          parts={line.parts.map((key) => names.get(key) ?? key)}
          value={written.get(line.key) ?? ''}
          flaw={flaws.get(line.key)}
        />
      ))}
    </fieldset>
  );
};

type LineProps = Readonly<{ line: FormLine; parts: readonly string[]; value: string; flaw: string | undefined }>;

const Line = ({ line, parts, value, flaw }: LineProps): JSX.Element => {
  const id = useId();
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {line.name} {parts.length === 0 ? null : <span className="dim">= {parts.join(' + ')}</span>}
      </label>
      <input
        id={id}
        className="field num"
        name={`line.${line.key}`}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value}
        required
        aria-invalid={flaw === undefined ? undefined : true}
        aria-describedby={flaw === undefined ? undefined : `${id}-flaw`}
      />
      {flaw === undefined ? null : (
        <p id={`${id}-flaw`} className="refused small">
          {flaw}
        </p>
      )}
    </div>
  );
};
