import './forms.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useFormReports, type FormReport } from '../../api/forms.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { Totals } from './totals.tsx';

/** What units have filled into forms: for each form and day, the totals and what makes them up. */
export const Forms = (): JSX.Element => {
  const { form, on } = useSearch({ from: '/forms' });
  const { items: reports, isPending, error } = useFormReports();
  const [newest] = reports;
  const shown = form !== undefined && on !== undefined ? { form, on } : newest;
  return (
    <div className="pad">
      <h1>
        <Say id="frame.forms" />
      </h1>
      {shown ? (
        <>
          <Which reports={reports} shown={shown} />
          <Totals key={`${shown.form}/${shown.on}`} form={shown.form} on={shown.on} />
        </>
      ) : (
        <Nothing isPending={isPending} error={error} empty="forms.none" />
      )}
    </div>
  );
};

type Key = Pick<FormReport, 'form' | 'on'>;
type WhichProps = Readonly<{ reports: readonly FormReport[]; shown: Key }>;

/** Each form and day of which somebody has said something, the latest day first. */
const Which = ({ reports, shown }: WhichProps): JSX.Element => {
  const say = useSay();
  const all = [...Map.groupBy(reports, keyOf).values()].map((group) => ({ ...group[0]!, filled: group.length }));
  return (
    <nav className="which" aria-label={say('frame.forms')}>
      {all.map(({ form, on, filled }) => (
        <Link
          key={keyOf({ form, on })}
          to="/forms"
          search={(before) => ({ ...before, form, on })}
          aria-current={keyOf({ form, on }) === keyOf(shown) ? 'true' : undefined}
        >
          {form} <span className="dim">{on}</span> <span className="dim">{filled}</span>
        </Link>
      ))}
    </nav>
  );
};

const keyOf = ({ form, on }: Key): string => `${form}/${on}`;
