import type { Happened, Message } from './message.ts';

/** What a database column can hold without loss: text, safe integers, null. */
export type Row = Readonly<Record<string, string | number | null>>;
export type Column = 'text' | 'integer';

/** Folds events into rows made for reading, one row for each key. A new shape is a new version, built from zero. */
export interface Projection<View extends Row, E extends Message> {
  readonly table: string;
  readonly version: number;
  readonly columns: Readonly<Record<keyof View & string, Column>>;
  /** Which columns readers look rows up by, one list for each index. */
  readonly indexes: readonly (readonly (keyof View & string)[])[];

  /** The rows this event touches; none if it says nothing here. */
  keys(event: Happened<E>): readonly string[];
  evolve(row: View | undefined, event: Happened<E>): View | undefined;
}
