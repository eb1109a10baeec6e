import { Inject, Injectable } from '@nestjs/common';
import {
  editionOn,
  membersOn,
  reference,
  referenceStream,
  unit as unitDecider,
  type PolicyDocument,
  type Registration,
  type UnitEntry,
  type UnitsDocument,
} from '@edict/directives';
import { MACHINE, type Reading } from '@edict/engine';
import { fold, Rejection, type Instant, type LocalDate, type Message } from '@edict/kernel';
import { happened, type Recorded } from '@edict/runtime';

import { isName } from '../http/fields.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';

/** The units that a request may name. What is classified the engine looks for, for who asks. */
type Naming = Readonly<{ desk?: string; from?: string; to?: string }>;

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
    const history = historyOf(await this.reading.history(referenceStream('policy', id)));
    const edition = editionOn(fold(reference, history as Parameters<typeof reference.evolve>[1][]), day);
    if (edition?.kind === 'policy') return edition.content;
    throw new Rejection('policy/unknown', `No policy ${id} is valid on ${day}.`);
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
