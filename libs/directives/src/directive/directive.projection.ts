import { canonical, idOf, skipUnknown, type Happened, type Projection } from '@edict/kernel';

import type { Finding } from '../document/index.ts';
import type { Changed, DirectiveEvent, Implementation } from './directive.messages.ts';
import type { Order } from '../task/task.dates.messages.ts';
import { implementedIn } from './implement.ts';
import { inspectionFinding } from './record-finding.ts';
import { refusedFinding } from './stated-refused.ts';

export type DirectiveRow = Readonly<{
  directiveId: string;
  slug: string;
  number: string | null;
  type: string;
  term: string | null;
  issuers: string;
  title: string;
  adoptedOn: string | null;
  issuedOn: string;
  issuedAt: string;
  recordedAt: string;
  classification: string;
  urgency: string;
  watchFrom: string | null;
  findings: string;
  /** What it implements of higher directives, as a JSON list of `Implemented`. */
  implements: string;
  /** inForce, superseded or revoked. */
  force: string;
  /** By which further documents it was changed, as a JSON list of `ChangedBy`. */
  changes: string;
}>;

export type ChangedBy = Pick<Changed, 'directiveId' | 'how'> & Readonly<{ by: Order; at: string }>;

/** `at`: since when that is known. `until`: since when it is known to have been said wrongly. */
export type Implemented = Implementation & Readonly<{ at: string; until?: string }>;

export const directiveView: Projection<DirectiveRow, DirectiveEvent> = {
  table: 'directive',
  version: 3,
  columns: {
    directiveId: 'text',
    slug: 'text',
    number: 'text',
    type: 'text',
    term: 'text',
    issuers: 'text',
    title: 'text',
    adoptedOn: 'text',
    issuedOn: 'text',
    issuedAt: 'text',
    recordedAt: 'text',
    classification: 'text',
    urgency: 'text',
    watchFrom: 'text',
    findings: 'text',
    implements: 'text',
    force: 'text',
    changes: 'text',
  },
  indexes: [['slug'], ['number'], ['issuedAt']],
  keys: (event) => (event.stream.startsWith('directive-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type !== 'DirectiveIssued') return row && after(row, event);
    const { document, identity, issuedOn, issuedAt, watchFrom, findings } = event.data;
    const { id, number, type, issuers, title, adoptedOn, classification, urgency } = document.directive;
    return {
      directiveId: idOf(event.stream),
      slug: id,
      number,
      type,
      term: identity?.term ?? null,
      issuers: canonical(issuers),
      title,
      adoptedOn,
      issuedOn,
      issuedAt,
      recordedAt: event.recordedAt,
      classification,
      urgency,
      watchFrom,
      findings: canonical(findings),
      force: 'inForce',
      changes: '[]',
      implements: canonical(implementedIn(event.data).map((each) => ({ ...each, at: event.recordedAt }))),
    };
  },
};

type Later = Exclude<Happened<DirectiveEvent>, { type: 'DirectiveIssued' }>;

const after = (row: DirectiveRow, event: Later): DirectiveRow => {
  switch (event.type) {
    case 'WatchBegan':
      return { ...row, watchFrom: event.data.from };
    case 'DirectiveReclassified':
      return { ...row, classification: event.data.to.level };
    case 'ClauseImplemented':
      return { ...row, implements: withOneMore(row, event.data, event.recordedAt) };
    case 'ImplementationWithdrawn':
      return { ...row, implements: withOneLess(row, event.data, event.recordedAt) };
    default:
      return afterOthers(row, event);
  }
};

type Others = Extract<
  Later,
  { type: 'TaskEntered' | 'TaskDivided' | 'StatedChangeRefused' | 'FindingRecorded' | 'DirectiveChanged' }
>;

const afterOthers = (row: DirectiveRow, event: Others): DirectiveRow => {
  switch (event.type) {
    case 'TaskEntered':
      return withFindings(row, event.data.findings);
    case 'TaskDivided':
      return row;
    case 'StatedChangeRefused':
      return withFindings(row, [refusedFinding(row.slug, event.data)]);
    case 'FindingRecorded':
      return withFindings(row, [inspectionFinding(row.slug, event.data)]);
    case 'DirectiveChanged':
      return changed(row, event.data, event.recordedAt);
    default:
      return skipUnknown(event, row);
  }
};

const withFindings = (row: DirectiveRow, more: readonly Finding[]): DirectiveRow => ({
  ...row,
  findings: canonical([...(JSON.parse(row.findings) as Finding[]), ...more]),
});

const withOneMore = (
  { implements: known }: DirectiveRow,
  { source: _, ...said }: Implementation & { source: string },
  at: string,
) => canonical([...(JSON.parse(known) as Implemented[]), { ...said, at }]);

/** It stays readable until when that was held. */
const withOneLess = ({ implements: known }: DirectiveRow, { directiveId, clause }: Implementation, until: string) =>
  canonical(
    (JSON.parse(known) as Implemented[]).map((each) =>
      each.directiveId === directiveId && each.clause === clause && each.until === undefined
        ? { ...each, until }
        : each,
    ),
  );

const FORCE = { amends: null, reaffirms: null, supersedes: 'superseded', revokes: 'revoked' } as const;

type ChangedData = Extract<DirectiveEvent, { type: 'DirectiveChanged' }>['data'];

const changed = (row: DirectiveRow, { directiveId, how, by }: ChangedData, at: string): DirectiveRow => ({
  ...row,
  force: FORCE[how] ?? row.force,
  changes: canonical([...(JSON.parse(row.changes) as ChangedBy[]), { directiveId, how, by, at }]),
});
