/** What goes wrong with the next appends, reads or subscriptions. `…Written`: it is stored all the same. */
export type Fault =
  | 'unanswered'
  | 'unanswered, written'
  | 'unavailable'
  | 'unavailable, written'
  | 'ended'
  | 'not ready'
  | 'busy'
  | 'timeout'
  | 'not leader'
  | 'exhausted'
  | 'denied'
  /** A subscription that is confirmed and then says nothing more. */
  | 'mute'
  /** One that never says that it has caught up. */
  | 'never caught up';

export type Kind = 'append' | 'read' | 'subscription' | 'features' | 'gossip';

/** The switches. A fault holds for so many calls of its kind, or until it is switched off. */
export class Faults {
  readonly #set = new Map<Kind, { fault: Fault; left: number }>();

  on(kind: Kind, fault: Fault, times = Infinity): void {
    this.#set.set(kind, { fault, left: times });
  }

  off(): void {
    this.#set.clear();
  }

  /** What is to go wrong with this call, if anything. */
  take(kind: Kind): Fault | undefined {
    const found = this.#set.get(kind);
    if (!found) return undefined;
    if (--found.left <= 0) this.#set.delete(kind);
    return found.fault;
  }
}
