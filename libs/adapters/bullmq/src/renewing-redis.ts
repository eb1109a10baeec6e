import { Redis, type RedisOptions } from 'ioredis';

type Options = RedisOptions & { replyMapping?: 'legacy' };

/**
 * A connection that takes user and password anew from its address each time that it is made again, and so do its duplicates: they may have been
 * changed in the file that holds it. Nobody needs to listen for its errors: ioredis connects again by itself.
 */
export class RenewingRedis extends Redis {
  readonly #url: () => string;

  constructor(url: () => string, options: Options) {
    super(url(), options);
    this.#url = url;
    this.on('error', () => undefined);
    this.on('reconnecting', () => this.#renew());
  }

  override duplicate(override: Partial<RedisOptions> = {}): Redis {
    return new RenewingRedis(this.#url, { ...this.options, ...override } as Options);
  }

  #renew(): void {
    try {
      const { username, password } = new URL(this.#url());
      Object.assign(this.options, { username: decodeURIComponent(username), password: decodeURIComponent(password) });
    } catch {
      // A file that cannot be read at this moment, or is half written: the next time, or as before.
    }
  }
}
