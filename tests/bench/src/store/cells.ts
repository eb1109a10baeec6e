import type { CandidateName } from './candidates/index.ts';

/** So many callers, each waiting for its answer before it asks again, and so many events in each append. */
export type WriteCell = Readonly<{ callers: number; events: number }>;

export const WRITING = {
  B1: { callers: 1, events: 1 },
  B64: { callers: 64, events: 1 },
  B256: { callers: 256, events: 1 },
  B1024: { callers: 1024, events: 1 },
  C1: { callers: 1, events: 100 },
  C8: { callers: 8, events: 100 },
} as const satisfies Readonly<Record<string, WriteCell>>;

export type WriteCellName = keyof typeof WRITING;
const ALL = Object.keys(WRITING) as WriteCellName[];

/** What of it says something: one transaction for each append is no faster with more callers. */
export const MATRIX: Readonly<
  Record<CandidateName, Readonly<{ writing: readonly WriteCellName[]; reading: boolean }>>
> = {
  edict: { writing: ALL, reading: true },
  log: { writing: ALL, reading: true },
  'edict, no hash': { writing: ALL, reading: false },
  'log, no hash': { writing: ALL, reading: false },
  lmdb: { writing: ALL, reading: true },
  naive: { writing: ['B1', 'B64', 'C1'], reading: true },
  'better-sqlite3, naive': { writing: ['B1', 'B64', 'C1'], reading: true },
  'emmett-sqlite': { writing: ['B1', 'B64', 'B256', 'C1'], reading: true },
  'emmett-postgresql': { writing: ['B1', 'B64', 'B256', 'C1'], reading: true },
  'edict on postgresql': { writing: ALL, reading: true },
  'group commit on postgresql': { writing: ALL, reading: true },
};
