import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useFormHistory, type FormLine, type FormReport } from '../../api/forms.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { EventTable } from '../../parts/event-table.tsx';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';

type Line = Pick<FormLine, 'key' | 'name'>;
type FiledProps = Readonly<{ reports: readonly FormReport[]; lines: readonly Line[] }>;

/** A row for each unit and task, a column for each line, as it stands after every correction. */
export const Filed = ({ reports, lines }: FiledProps): JSX.Element => (
  <section className="card">
    <div className="body wide-table" tabIndex={0}>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">
              <Say id="frame.unit" />
            </th>
            {lines.map(({ key, name }) => (
              <th key={key} scope="col" className="num">
                {name}
              </th>
            ))}
            <th scope="col">
              <Say id="forms.filedAt" />
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <Row key={report.id} report={report} lines={lines} />
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

type RowProps = Readonly<{ report: FormReport; lines: readonly Line[] }>;

const Row = ({ report, lines }: RowProps): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const number = new Intl.NumberFormat(language);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <Link className="link" to="/tasks/$id" params={{ id: report.task }}>
            {nameOf(report.unit)}
          </Link>
        </td>
        {lines.map(({ key, name }) => (
          <td key={key} className="num" data-head={name}>
            {report.values[key] === undefined ? '–' : number.format(report.values[key])}
          </td>
        ))}
        <td>
          {moment(language, report.changedAt)}
          <div>
            <button className="link plain" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <Say id="forms.corrected" times={report.corrections} />
            </button>
          </div>
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={lines.length + 2}>
            <Course id={report.id} />
          </td>
        </tr>
      ) : null}
    </>
  );
};

/** What was filled in at first, and each correction with its reason. */
const Course = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items, isPending, error } = useFormHistory(id);
  return isPending || error ? <Waiting error={error} /> : <EventTable lines={items} />;
};
