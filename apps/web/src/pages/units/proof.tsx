import type { JSX } from 'react';

import { useProof, type Conservation } from '../../api/successions.ts';
import { useConsole } from '../../console.tsx';
import { moment } from '../../i18n/times.ts';
import { Modal } from '../../parts/modal.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Waiting } from '../../parts/waiting.tsx';

const FIGURES = ['holdings', 'late', 'moved', 'closedMeanwhile', 'open'] as const;

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

const Proved = ({ proof }: Readonly<{ proof: Conservation }>): JSX.Element => {
  const save = () =>
    saveFile(`proof-${proof.succession}.json`, 'application/json', `${JSON.stringify(proof, null, 2)}\n`);
  return (
    <>
      <p>
        <Say id={proof.balanced ? 'succession.isBalanced' : 'succession.isOpen'} />
      </p>
      <Tally proof={proof} />
      <p className="mono small">{proof.manifestHash ?? '–'}</p>
      <button className="btn" type="button" onClick={save}>
        <Say id="audit.save" />
      </button>
      <div className="wide-table" tabIndex={0}>
        <Table heads={['succession.holding', 'succession.arrival', 'succession.outcome']}>
          {proof.items.map(({ holding, arrival, outcome }) => (
            <tr key={holding}>
              <td className="mono">{holding}</td>
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
    </>
  );
};

const Tally = ({ proof: { tally, cut } }: Readonly<{ proof: Conservation }>): JSX.Element => {
  const { language } = useConsole().preferences;
  return (
    <dl className="facts">
      {FIGURES.map((figure) => (
        <div key={figure}>
          <dt>
            <Say id={`succession.${figure}`} />
          </dt>
          <dd className="num">{tally[figure]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <Say id="succession.cut" />
        </dt>
        <dd>{cut === null ? '–' : moment(language, cut)}</dd>
      </div>
    </dl>
  );
};
