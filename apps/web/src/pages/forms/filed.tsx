import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import { useFormHistory, type FormLine, type FormReport } from '../../api/forms.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { EventTable } from '../../parts/event-table.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Say } from '../../parts/say.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { ByEvent, placeIn, proofOf } from '../../reasons/by-event.tsx';
import { lastOf } from '../../reasons/made-by.ts';
import { Reason } from '../../reasons/reason.tsx';

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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <Link className="link" to="/tasks/$id" params={{ id: report.task }}>
            {nameOf(report.unit)}
          </Link>
        </td>
        {lines.map((line) => (
          <Cell key={line.key} report={report} line={line} />
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

const Cell = ({ report, line: { key, name } }: Readonly<{ report: FormReport; line: Line }>): JSX.Element => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const value = report.values[key];
  const told = value === undefined ? '–' : new Intl.NumberFormat(language).format(value);
  return (
    <td className="num" data-head={name}>
      {value === undefined ? (
        told
      ) : (
        <Explained
          label={`${nameOf(report.unit)}, ${name}: ${told}`}
          why={() => <ValueReason report={report} value={told} />}
        >
          {told}
        </Explained>
      )}
    </td>
  );
};

/** What was filled in at first, and each correction with its reason. */
const Course = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items, isPending, error } = useFormHistory(id);
  return isPending || error ? <Waiting error={error} /> : <EventTable lines={items} />;
};

/** With which report or correction it came to be what it is. */
const ValueReason = ({ report, value }: Readonly<{ report: FormReport; value: string }>): JSX.Element => {
  const { items } = useFormHistory(report.id);
  const by = lastOf(items, ['FormReportFiled', 'FormReportCorrected']);
  return (
    <Reason
      title={value}
      parts={<Say id="reason.form.corrections" times={report.corrections} />}
      rule={<Say id="reason.form.value" />}
      events={by && <ByEvent line={by} />}
      position={placeIn(items)}
      prove={proofOf(`formReport-${report.id}`)}
    />
  );
};
