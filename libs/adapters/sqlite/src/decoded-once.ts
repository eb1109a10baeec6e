import { freeze, recordedFrom, type Recorded, type StoredEvent } from '@edict/runtime';

/**
 * An event that is decoded when it is first asked for: of what is kept, much is never read again. Whoever asks gets the same object, so that
 * nobody may change it.
 */
export class DecodedOnce {
  readonly stored: StoredEvent;
  #event: Recorded | undefined;

  constructor(stored: StoredEvent) {
    this.stored = stored;
  }

  get event(): Recorded {
    return (this.#event ??= freeze(recordedFrom(this.stored)));
  }
}
