export type LoopLoad = Readonly<{ perSecond: number; seconds: number; connections: number }>;
/** Milliseconds from when a question was due to its answer, at the 99th percentile. */
export type LoopTimes = Readonly<{ ping: number; command: number }>;

/** From the start of the load; the loader takes about as long to start. */
export const WARM_UP_MS = 1_000;
