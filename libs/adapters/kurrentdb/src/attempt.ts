import { failureOf, reasonOf, type Failure } from './failures.ts';
import { backOff, within } from './patience.ts';
import type { Connection, Supervisor } from './supervisor.ts';

export type Limits = Readonly<{
  /** How long one call may take. */
  callMs: number;
  /** How long to go on trying. A cluster that loses its leader needs six seconds, one whose leader hangs twenty. */
  patienceMs: number;
}>;

/** Nothing worked in all that time, or there is no client any more. `reached`: one of the tries may have had its effect. */
export class OutOfPatience extends Error {
  override readonly name = 'OutOfPatience';
  readonly reached: boolean;

  constructor(reason: string, reached: boolean) {
    super(reason);
    this.reached = reached;
  }
}

type Final = Exclude<Failure, { kind: 'passing' }>;

/** A failure that no other try would change. `reached`: one of those before it may have had its effect. */
export class Failed extends Error {
  override readonly name = 'Failed';
  readonly failure: Final;
  readonly reached: boolean;

  constructor(failure: Final, reached: boolean, cause: unknown) {
    super(failure.kind === 'refused' ? failure.reason : failure.kind, { cause });
    this.failure = failure;
    this.reached = reached;
  }
}

type Work<T> = (client: Connection['client']) => Promise<T>;

/** Tries until it works: with a deadline on every try, with another client where this one is spoilt, ever more slowly. */
export const attempt = async <T>(
  supervisor: Supervisor,
  what: string,
  { callMs, patienceMs }: Limits,
  work: Work<T>,
): Promise<T> => {
  const until = Date.now() + patienceMs;
  let reached = false;
  for (let failures = 0; ; failures++) {
    const connection = await supervisor.connection().catch((error: unknown) => {
      throw reached ? new OutOfPatience(reasonOf(error), reached) : error;
    });
    try {
      const result = await within(callMs, what, work(connection.client));
      supervisor.praise(connection);
      return result;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'passing') throw new Failed(failure, reached, error);
      supervisor.blame(connection, failure);
      reached ||= failure.reached;
      if (Date.now() >= until) throw new OutOfPatience(failure.reason, reached);
    }
    await backOff(failures);
  }
};
