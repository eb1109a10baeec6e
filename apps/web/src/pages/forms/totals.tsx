import type { JSX } from 'react';

import {
  useForm,
  useFormFile,
  useFormReports,
  useFormTotals,
  type Form,
  type FormFigures,
  type FormReport,
} from '../../api/forms.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { written } from '../../i18n/times.ts';
import { Explained } from '../../parts/explained.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { Reason } from '../../reasons/reason.tsx';
import { sumOf } from '../../reasons/sums.ts';
import { Filed } from './filed.tsx';

type Of = Readonly<{ form: string; on: string }>;

/** The figures of one form for one day: added up line by line, and as each unit filled them in. */
export const Totals = ({ form, on }: Of): JSX.Element => {
  const { data: figures, error } = useFormTotals(form, on);
  const { items: reports, isWhole } = useFormReports({ form, on });
  const published = useForm(form, on);
  const { language } = useConsole().preferences;
  if (!figures) return <Waiting error={error} />;
  return (
    <div className="stack">
      <section className="card">
        <header>
          <h2>{published?.name ?? form}</h2>
          <span className="dim small">{written(language, on)}</span>
          <span className="sp" />
          <Files form={form} on={on} />
        </header>
        <div className="body">
          <p className="mid">
            <Explained
              why={() => (
                <Reason
                  title={<Say id="forms.filled" units={figures.units.length} reports={figures.filled} />}
                  rule={<Say id="reason.form.filled" />}
                />
              )}
            >
              <Say id="forms.filled" units={figures.units.length} reports={figures.filled} />
            </Explained>
          </p>
          <Sums figures={figures} published={published} reports={isWhole ? reports : null} />
        </div>
      </section>
      <Filed reports={reports} lines={published?.lines ?? figures.lines} />
    </div>
  );
};

const FILES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

const Files = ({ form, on }: Of): JSX.Element => {
  const file = useFormFile(form, on);
  const save = async (format: keyof typeof FILES) =>
    saveFile(`${form}-${on}.${format}`, FILES[format], new Uint8Array(await file(format)));
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <button key={format} className="btn small" type="button" onClick={() => void save(format)}>
          {format.toUpperCase()}
        </button>
      ))}
    </>
  );
};

/** `reports`: all of them. `null`: they are still coming. */
type SumsProps = Readonly<{
  figures: FormFigures;
  published: Form | undefined;
  reports: readonly FormReport[] | null;
}>;

/** Figures of units that have filled nothing in are missing, and not nought. */
const Sums = ({ figures, published, reports }: SumsProps): JSX.Element => {
  const nameOf = (key: string) =>
    [...(published?.lines ?? []), ...figures.lines].find((each) => each.key === key)?.name;
  return (
    <Table heads={['forms.line', 'forms.total']} className="sums">
      {figures.lines.map(({ key, parts, total }) => (
        <tr key={key}>
          <td>
            {nameOf(key)} {parts.length === 0 ? null : <span className="p">= {parts.map(nameOf).join(' + ')}</span>}
          </td>
          <td className="num">
            <Total line={{ key, name: nameOf(key) ?? key }} total={total} reports={reports} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

type TotalProps = Readonly<{
  line: Readonly<{ key: string; name: string }>;
  total: number;
  reports: readonly FormReport[] | null;
}>;

const Total = ({ line, total, reports }: TotalProps): JSX.Element => {
  const { language } = useConsole().preferences;
  const told = new Intl.NumberFormat(language).format(total);
  return (
    <Explained
      label={`${line.name}: ${told}`}
      why={() => (reports === null ? <Waiting /> : <TotalReason line={line} reports={reports} />)}
    >
      {told}
    </Explained>
  );
};

/** More of them stand in the table of what each filled in. */
const SHOWN = 20;

/** What each unit filled in, and that together. */
const TotalReason = ({
  line: { key },
  reports,
}: Readonly<{ line: TotalProps['line']; reports: readonly FormReport[] }>) => {
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  const number = new Intl.NumberFormat(language);
  const write = (figure: number): string => number.format(figure);
  const filled = reports.flatMap(({ id, unit, values }) =>
    values[key] === undefined ? [] : [{ id, unit, value: values[key] }],
  );
  return (
    <Reason
      title={sumOf(
        filled.map(({ value }) => value),
        write,
      )}
      parts={
        <>
          {filled.slice(0, SHOWN).map(({ id, unit, value }) => (
            <div key={id}>
              {write(value)} {nameOf(unit)}
            </div>
          ))}
          {filled.length > SHOWN ? <Say id="reason.holds.more" more={filled.length - SHOWN} /> : null}
        </>
      }
      rule={<Say id="reason.form.total" />}
    />
  );
};
