import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type JSX } from 'react';

import type { Shape } from '@edict/client';

import { useApi } from '../../api/api.ts';
import { useAsOf, useOffice } from '../../api/tasks.ts';
import { useUnitNames, type Unit } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { beginOf } from '../../i18n/days.ts';
import { longDay } from '../../i18n/times.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { Proof } from './proof.tsx';
import { successionsOf, type Planned } from './tree.ts';

type Shown = Shape<'SuccessionShown'>;

/** What is merged and when: before its day what would move, and from then on the proof that all of it did. */
export const Successions = ({ units }: Readonly<{ units: readonly Unit[] }>): JSX.Element => {
  const [proved, setProved] = useState<string | null>(null);
  const planned = useMemo(() => successionsOf(units), [units]);
  const held = useHeld();
  const { data: shown = [] } = useShown();
  if (planned.length === 0)
    return (
      <p className="empty">
        <Say id="succession.none" />
      </p>
    );
  return (
    <>
      <Table
        className="moves"
        heads={['succession.on', 'succession.from', 'succession.to', 'succession.holds', 'succession.proved']}
      >
        {planned.map((each) => (
          <Row
            key={`${each.id}/${each.to ?? ''}`}
            planned={each}
            holds={held && each.from.reduce((sum, unit) => sum + (held.get(unit) ?? 0), 0)}
            shown={shown.find(({ id }) => id === each.id)}
            onProve={() => setProved(each.id)}
          />
        ))}
      </Table>
      {proved === null ? null : <Proof id={proved} onClose={() => setProved(null)} />}
    </>
  );
};

const useShown = () => {
  const api = useApi();
  const office = useOffice();
  return useQuery({ queryKey: ['successions', office], queryFn: () => api.get('/successions') });
};

/** How many tasks each unit has that are not over. */
const useHeld = (): ReadonlyMap<string, number> | undefined => {
  const api = useApi();
  const office = useOffice();
  const asOf = useAsOf();
  const { data } = useQuery({
    queryKey: ['counts', 'open', asOf, office],
    queryFn: async () => {
      const ask = (state?: 'accepted' | 'lapsed' | 'cancelled') =>
        api.get('/counts', { query: { by: 'unit', ...asOf, ...(state && { state }) } });
      const [all, ...over] = await Promise.all([ask(), ask('accepted'), ask('lapsed'), ask('cancelled')]);
      const isOver = new Map<string, number>();
      for (const { key, count } of over.flatMap(({ groups }) => groups))
        isOver.set(key ?? '', (isOver.get(key ?? '') ?? 0) + count);
      return new Map(all.groups.map(({ key, count }) => [key ?? '', count - (isOver.get(key ?? '') ?? 0)]));
    },
  });
  return data;
};

type RowProps = Readonly<{ planned: Planned; holds: number | undefined; shown: Shown | undefined; onProve(): void }>;

const Row = ({ planned: { on, from, to }, holds, shown, onProve }: RowProps): JSX.Element => {
  const say = useSay();
  const nameOf = useUnitNames();
  const { language } = useConsole().preferences;
  return (
    <tr>
      <td className="day">{on === null ? <Say id="units.noDay" /> : longDay(language, new Date(beginOf(on)))}</td>
      <td>{from.map(nameOf).join(', ')}</td>
      <td>{to === null ? <Say id="units.notKnown" /> : nameOf(to)}</td>
      <td data-head={say('succession.holds')} className="num">
        {holds ?? ''}
      </td>
      <td>
        {shown?.holdings === undefined ? (
          <Say id={shown ? 'succession.ahead' : 'succession.notPlanned'} />
        ) : (
          <button className="btn small" type="button" onClick={onProve}>
            <Say id={shown.balanced === true ? 'succession.balanced' : 'succession.notBalanced'} />{' '}
            <span className="dim">{shown.moved}</span>
          </button>
        )}
      </td>
    </tr>
  );
};
