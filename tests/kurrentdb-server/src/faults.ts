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

type Switched = { readonly fault: Fault; left: number };

/** The switches. A fault holds for so many calls of its kind, or until it is switched off. */
export class Faults {
  readonly #set = new Map<Kind, Switched[]>();

  on(kind: Kind, fault: Fault, times = Infinity): void {
    this.#set.set(kind, [{ fault, left: times }]);
  }

  /** After those that hold before it. */
  then(kind: Kind, fault: Fault, times = Infinity): void {
    this.#set.set(kind, [...(this.#set.get(kind) ?? []), { fault, left: times }]);
  }

  off(): void {
    this.#set.clear();
  }

  /** What is to go wrong with this call, if anything. */
  take(kind: Kind): Fault | undefined {
    const all = this.#set.get(kind);
    const found = all?.[0];
    if (found && --found.left <= 0) all.shift();
    return found?.fault;
  }
}
