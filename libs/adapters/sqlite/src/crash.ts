/** Where a test may kill this process: `EDICT_CRASH_AT=after-commit`, or `after-commit:3` for the third time it gets there. */
export type CrashPoint =
  | 'before-schema'
  | 'before-write'
  | 'before-commit'
  | 'after-commit'
  | 'after-ack'
  | 'before-rename'
  | 'after-checkpoint';

const [point, times = '1'] = (process.env['EDICT_CRASH_AT'] ?? '').split(':');
let left = Number(times);

const die = (here: CrashPoint): void => {
  if (here !== point || --left > 0) return;
  process.kill(process.pid, 'SIGKILL');
  // The other threads may live a moment longer; this one must not get past here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

/** Ends the process as a power button would, if the environment names this point; else nothing at all. */
export const crash: (here: CrashPoint) => void = point ? die : () => undefined;
