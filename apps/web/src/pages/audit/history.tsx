import { useNavigate, useSearch } from '@tanstack/react-router';
import type { JSX } from 'react';

import type { EventLine } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { useKeys } from '../../frame/keys.ts';
import { stamp } from '../../i18n/times.ts';
import { EventTable, type Flaws } from '../../parts/event-table.tsx';
import { EventWords } from '../../parts/event-words.tsx';
import { useMoment } from '../../parts/moment.ts';
import { nameAt, saveFile } from '../../parts/save-file.ts';
import { Say } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Views } from '../../parts/views.tsx';
import { alike } from './alike.ts';

const VIEWS = ['timeline', 'grouped', 'raw'] as const;

type HistoryProps = Readonly<{ of: string; lines: readonly EventLine[]; isWhole: boolean; flaws: Flaws }>;

/** In the order in which it was recorded, by what happened, or as it is stored; what is saved ends with the moment that is shown. */
export const History = ({ of, lines, isWhole, flaws }: HistoryProps): JSX.Element => {
  const at = useMoment();
  const { show } = useSearch({ from: '/audit' });
  const navigate = useNavigate();
  const shown = VIEWS.find((each) => each === show) ?? 'timeline';
  const save = () => {
    const known = lines.filter((line) => at === null || (line.at ?? '') <= at);
    saveFile(`${nameAt(of, at)}.jsonl`, 'application/jsonl', known.map((line) => `${JSON.stringify(line)}\n`).join(''));
  };
  useKeys({ x: isWhole ? save : undefined });
  return (
    <section className="card history">
      <header>
        <h2>
          <Say id="directiveView.history" />
        </h2>
        <span className="dim small only-l stream">
          <span className="mono">{lines[0]?.stream}</span> · <Say id="audit.events" events={lines.length} />
        </span>
        <Views
          label="directiveView.history"
          names={VIEWS}
          shown={shown}
          words="historyView"
          onShow={(name) => void navigate({ to: '/audit', search: (before) => ({ ...before, show: name }) })}
        />
        <button className="btn" type="button" disabled={!isWhole} onClick={save}>
          <Say id="audit.save" />
          <kbd>X</kbd>
        </button>
      </header>
      <Shown shown={shown} lines={lines} flaws={flaws} />
    </section>
  );
};

type ShownProps = Readonly<{ shown: (typeof VIEWS)[number]; lines: readonly EventLine[]; flaws: Flaws }>;

const Shown = ({ shown, lines, flaws }: ShownProps): JSX.Element => {
  if (shown === 'grouped') return <Grouped lines={lines} />;
  if (shown === 'raw') return <Raw lines={lines} />;
  return <EventTable lines={lines} flaws={flaws} />;
};

/** What came again stands once, with how often, and when first and last. */
const Grouped = ({ lines }: Readonly<{ lines: readonly EventLine[] }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const time = (instant: string) => stamp(language, instant);
  return (
    <div className="wide-table">
      <Table className="ev" heads={['audit.what', 'audit.times', 'audit.first', 'audit.last']}>
        {alike(lines).map(({ type, first, last, times }) => (
          <tr key={type}>
            <td>
              <EventWords line={{ type, data: {} }} />
            </td>
            <td className="num">{times}</td>
            <td className="nw">{time(first)}</td>
            <td className="nw">{times === 1 ? '–' : time(last)}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
};

const Raw = ({ lines }: Readonly<{ lines: readonly EventLine[] }>): JSX.Element => (
  <pre className="receipt all" tabIndex={0}>
    {lines.map((line) => `${JSON.stringify(line, null, 2)}\n`)}
  </pre>
);
