import {
  account as accountDecider,
  office as officeDecider,
  type Account,
  type AccountEvent,
  type AppointmentRow,
  type Clearance,
  type Level,
  type OfficeEvent,
  type Post,
  type Scope,
} from '@edict/directives';
import { MACHINE, type Engine, type Reading } from '@edict/engine';
import { fold, type Instant, type Message } from '@edict/kernel';
import { happened } from '@edict/runtime';

import type { Grant, Principal } from './principal.ts';

/** Whoever nobody has cleared for anything reads what everybody may. */
const UNCLEARED: Clearance = { level: 'open', compartments: [] };
const EVERYTHING: Grant = { capacity: '*', unit: '*', from: null, until: null, source: 'the data folder' };

/** What somebody may act as, read from the streams themselves at each request: what was withdrawn counts from that moment on. */
export class Authority {
  readonly #reading: Reading;
  readonly #ceiling: Level;

  /** `ceiling`: up to where the installation holds anything, and so whoever holds its data folder. */
  constructor(engine: Engine, ceiling: Level) {
    this.#reading = engine.reader.as(MACHINE);
    this.#ceiling = ceiling;
  }

  now(): Instant {
    return this.#reading.now();
  }

  async account(id: string): Promise<Account | null> {
    return fold(accountDecider, (await this.#history(`account-${id}`)) as readonly AccountEvent[]);
  }

  async office(id: string): Promise<Post | null> {
    return fold(officeDecider, (await this.#history(`office-${id}`)) as readonly OfficeEvent[]);
  }

  /** With a scope, it may what both may. */
  async principal(id: string, account: Account, scope?: Scope): Promise<Principal> {
    const grants = await this.grants(id, account);
    return {
      id,
      grants: scope ? grants.flatMap((grant) => within(scope, grant)) : grants,
      clearance: account.clearance ?? (account.kind === 'operator' ? this.#highest() : UNCLEARED),
      ...(scope?.reading ? { readOnly: true } : {}),
    };
  }

  /** All that an account was ever given, by name and with an office, each with its time and where it is written. */
  async grants(id: string, account: Account): Promise<readonly Grant[]> {
    const own = account.grants.map(({ grant, capacity, unit, from, until }) => {
      return { capacity, unit, from, until, source: `account-${id}#${grant}` };
    });
    return [...(account.kind === 'operator' ? [EVERYTHING] : []), ...own, ...(await this.#withOffices(id))];
  }

  async #withOffices(id: string): Promise<readonly Grant[]> {
    const places: readonly AppointmentRow[] = await this.#reading.appointments(id);
    const offices = [...new Set(places.map(({ officeId }) => officeId))];
    const grants = offices.map(async (officeId) => {
      const post = await this.office(officeId);
      return (post?.appointments ?? [])
        .filter(({ account }) => account === id)
        .map(({ appointment, from, until }): Grant => {
          const { capacity, unit } = post!;
          return { capacity, unit, from, until, source: `office-${officeId}#${appointment}` };
        });
    });
    return (await Promise.all(grants)).flat();
  }

  #highest(): Clearance {
    return { level: this.#ceiling, compartments: 'all' };
  }

  async #history(stream: string): Promise<readonly Message[]> {
    return (await this.#reading.history(stream)).map(happened);
  }
}

/** What of a grant a scope leaves; of a grant for everything, what the scope names. */
const within = ({ capacities, units }: Scope, grant: Grant): readonly Grant[] => {
  const narrowed = (held: string, named: readonly string[] | null): readonly string[] => {
    if (named === null) return [held];
    return held === '*' ? named : named.filter((each) => each === held);
  };
  return narrowed(grant.capacity, capacities).flatMap((capacity) =>
    narrowed(grant.unit, units).map((unit) => ({ ...grant, capacity: capacity as Grant['capacity'], unit })),
  );
};
