import './rules.css';
import { useState, type JSX } from 'react';

import { useContent, useEditions, type Edition } from '../../api/references.ts';
import { useConsole } from '../../console.tsx';
import { moment, written } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { Said } from '../../parts/said.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';

/** Every edition of every policy, calendar and form, with the days on which it is valid; what it says opens under it, sources included. */
export const Rules = (): JSX.Element => {
  const { items, isPending, error } = useEditions();
  if (isPending || error) return <Waiting error={error} />;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.rules" />
      </h1>
      <Table heads={['rules.name', 'rules.edition', 'rules.valid', 'rules.published']}>
        {items.map((edition) => (
          <Row key={edition.editionId} edition={edition} />
        ))}
      </Table>
    </div>
  );
};

const Row = ({ edition }: Readonly<{ edition: Edition }>): JSX.Element => {
  const say = useSay();
  const { language } = useConsole().preferences;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <button className="choice" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <span>
              <Icon name={isOpen ? 'down' : 'right'} /> <Say id={`reference.${edition.kind}`} />{' '}
              <span className="mono">{edition.referenceId}</span>
            </span>
          </button>
        </td>
        <td data-head={say('rules.edition')} className="num edition">
          v{edition.edition}
        </td>
        <td>
          {written(language, edition.validFrom)} –{' '}
          {edition.validUntil === null ? '…' : written(language, edition.validUntil)}
        </td>
        <td data-head={say('rules.published')}>{moment(language, edition.publishedAt)}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={4}>
            <Content edition={edition} />
          </td>
        </tr>
      ) : null}
    </>
  );
};

const Content = ({ edition }: Readonly<{ edition: Edition }>): JSX.Element => {
  const { content, isPending, error } = useContent(edition);
  if (isPending || error) return <Waiting error={error} />;
  return <Said value={content} />;
};
