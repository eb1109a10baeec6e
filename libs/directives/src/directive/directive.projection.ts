import { canonical, idOf, type Projection } from '@edict/kernel';

import type { DirectiveEvent } from './directive.messages.ts';

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
}>;

export const directiveView: Projection<DirectiveRow, DirectiveEvent> = {
  table: 'directive',
  version: 1,
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
  },
  indexes: [['slug'], ['number'], ['issuedAt']],
  keys: (event) => (event.stream.startsWith('directive-') ? [idOf(event.stream)] : []),
  evolve(row, event) {
    if (event.type === 'WatchBegan') return row && { ...row, watchFrom: event.data.from };
    if (event.type === 'DirectiveReclassified') return row && { ...row, classification: event.data.to.level };
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
    };
  },
};
