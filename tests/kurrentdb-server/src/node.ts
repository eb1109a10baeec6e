import type { Faults } from './faults.ts';
import type { Log, Stored } from './log.ts';

export type Endpoint = Readonly<{ host: string; port: number }>;

/** A call that stays open: it can be broken off from outside. */
export type OpenCall = Readonly<{ end(): void; break(error: Error): void }>;

/** What the handlers know of the node they answer for. */
export type Node = Readonly<{
  log: Log;
  faults: Faults;
  maxAppendBytes: number;
  version: string;
  /** Who must be sent `Authorization`, as `user:password`; `undefined`: anybody may do anything. */
  credentials: string | undefined;
  subscriptions: Set<OpenCall>;
  batches: Set<OpenCall>;
  isLeader(): boolean;
  leader(): Endpoint;
  members(): readonly (Endpoint & Readonly<{ state: 'leader' | 'follower' | 'shut down'; alive: boolean }>)[];
  /** What this node has replicated: on a follower that lags, not all. */
  visible(event: Stored): boolean;
}>;
