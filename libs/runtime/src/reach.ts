import type { Position } from './event-store.ts';
import type { Change, Lease, Parked, Views } from './views.ts';

export type Progress = Readonly<{ reached: Position; parked: readonly Parked[] }>;

/**
 * How far somebody has got who follows the log, and what he has parked. While he holds his lease nobody else says so, so it is asked once;
 * and again under another epoch, and where nobody knows what came of a commit.
 */
export class Reach {
  readonly #views: Views;
  readonly #lease: Lease;
  #known: (Progress & { readonly epoch: number }) | undefined;

  constructor(views: Views, lease: Lease) {
    this.#views = views;
    this.#lease = lease;
  }

  /** The same object for as long as nothing was asked or committed. */
  async now(): Promise<Progress> {
    const { name, epoch } = this.#lease;
    if (this.#known?.epoch !== epoch) this.#known = { ...(await this.#views.progress(name)), epoch };
    return this.#known;
  }

  /** Resolves with what `now` gives after it. */
  async commit(change: Change, reached: Position): Promise<Progress> {
    const lease = { ...this.#lease };
    const { parked } = await this.now();
    this.#known = undefined;
    await this.#views.commit(lease, change, reached);
    const kept = parked.filter(({ stream }) => !change.released?.includes(stream));
    this.#known = { reached, parked: [...kept, ...(change.parked ?? [])], epoch: lease.epoch };
    return this.#known;
  }
}
