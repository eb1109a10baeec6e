import { Inject, Injectable } from '@nestjs/common';
import {
  editionOn,
  membersOn,
  reference,
  referenceStream,
  unit as unitDecider,
  type CalendarDocument,
  type Edition,
  type FormDocument,
  type PolicyDocument,
  type Registration,
  type Succession,
  type SuccessionRow,
  type UnitEntry,
  type UnitsDocument,
} from '@edict/directives';
import type { RegisteredSuccession } from '@edict/directives/document';
import { MACHINE, type Reading } from '@edict/engine';
import { fold, Rejection, type Instant, type LocalDate, type Message } from '@edict/kernel';
import { happened, type Recorded } from '@edict/runtime';

import { isName } from '../http/fields.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

/** The units that a request may name. What is classified the engine looks for, for who asks. */
type Naming = Readonly<{ desk?: string; from?: string; to?: string }>;

const MOST_EDITIONS = 10_000;

/** What is registered, read from the streams themselves: a view may lag a moment behind what somebody has just registered. */
@Injectable()
export class Registry {
  private readonly reading: Reading;
  private readonly there = new Set<string>();

  constructor(@Inject(INSTALLATION) { engine }: Installation) {
    this.reading = engine.reader.as(MACHINE);
  }

  now(): Instant {
    return this.reading.now();
  }

  async knows(unit: string): Promise<boolean> {
    return isName(unit) && this.exists(`unit-${unit}`);
  }

  /** Deciders do not look into every stream that is named to them; nothing is to hang on a name that is nobody's. */
  async assertNamed({ desk, from, to }: Naming): Promise<void> {
    for (const unit of [desk, from, to])
      if (unit && !(await this.exists(`unit-${unit}`)))
        throw new Rejection('unit/unknown', `No unit ${unit} is known.`);
  }

  /** The units with their members of that day, as a units file would have them. */
  async unitsOn(day: LocalDate): Promise<UnitsDocument> {
    const units = (await this.reading.units()).map(async ({ unitId }) => {
      const registration = await this.registration(unitId);
      return registration ? [entryOn(registration, day)] : [];
    });
    return { units: (await Promise.all(units)).flat() };
  }

  async policyOn(id: string, day: LocalDate): Promise<PolicyDocument> {
    const edition = await this.editionOn('policy', id, day);
    if (edition?.kind === 'policy') return edition.content;
    throw new Rejection('policy/unknown', `No policy ${id} is valid on ${day}.`);
  }

  /** Every form that can be filled in for that day. */
  async formsOn(day: LocalDate): Promise<readonly FormDocument[]> {
    const { items } = await this.reading.lists.references({ kind: 'form' }, { limit: MOST_EDITIONS });
    const ids = [...new Set(items.map(({ referenceId }) => referenceId))];
    const editions = await Promise.all(ids.map((id) => this.editionOn('form', id, day)));
    return editions.flatMap((edition) => (edition?.kind === 'form' ? [edition.content] : []));
  }

  async calendarOn(id: string, day: LocalDate): Promise<CalendarDocument> {
    const edition = await this.editionOn('calendar', id, day);
    if (edition?.kind === 'calendar') return edition.content;
    throw new Rejection('calendar/unknown', `No calendar ${id} is valid on ${day}.`);
  }

  /** Which units follow which from that day on, as every reader of units is told. What is split waits for decisions, and is left out. */
  async successionsFrom(day: LocalDate): Promise<readonly Succession[]> {
    const noted = (await this.reading.units()).flatMap(({ unitId, successors }) =>
      (JSON.parse(successors) as Registration['successors']).map((successor) => ({ unitId, ...successor })),
    );
    const ahead = noted.filter(({ on }) => on !== null && on >= day);
    return [...Map.groupBy(ahead, ({ succession }) => succession)].flatMap(([id, all]) => {
      const from = all.map(({ unitId }) => unitId);
      const [{ to, on: effectiveOn }] = all as [(typeof all)[0]];
      if (all.some((each) => each.to !== to)) return [];
      return [{ id, from, to, kind: 'merge', effectiveOn, basis: 'As it is registered.' }] as const;
    });
  }

  /** Those that were not withdrawn. */
  async successions(): Promise<readonly RegisteredSuccession[]> {
    const rows = (await this.reading.successions()).filter(({ state }) => state !== 'withdrawn');
    const each = rows.map(async (row) => {
      const [planned] = historyOf(await this.reading.history(`succession-${row.successionId}`));
      return planned ? [{ planned: plannedAs(row.successionId, planned.data as Plan), now: successionIn(row) }] : [];
    });
    return (await Promise.all(each)).flat();
  }

  private async editionOn(kind: Edition['kind'], id: string, day: LocalDate) {
    const history = historyOf(await this.reading.history(referenceStream(kind, id)));
    return editionOn(fold(reference, history as Parameters<typeof reference.evolve>[1][]), day);
  }

  private async registration(unit: string): Promise<Registration | null> {
    const history = historyOf(await this.reading.history(`unit-${unit}`));
    return fold(unitDecider, history as Parameters<typeof unitDecider.evolve>[1][]);
  }

  /** What was there once stays. */
  private async exists(stream: string): Promise<boolean> {
    if (!this.there.has(stream) && (await this.reading.history(stream)).length > 0) this.there.add(stream);
    return this.there.has(stream);
  }
}

const historyOf = (recorded: readonly Recorded[]): readonly Message[] => recorded.map(happened);

const entryOn = (registration: Registration, day: LocalDate): UnitEntry => {
  const { entry } = registration;
  return entry.kind === 'group' ? { ...entry, members: membersOn(registration, day) } : entry;
};

type Plan = Omit<Succession, 'id'> & Readonly<{ zone: string }>;

const plannedAs = (id: string, { zone: _, ...plan }: Plan): Succession => ({ id, ...plan });

const successionIn = ({ successionId: id, from, to, kind, effectiveOn, basis, status, successor }: SuccessionRow) =>
  ({
    ...{ id, from: JSON.parse(from) as readonly string[], to, kind, effectiveOn, basis },
    ...(status === null ? {} : { status }),
    ...(successor === null ? {} : { successor }),
  }) as Succession;
