import type { Narrow } from './figure-reason.tsx';

/** What of a policy and of a calendar decides which tasks are counted: `dates`, the editions by which days were reckoned; `window`, how early a task is due soon. */
export type Decided = Readonly<{ dates: boolean; window: boolean }>;

/** A policy tells soon from not yet; it does not where both are counted, and no date tells who leads or in which clause a task stands. */
export const decidedBy = ({ class: classes = 'none', due, milestone }: Narrow): Decided => ({
  dates: classes !== 'none' || due !== undefined || milestone !== undefined,
  window: classes === 'dueSoon' || classes === 'inTime',
});
