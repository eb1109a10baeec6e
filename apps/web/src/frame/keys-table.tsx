import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { Say } from '../parts/say.tsx';
import { KEYS } from './all-keys.ts';
import { usePlaces } from './places.ts';

export const KeysTable = (): JSX.Element => {
  const { preferences, prefer } = useConsole();
  const { all } = usePlaces();
  const going = all.map(({ key, name }) => [`G ${key.toUpperCase()}`, name] as const);
  return (
    <>
      <table>
        {[...KEYS, { of: 'keys.going', keys: going }].map(({ of, keys }) => (
          <tbody key={of}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                <Say id={of} />
              </th>
            </tr>
            {keys.map(([key, name]) => (
              <tr key={`${key}/${name}`}>
                <td>
                  <kbd>{key}</kbd>
                </td>
                <td>
                  <Say id={name} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <label className="lab">
        <input
          type="checkbox"
          checked={preferences.singleKeys}
          onChange={({ target }) => prefer({ singleKeys: target.checked })}
        />{' '}
        <Say id="keys.single" />
      </label>
    </>
  );
};
