import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useStream } from '../../api/streams.ts';
import { useProof, type Conservation } from '../../api/successions.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Mark } from '../../icons.tsx';
import { Modal } from '../../parts/modal.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { afterOf, balancesOf, beforeOf, listedIn, verdictOf, type Balance, type Listed } from './balance.ts';

/** That what was held at the cut or came late has moved or was closed meanwhile: recomputed from the log each time it is asked for. */
export const Proof = ({ id, onClose }: Readonly<{ id: string; onClose(): void }>): JSX.Element => {
  const say = useSay();
  const { data, error } = useProof(id);
  return (
    <Modal title={say('succession.proof')} onClose={onClose}>
      {data ? <Proved proof={data} /> : <Waiting error={error} />}
    </Modal>
  );
};

type ProofProps = Readonly<{ proof: Conservation }>;

const Proved = ({ proof }: ProofProps): JSX.Element => {
  const { items: lines, isWhole, error } = useStream(`succession-${proof.succession}`);
  const save = () =>
    saveFile(`proof-${proof.succession}.json`, 'application/json', `${JSON.stringify(proof, null, 2)}\n`);
  if (!isWhole) return <Waiting error={error} />;
  const listed = listedIn(lines);
  return (
    <>
      <Kept proof={proof} listed={listed} />
      <Cut proof={proof} />
      <button className="btn" type="button" onClick={save}>
        <Say id="audit.save" />
      </button>
      <Things proof={proof} />
    </>
  );
};

const LOOKS = {
  kept: { style: 't-done', mark: 'doneInTime' },
  open: { style: 't-intime', mark: 'inTime' },
  partly: { style: 'mid', mark: 'none' },
  differs: { style: 't-overdue', mark: 'overdue' },
} as const;

/** Before and after, kind by kind, each as it adds up. Before is what was listed then, and after what is found now. */
const Kept = ({ proof, listed }: ProofProps & Readonly<{ listed: Listed | undefined }>): JSX.Element => {
  const verdict = verdictOf(proof, listed);
  const isPart = verdict === 'partly';
  const { style, mark } = LOOKS[verdict];
  return (
    <section className="kept">
      <p className={style} role="status">
        <Mark name={mark} /> <Say id={`succession.verdict.${verdict}`} open={proof.tally.open} />
      </p>
      <Table heads={['succession.holding', 'succession.before', 'succession.after']}>
        {balancesOf(proof.items, isPart ? undefined : listed).map((balance) => (
          <Line key={balance.kind} balance={balance} />
        ))}
      </Table>
    </section>
  );
};

const Line = ({ balance }: Readonly<{ balance: Balance }>): JSX.Element => {
  const say = useSay();
  const { kind, holdings, listed = holdings, late, moved, closed, open } = balance;
  return (
    <tr className={kind === 'all' ? 'sum' : undefined}>
      <th scope="row">
        <Say id={`succession.of.${kind}`} />
      </th>
      <td data-head={say('succession.before')}>
        <b>{beforeOf(balance)}</b>
        <div className="small mid">
          <Say id="succession.beforeHow" holdings={listed} late={late} />
        </div>
      </td>
      <td data-head={say('succession.after')}>
        <b>{afterOf(balance)}</b>
        <div className="small mid">
          <Say id="succession.afterHow" moved={moved} closed={closed} open={open} />
        </div>
      </td>
    </tr>
  );
};

/** By which event it was cut, and that the list of then is the one that was recorded. */
const Cut = ({ proof: { cut, manifestHash, manifestAgrees } }: ProofProps): JSX.Element => (
  <dl className="facts">
    <div>
      <dt>
        <Say id="succession.cut" />
      </dt>
      <dd>{cut === null ? '–' : <CutAt cut={cut} />}</dd>
    </div>
    <div>
      <dt>
        <Say id="succession.manifest" />
      </dt>
      <dd>
        <span className="mono small hash">{manifestHash ?? '–'}</span>
        {manifestAgrees === null ? null : (
          <div className={manifestAgrees ? 'small t-done' : 'small t-overdue'}>
            <Say id={manifestAgrees ? 'succession.manifestAgrees' : 'succession.manifestDiffers'} />
          </div>
        )}
      </dd>
    </div>
  </dl>
);

/** It is told by its place in the log: when it was, the event says. */
const CutAt = ({ cut }: Readonly<{ cut: string }>): JSX.Element => {
  const [stream = '', revision = ''] = cut.split('@');
  const { items: lines } = useStream(stream);
  const { language } = useConsole().preferences;
  const line = lines.find((each) => each.revision === Number(revision));
  return (
    <>
      {line ? `${moment(language, line.occurredAt ?? line.at ?? '')} · ` : null}
      <Link className="link mono small" to="/audit" search={{ of: stream, event: Number(revision) + 1 }}>
        {cut}
      </Link>
    </>
  );
};

/** Each thing that was held, by whom, and the way to its own history. */
const Things = ({ proof: { items } }: ProofProps): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <div className="wide-table" tabIndex={0}>
      <Table className="things" heads={['succession.holding', 'succession.arrival', 'succession.outcome']}>
        {items.map(({ holding, held, arrival, outcome }) => (
          <tr key={holding}>
            <td>
              <Link className="link mono" to="/audit" search={{ of: holding }}>
                {holding}
              </Link>
              <div className="small mid">{[...new Set(Object.values(held).flat())].map(nameOf).join(', ')}</div>
            </td>
            <td>
              <Say id={`succession.${arrival}`} />
            </td>
            <td>
              <Say id={`succession.${outcome}`} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
};
