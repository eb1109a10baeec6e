import { useId, type JSX } from 'react';

import { useApi } from '../api/api.ts';
import { useList } from '../api/pages.ts';
import { Say } from './say.tsx';

type ReferenceFieldProps = Readonly<{ kind: 'policy' | 'calendar'; name: string }>;

/** A policy or a calendar that is registered. */
export const ReferenceField = ({ kind, name }: ReferenceFieldProps): JSX.Element => {
  const id = useId();
  const api = useApi();
  const { items } = useList(['references', kind], (query) => api.get('/references', { query: { ...query, kind } }));
  return (
    <div>
      <label className="lab" htmlFor={id}>
        <Say id={`reference.${kind}`} />
      </label>
      <select id={id} name={name} className="field" required>
        {[...new Set(items.map(({ referenceId }) => referenceId))].map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  );
};
