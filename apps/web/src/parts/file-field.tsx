import { useId, type JSX } from 'react';

import { Say } from './say.tsx';

type FileFieldProps = Readonly<{
  label: string;
  text: string;
  onTaken(text: string): void;
  required?: boolean;
  rows?: number;
}>;

/** The text of a file: dropped, chosen or pasted. */
export const FileField = ({ label, text, onTaken, required = false, rows = 6 }: FileFieldProps): JSX.Element => {
  const id = useId();
  const take = (file: File | undefined) => void file?.text().then(onTaken);
  return (
    <div
      className="file"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files[0]);
      }}
    >
      <div className="line">
        <label className="lab" htmlFor={id}>
          <Say id={label} />
        </label>
        <span className="sp" />
        <label className="btn small">
          <Say id="file.choose" />
          <input
            className="sr"
            type="file"
            accept=".yaml,.yml,.json"
            onChange={({ target }) => take(target.files?.[0])}
          />
        </label>
      </div>
      <textarea
        id={id}
        className="field mono"
        rows={rows}
        required={required}
        spellCheck={false}
        value={text}
        onChange={({ target }) => onTaken(target.value)}
      />
    </div>
  );
};
