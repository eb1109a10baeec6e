import './forms.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useForm, useFormReports, type FormReport } from '../../api/forms.ts';
import { useConsole } from '../../console.tsx';
import { beginOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
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
  return (
    <nav className="which" aria-label={say('frame.forms')}>
      {[...Map.groupBy(reports, keyOf)].map(([key, group]) => (
        <Choice key={key} reports={group} isShown={key === keyOf(shown)} />
      ))}
    </nav>
  );
};

type ChoiceProps = Readonly<{ reports: readonly FormReport[]; isShown: boolean }>;

const Choice = ({ reports, isShown }: ChoiceProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const { form, on } = reports[0]!;
  const units = new Set(reports.map(({ unit }) => unit)).size;
  return (
    <Link to="/forms" search={(before) => ({ ...before, form, on })} aria-current={isShown ? 'true' : undefined}>
      <b>{useForm(form, on)?.name ?? form}</b> {longDay(language, new Date(beginOf(on)))}{' '}
      <span className="dim">
        <Say id="forms.filled" units={units} reports={reports.length} />
      </span>
    </Link>
  );
};

const keyOf = ({ form, on }: Key): string => `${form}/${on}`;
