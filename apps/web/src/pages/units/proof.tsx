import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';

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
import { agrees, balancesOf, isKept, type Balance } from './balance.ts';

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
  const save = () =>
    saveFile(`proof-${proof.succession}.json`, 'application/json', `${JSON.stringify(proof, null, 2)}\n`);
  return (
    <>
      <p>
        <Say id={proof.balanced ? 'succession.isBalanced' : 'succession.isOpen'} />
      </p>
      <Kept proof={proof} />
      <Cut proof={proof} />
      <button className="btn" type="button" onClick={save}>
        <Say id="audit.save" />
      </button>
      <Things proof={proof} />
    </>
  );
};

/** Before and after, kind by kind, each as it adds up. */
const Kept = ({ proof }: ProofProps): JSX.Element => {
  const balances = balancesOf(proof.items);
  const isWell = balances.every(isKept) && agrees(proof);
  return (
    <section className="kept">
      <p className={isWell ? 't-done' : 't-overdue'} role="status">
        <Mark name={isWell ? 'doneInTime' : 'overdue'} /> <Say id={isWell ? 'succession.kept' : 'succession.differs'} />
      </p>
      <Table heads={['succession.holding', 'succession.before', 'succession.after']}>
        {balances.map((balance) => (
          <Line key={balance.kind} balance={balance} />
        ))}
      </Table>
    </section>
  );
};

const Line = ({ balance: { kind, ...of } }: Readonly<{ balance: Balance }>): JSX.Element => {
  const say = useSay();
  const { holdings, late, moved, closed, open } = of;
  return (
    <tr className={kind === 'all' ? 'sum' : undefined}>
      <th scope="row">
        <Say id={`succession.of.${kind}`} />
      </th>
      <td data-head={say('succession.before')}>
        <b>{holdings + late}</b>
        <div className="small mid">
          <Say id="succession.beforeHow" holdings={holdings} late={late} />
        </div>
      </td>
      <td data-head={say('succession.after')}>
        <b>{moved + closed + open}</b>
        <div className="small mid">
          <Say id="succession.afterHow" moved={moved} closed={closed} open={open} />
        </div>
      </td>
    </tr>
  );
};

/** When it was cut, and that the list of then is the one that was recorded. */
const Cut = ({ proof: { cut, manifestHash, manifestAgrees } }: ProofProps): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <dl className="facts">
      <div>
        <dt>
          <Say id="succession.cut" />
        </dt>
        <dd>{cut === null ? '–' : moment(language, cut)}</dd>
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
