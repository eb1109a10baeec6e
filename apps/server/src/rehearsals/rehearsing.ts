import { Inject, Injectable, Optional } from '@nestjs/common';
import { assertBelowCeiling, type RehearsalFiles } from '@edict/engine';
import { Rejection } from '@edict/kernel';

import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { DocumentReader } from '../registry/documents.ts';
import { Registry } from '../registry/registry.ts';
import type { RehearsalAnswer } from './rehearsal-answer.ts';
import type { RehearseDto } from './rehearsals.dto.ts';
import { Stage } from './stage.ts';

/** Three years. */
const LONGEST_DAYS = 1_096;

/**
 * From the files that a request carries to what becomes of them. Besides those it is played with what is open to every reader (units and
 * who follows them, policies, calendars, forms), so that it shows nobody what they may not read.
 */
@Injectable()
export class Rehearsing {
  readonly #stage: Stage;
  constructor(
    private readonly documents: DocumentReader,
    private readonly registry: Registry,
    @Inject(INSTALLATION) private readonly installation: Installation,
    @Optional() stage?: Stage,
  ) {
    this.#stage = stage ?? new Stage();
  }

  async rehearse(said: RehearseDto): Promise<RehearsalAnswer> {
    const { from, until, document } = said;
    assertSpan(from, until);
    const files = await this.filesOf(said);
    assertBelowCeiling(files.directive, this.installation.ceiling);
    const played = await this.#stage.play({ files, span: { from, until } });
    const { findings } = await this.documents.check(document, from);
    return { ...played, findings };
  }

  private async filesOf({ document, policy, script, from, until, ...named }: RehearseDto): Promise<RehearsalFiles> {
    return {
      directive: await this.documents.read(document, ['directive'], from),
      policy: policy
        ? await this.documents.read(policy, ['policy'], from)
        : await this.registry.policyOn(named.policyId, from),
      calendar: await this.registry.calendarOn(named.calendarId, from),
      units: { ...(await this.registry.unitsOn(from)), successions: await this.registry.successionsFrom(from) },
      forms: await this.registry.formsOn(until),
      ...(script ? { script: await this.documents.read(script, ['script'], from) } : {}),
    };
  }
}

const assertSpan = (from: string, until: string): void => {
  if (until < from) throw new Rejection('rehearsal/ends-before-issue', 'The last day lies before the day of issue.');
  const { days } = Temporal.PlainDate.from(from).until(until);
  if (days > LONGEST_DAYS) throw new Rejection('rehearsal/too-much', 'A rehearsal plays three years at most.');
};
