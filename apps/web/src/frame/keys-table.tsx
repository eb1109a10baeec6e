import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { Say } from '../parts/say.tsx';
import { usePlaces } from './places.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['J K', 'keys.move'],
  ['Enter', 'keys.open'],
  ['A', 'act.acknowledge'],
  ['P', 'act.report'],
  ['D', 'act.submit'],
  ['E', 'act.requestExtension'],
  ['T', 'act.delegate'],
  ['Q', 'act.askContribution'],
  ['C', 'act.contribute'],
  ['X', 'act.refuse'],
  ['U', 'act.uphold'],
  ['R', 'act.demandReport'],
  ['Y', 'act.grantExtension'],
  ['N', 'act.reassign'],
  ['S', 'act.suspend'],
  ['Z', 'act.cancelTask'],
  ['H', 'directives.rehearse'],
  ['M', 'matters.bring'],
  ['O', 'forms.fill'],
  ['I', 'act.overrideDeadline'],
  ['B', 'act.start'],
  ['W', 'act.correct'],
  ['L', 'act.lapse'],
  ['F', 'act.decide'],
  ['F', 'inspection.record'],
  ['V', 'seal.verify'],
  [',', 'audit.back'],
  ['.', 'audit.forth'],
  ['/', 'inbox.filter'],
  ['Esc', 'time.return'],
  ['Ctrl K', 'frame.find'],
];

export const KeysTable = (): JSX.Element => {
  const { preferences, prefer } = useConsole();
  const { all } = usePlaces();
  const going = all.map(({ key, name }) => [`G ${key.toUpperCase()}`, name] as const);
  return (
    <>
      <table>
        <tbody>
          {[...KEYS, ...going].map(([key, name]) => (
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
