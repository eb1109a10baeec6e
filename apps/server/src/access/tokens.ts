import type { Instant } from '@edict/kernel';
import type { AccessStore, AccessEntry } from '@edict/runtime';

import { hashOf, newSecret } from './secrets.ts';

const KIND = 'token';
type Named = Readonly<{ token: string; name: string }>;
export type KnownToken = Named & Readonly<{ account: string }>;

/** The hashes of tokens. Whether one is in force, for what and until when, its account's stream says. */
export class Tokens {
  readonly #store: AccessStore;
  constructor(store: AccessStore) {
    this.#store = store;
  }

  /** The secret, told once. Made again under the same id, the earlier one is void. */
  async make(of: KnownToken, until: Instant | null, now: Instant): Promise<string> {
    const secret = newSecret();
    await this.void(of.account, of.token, now);
    await this.keep(of, hashOf(secret), until);
    return secret;
  }

  async keep({ account, token, name }: KnownToken, sha256: string, until: Instant | null): Promise<void> {
    await this.#store.put({ kind: KIND, key: sha256, account, until, value: { token, name } });
  }

  async find(secret: string, now: Instant): Promise<KnownToken | undefined> {
    const kept = await this.#store.get(KIND, hashOf(secret), now);
    return kept && knownIn(kept);
  }

  async of(account: string, now: Instant): Promise<readonly KnownToken[]> {
    return (await this.#store.of(KIND, account, now)).map(knownIn);
  }

  async void(account: string, token: string, now: Instant): Promise<void> {
    const all = await this.#store.of(KIND, account, now);
    for (const kept of all) if (knownIn(kept).token === token) await this.#store.swap(kept, kept, undefined);
  }
}

const knownIn = ({ account, value }: AccessEntry): KnownToken => ({ account: account!, ...(value as Named) });
