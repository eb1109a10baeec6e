import type { Row } from '@edict/kernel';
import type { Table } from '@edict/runtime';

/** Who holds what, one row for each unit that has to do with a stream. The key is the stream. */
export type HoldingRow = Row & Readonly<{ stream: string; unit: string; roles: string }>;

/** A succession that has taken effect. The key is its id. `cause`: the event, on which the ids of its commands hang. */
export type RunRow = Row &
  Readonly<{
    succession: string;
    from: string;
    to: string | null;
    kind: string;
    effectiveOn: string;
    effectiveAt: string;
    cause: string;
    manifest: string;
    listed: number;
    /** The figures that were last said of it, and by which event: of what was completed by an earlier Edict, not. */
    completed: string | null;
  }>;

/** Something that predecessors held when it took effect, or came to hold later. The key is the succession and the stream. */
export type ItemRow = Row &
  Readonly<{
    succession: string;
    stream: string;
    arrival: string;
    outcome: string;
    /** `null`: it waits for somebody's decision. */
    to: string | null;
    cause: string;
  }>;

export const HOLDING: Table = {
  name: 'holding_v1',
  columns: { stream: 'text', unit: 'text', roles: 'text' },
  indexes: [['unit']],
};

export const RUN: Table = {
  name: 'succession_run_v1',
  columns: {
    succession: 'text',
    from: 'text',
    to: 'text',
    kind: 'text',
    effectiveOn: 'text',
    effectiveAt: 'text',
    cause: 'text',
    manifest: 'text',
    listed: 'integer',
    completed: 'text',
  },
  indexes: [],
};

export const ITEM: Table = {
  name: 'succession_item_v1',
  columns: { succession: 'text', stream: 'text', arrival: 'text', outcome: 'text', to: 'text', cause: 'text' },
  indexes: [['succession', 'outcome']],
};

export const TABLES: readonly Table[] = [HOLDING, RUN, ITEM];

export const itemKey = (succession: string, stream: string): string => `${succession} ${stream}`;
