import { canonical, idOf, skipUnknown, type Projection } from '@edict/kernel';

import type { Manifest, SuccessionEvent } from './succession.messages.ts';

export type SuccessionRow = Readonly<{
  successionId: string;
  from: string;
  to: string | null;
  kind: string;
  effectiveOn: string | null;
  basis: string;
  /** How far the text says that it has come: planned, decided, pilot, done. */
  status: string | null;
  /** Where nobody is named: unknown or nobody. */
  successor: string | null;
  state: string;
  holdings: number;
  manifestHash: string | null;
  late: number;
  moved: number;
  closedMeanwhile: number;
  /** What is still with the predecessors. */
  open: number;
  /** 1: holdings and late are what was moved and what was closed meanwhile. */
  balanced: number;
}>;

export const successionView: Projection<SuccessionRow, SuccessionEvent> = {
  table: 'succession',
  version: 3,
  columns: {
    successionId: 'text',
    from: 'text',
    to: 'text',
    kind: 'text',
    effectiveOn: 'text',
    basis: 'text',
    status: 'text',
    successor: 'text',
    state: 'text',
    holdings: 'integer',
    manifestHash: 'text',
    late: 'integer',
    moved: 'integer',
    closedMeanwhile: 'integer',
    open: 'integer',
    balanced: 'integer',
  },
  indexes: [['effectiveOn']],
  keys: (event) => (event.stream.startsWith('succession-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type === 'HoldingsCounted') return row && { ...row, ...event.data, state: 'inEffect', balanced: 0 };
    if (event.type !== 'SuccessionPlanned') return row && evolveRow(row, event);
    const { from, to, kind, effectiveOn, basis, status = null, successor = null } = event.data;
    const counts = { holdings: 0, late: 0, moved: 0, closedMeanwhile: 0, open: 0, balanced: 1 };
    const said = { from: canonical(from), to, kind, effectiveOn, basis, status, successor };
    return { successionId: idOf(event.stream), ...said, state: 'planned', manifestHash: null, ...counts };
  },
};

const evolveRow = (
  row: SuccessionRow,
  event: Exclude<SuccessionEvent, { type: 'SuccessionPlanned' | 'HoldingsCounted' }>,
): SuccessionRow => {
  switch (event.type) {
    case 'SuccessorNamed':
      return { ...row, to: event.data.to, successor: null };
    case 'EffectiveDayFixed':
      return { ...row, effectiveOn: event.data.on };
    case 'SuccessionWithdrawn':
      return { ...row, state: 'withdrawn' };
    case 'SuccessionTookEffect':
      return { ...row, state: 'inEffect' };
    case 'HoldingsListed':
      return { ...row, ...listed(event.data), balanced: 0 };
    case 'HoldingDecided':
      return row;
    case 'SuccessionCompleted':
      return { ...row, ...event.data, open: 0, state: 'complete', balanced: Number(event.data.balanced) };
    default:
      return skipUnknown(event, row);
  }
};

const listed = ({ count, hash }: Manifest) => ({ holdings: count, open: count, manifestHash: hash });
