import { Injectable } from '@nestjs/common';
import type { DirectiveDocument, Finding, UnitsDocument } from '@edict/directives';
import { doubledRegistered } from '@edict/directives/document';
import { checkFiles, readDocument, type CheckReport, type Documents, type Kind, type Problem } from '@edict/documents';
import type { LocalDate } from '@edict/kernel';

import { HttpProblem, type Flaw } from '../http/problem.ts';
import { Registry } from './registry.ts';

type Checked = CheckReport & Readonly<{ kind: Kind | undefined; document: Documents[Kind] | undefined }>;

/** The files that requests carry, judged alone and against what is registered. */
@Injectable()
export class DocumentReader {
  constructor(private readonly registry: Registry) {}

  /** What `edict check` says of it. */
  async check(text: string, day: LocalDate): Promise<Checked> {
    const { kind, document } = readDocument(NAME, text);
    const known = await this.registry.unitsOn(day);
    const others = kind === 'units' && document ? without(known, document) : known;
    const report = checkFiles([{ name: NAME, text }, ...(others.units.length > 0 ? [asFile(others)] : [])]);
    const errors = report.errors.filter(({ file }) => file === NAME);
    const findings = [...report.findings, ...(await this.doubled(kind, document))];
    return { ...report, ok: errors.length === 0, errors, findings, kind, document };
  }

  private async doubled(kind: Kind | undefined, document: Documents[Kind] | undefined): Promise<readonly Finding[]> {
    const { successions = [] } = kind === 'directive' && document ? (document as DirectiveDocument) : {};
    return successions.length === 0
      ? []
      : doubledRegistered(document as DirectiveDocument, await this.registry.successions());
  }

  /** The document, or 422 with every error and its place. */
  async read<K extends Kind>(text: string, kinds: readonly K[], day: LocalDate): Promise<Documents[K]> {
    const { kind, document, errors } = await this.check(text, day);
    if (errors.length > 0 || !document) throw invalid(errors.map(flawOf));
    if (!kinds.some((each) => each === kind)) throw invalid([wrongKind(kinds, kind)]);
    return document as Documents[K];
  }
}

const NAME = 'document';

const asFile = (units: UnitsDocument) => ({ name: 'what is registered', text: JSON.stringify(units) });

/** Those that a file registers anew are judged by the file alone. */
const without = ({ units }: UnitsDocument, document: Documents[Kind]): UnitsDocument => {
  const anew = new Set((document as UnitsDocument).units.map(({ id }) => id));
  return { units: units.filter(({ id }) => !anew.has(id)) };
};

const invalid = (errors: readonly Flaw[]) =>
  new HttpProblem('document/invalid', 'The document has errors. Nothing was done.', errors);

export const flawOf = ({ path, rule, message, line, column }: Problem): Flaw => ({
  pointer: path,
  rule,
  message,
  line,
  column,
});

const wrongKind = (kinds: readonly Kind[], kind: Kind | undefined): Flaw => ({
  pointer: '',
  rule: 'file/other-kind',
  message: `A ${kinds.join(' or ')} file is wanted here, and this is ${kind ? `a ${kind} file` : 'none'}.`,
  line: 1,
  column: 1,
});
