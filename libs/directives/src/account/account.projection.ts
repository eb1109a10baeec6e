import { idOf, type Projection } from '@edict/kernel';

import type { AccountEvent } from './account.messages.ts';

/** `disabled`: 1 or 0. */
export type AccountRow = Readonly<{ accountId: string; kind: string; openedAt: string; disabled: number }>;

export const accountView: Projection<AccountRow, AccountEvent> = {
  table: 'account',
  version: 1,
  columns: { accountId: 'text', kind: 'text', openedAt: 'text', disabled: 'integer' },
  indexes: [],
  keys: (event) => (event.stream.startsWith('account-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type === 'AccountOpened')
      return { accountId: idOf(event.stream), kind: event.data.kind, openedAt: event.recordedAt, disabled: 0 };
    if (!row) return row;
    if (event.type === 'AccountDisabled') return { ...row, disabled: 1 };
    return event.type === 'AccountEnabled' ? { ...row, disabled: 0 } : row;
  },
};
