import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useMatter } from '../../api/matters.ts';
import { useOffice, useTask } from '../../api/tasks.ts';
import { useUnitNames } from '../../api/units.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';

type HoldingProps = Readonly<{ id: string; unit: string }>;

/** What is held, by what it says: a task, a matter, or a standing unit. */
export const HoldingName = ({ stream, unit }: Readonly<{ stream: string; unit: string }>): JSX.Element => {
  const [category = ''] = stream.split('-', 1);
  const id = stream.slice(category.length + 1);
  if (category === 'task') return <TaskName id={id} unit={unit} />;
  if (category === 'matter') return <MatterName id={id} unit={unit} />;
  return <MandateName id={id} unit={unit} />;
};

const TaskName = ({ id, unit }: HoldingProps): JSX.Element => {
  const { data } = useTask(id);
  return (
    <Named unit={unit} kind="directives.task">
      <span className="mono">{data?.ref ?? id}</span> <Prose text={data?.statement ?? ''} />
    </Named>
  );
};

const MatterName = ({ id, unit }: HoldingProps): JSX.Element => {
  const { data } = useMatter(id);
  return (
    <Named unit={unit} kind="frame.matters">
      {data ? <Prose text={data.subject} /> : <span className="mono">{id}</span>}
    </Named>
  );
};

const MandateName = ({ id, unit }: HoldingProps): JSX.Element => {
  const api = useApi();
  const office = useOffice();
  const { data } = useQuery({
    queryKey: ['standing-units', 'of', unit, office],
    queryFn: () => api.get('/standing-units', { query: { committee: unit, limit: 500 } }),
  });
  const found = data?.items.find(({ standingUnitId }) => standingUnitId === id);
  return (
    <Named unit={unit} kind="frame.standingUnit">
      <span className="mono">{found?.directiveId ?? id}</span>
    </Named>
  );
};

const Named = ({
  unit,
  kind,
  children,
}: Readonly<{ unit: string; kind: string; children: React.ReactNode }>): JSX.Element => {
  const nameOf = useUnitNames();
  return (
    <>
      <div className="name">{children}</div>
      <div className="dim small">
        <Say id={kind} /> · {nameOf(unit)}
      </div>
    </>
  );
};
