import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useAllMatters, type Matter } from '../../api/matters.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { day, dayEndingAt } from '../../i18n/times.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { folded } from '../../parts/folded.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { plainText, Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { MarkTags } from '../standing-unit/marks.tsx';
import { useNow } from '../../parts/now.ts';

/** Every matter that one may see, wherever it lies: what was brought, by whom, and what came of it. */
export const Matters = (): JSX.Element => {
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/matters' });
  const { items, isPending, error } = useAllMatters();
  const put = (text: string) =>
    void navigate({ to: '/matters', search: (before) => ({ ...before, q: text }), replace: true });
  return (
    <div className="pad">
      <h1>
        <Say id="frame.matters" /> <span className="dim">{items.length}</span>
      </h1>
      <FilterField text={q} onText={put} />
      {items.length === 0 ? (
        <Nothing isPending={isPending} error={error} empty="matters.none" />
      ) : (
        <Found matters={items} text={q} />
      )}
    </div>
  );
};

const Found = ({ matters, text }: Readonly<{ matters: readonly Matter[]; text: string }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const textOf = ({ subject, unit, from, state, kind }: Matter) => [
    plainText(subject),
    nameOf(unit),
    nameOf(from ?? ''),
    say(`matterState.${state}`),
    say(`matterKind.${kind}`),
  ];
  const found = matters.filter((matter) => folded(textOf(matter).join(' ')).includes(folded(text)));
  return (
    <Table heads={['matters.subject', 'matters.from', 'matters.liesWith', 'directives.state', 'matters.answerBy']}>
      {found.map((matter) => (
        <Row key={matter.id} matter={matter} />
      ))}
    </Table>
  );
};

const Row = ({ matter }: Readonly<{ matter: Matter }>): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const now = useNow();
  const { id, subject, kind, from, unit, state, answerBy } = matter;
  return (
    <tr>
      <td>
        <Link className="link" to="/matters/$id" params={{ id }}>
          <Prose text={subject} />
        </Link>
        <div className="p">
          <Say id={`matterKind.${kind}`} /> <MarkTags matter={matter} />
        </div>
      </td>
      <td data-head={say('matters.from')}>{from === null ? '–' : nameOf(from)}</td>
      <td data-head={say('matters.liesWith')}>{nameOf(unit)}</td>
      <td>
        <Say id={`matterState.${state}`} />
      </td>
      <td data-head={say('matters.answerBy')}>{answerBy === null ? '–' : day(language, dayEndingAt(answerBy), now)}</td>
    </tr>
  );
};
