import type { Shape } from '@edict/client';
import type { JSX } from 'react';

/** What is wrong with a file, and where. */
export const FileFlaws = ({ flaws }: Readonly<{ flaws: Shape<'Report'>['errors'] }>): JSX.Element | null =>
  flaws.length === 0 ? null : (
    <ul className="refused">
      {flaws.map(({ pointer, message, line }) => (
        <li key={`${pointer}/${message}`}>
          {line === undefined ? '' : `${line}: `}
          {message} <span className="mono">{pointer}</span>
        </li>
      ))}
    </ul>
  );
