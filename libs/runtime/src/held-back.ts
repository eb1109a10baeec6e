import type { Position, Recorded } from './event-store.ts';
import { Fault } from './fault.ts';
import type { Releasing } from './follow.ts';
import { UnknownVersion } from './record.ts';
import type { Change, Parked } from './views.ts';

type ByStream = ReadonlyMap<string, Parked>;

/** Streams that are parked with somebody, as he goes through a batch: what is parked and released in it is to be committed with all that came of it. */
export class HeldBack {
  readonly #releasing: Releasing | undefined;
  readonly #before: ByStream;
  readonly #now: Map<string, Parked>;

  /** Without `releasing` nothing is parked. */
  constructor(parked: readonly Parked[], releasing: Releasing | undefined, now: readonly Parked[] = parked) {
    this.#releasing = releasing;
    this.#before = byStream(parked);
    this.#now = new Map(byStream(now));
  }

  copy(): HeldBack {
    return new HeldBack([...this.#before.values()], this.#releasing, this.parked);
  }

  get parked(): readonly Parked[] {
    return [...this.#now.values()];
  }

  get change(): Required<Pick<Change, 'released' | 'parked'>> {
    const released = without(this.#before, this.#now).map(({ stream }) => stream);
    return { released, parked: without(this.#now, this.#before) };
  }

  has(stream: string): boolean {
    return this.#now.has(stream);
  }

  /** Throws what is no fault of the code here, and what a later Edict has written: that one goes on by itself, and is about to come. */
  park({ stream, revision }: Pick<Recorded, 'stream' | 'revision'>, error: unknown): void {
    if (!this.#releasing || !(error instanceof Fault) || error instanceof UnknownVersion) throw error;
    this.#now.set(stream, { stream, revision, reason: String(error) });
  }

  /** What was held back of a stream that this event releases, up to the end of the batch. */
  async freedBy(event: Recorded, end: Position): Promise<readonly Recorded[]> {
    const park = this.#now.size > 0 ? this.#now.get(this.#releasing?.said(event)?.stream ?? '') : undefined;
    if (!park) return [];
    const history = await this.#releasing!.store.read(park.stream, park.revision - 1);
    this.#now.delete(park.stream);
    return history.filter(({ position }) => position <= end);
  }
}

const byStream = (parked: readonly Parked[]): ByStream => new Map(parked.map((each) => [each.stream, each]));

const without = (these: ByStream, those: ByStream): readonly Parked[] =>
  [...these.values()].filter((each) => those.get(each.stream) !== each);
