import type { JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useList } from '../../api/pages.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';

/** Every edition of every policy and calendar, with the days on which it is valid. */
export const Rules = (): JSX.Element => {
  const api = useApi();
  const { language } = useConsole().preferences;
  const { items, isPending, error } = useList(['references'], (query) => api.get('/references', { query }));
  if (isPending || error) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.rules" />
      </h1>
      <Table heads={['rules.name', 'rules.edition', 'rules.valid', 'rules.published']}>
        {items.map((edition) => (
          <tr key={edition.editionId}>
            <td>
              <Say id={`reference.${edition.kind}`} /> <span className="mono">{edition.referenceId}</span>
            </td>
            <td className="num">{edition.edition}</td>
            <td>
              {edition.validFrom} – {edition.validUntil ?? '…'}
            </td>
            <td>{moment(language, edition.publishedAt)}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
};
