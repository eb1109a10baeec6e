import { Inject, Injectable } from '@nestjs/common';
import { describedBy, type DirectiveCommand, type DirectiveDocument } from '@edict/directives';
import type { CheckReport } from '@edict/documents';
import { assertBelowCeiling, issuing, MACHINE } from '@edict/engine';
import type { LocalDate, Sent } from '@edict/kernel';

import type { Flaw } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { DocumentReader, flawOf } from '../registry/documents.ts';
import { Registry } from '../registry/registry.ts';

/** What is asked for, as the requests say it. */
type Issue = Readonly<{ document: string; policyId: string; calendarId: string; issuedOn: LocalDate }>;
type Check = Readonly<{ document: string; issuedOn?: LocalDate }>;
type Report = Omit<CheckReport, 'errors'> & Readonly<{ errors: readonly Flaw[] }>;

/** From the text of a directive file to the command that issues it. */
@Injectable()
export class Issuing {
  constructor(
    private readonly documents: DocumentReader,
    private readonly registry: Registry,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  async commandFor(said: Issue): Promise<Sent<DirectiveCommand>> {
    const { calendarId, issuedOn } = said;
    const document = await this.documents.read(said.document, ['directive'], issuedOn);
    const policy = await this.registry.policyOn(said.policyId, issuedOn);
    return issuing({ document, policy, calendarId, issuedOn, registration: describedBy(document, issuedOn) });
  }

  async check({ document, issuedOn }: Check): Promise<Report> {
    const today = this.installation.engine.reader.as(MACHINE).now().slice(0, 10);
    const { ok, errors, findings, counts, ...read } = await this.documents.check(document, issuedOn ?? today);
    if (read.kind === 'directive' && read.document)
      assertBelowCeiling(read.document as DirectiveDocument, this.installation.ceiling);
    return { ok, errors: errors.map(flawOf), findings, ...(counts ? { counts } : {}) };
  }
}
