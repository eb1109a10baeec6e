import { canonical, refuse, type Context, type Decider, type Json, type LocalDate, type Message } from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import type { CalendarDocument, FormDocument, PolicyDocument } from '../document/index.ts';
import { calendarOf, isNeverWorked } from '../time/calendar.ts';

/** One version of something that others reckon with. `validUntil` is the last day, `null`: until a later version. */
export type Edition = Readonly<{ version: number; validFrom: LocalDate; validUntil: LocalDate | null }> &
  (
    | Readonly<{ kind: 'policy'; content: PolicyDocument }>
    | Readonly<{ kind: 'calendar'; content: CalendarDocument }>
    | Readonly<{ kind: 'form'; content: FormDocument }>
  );

export const REFERENCE_KINDS = ['policy', 'calendar', 'form'] as const satisfies readonly Edition['kind'][];

export type ReferenceCommand = Message<'PublishReference', Edition>;
export type ReferenceEvent = Message<'ReferencePublished', Edition>;

export const referenceStream = (kind: Edition['kind'], id: string): string => `reference-${kind}-${id}`;

/** The latest edition that is valid that day. */
export const editionOn = (editions: readonly Edition[], day: LocalDate): Edition | undefined =>
  editions
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil))
    .toSorted((a, b) => a.version - b.version)
    .at(-1);

const idOfContent = ({ kind, content }: Edition): string => {
  if (kind === 'policy') return content.policy.id;
  return kind === 'calendar' ? content.calendar.id : content.form.id;
};

const decide = ({ data }: ReferenceCommand, editions: readonly Edition[], { actor, stream }: Context) => {
  if (stream !== referenceStream(data.kind, idOfContent(data)))
    return refuse('reference/other-stream', `${idOfContent(data)} has a stream of its own.`);
  if (!isRegistrar(actor))
    return refuse('reference/not-the-registrar', 'References are published in the capacity of a secretariat.');
  const published = editions.find(({ version }) => version === data.version);
  if (!published && data.kind === 'calendar' && isNeverWorked(calendarOf(data.content)))
    return refuse('reference/never-worked', 'A calendar has a working day in every year.');
  if (!published) return [{ type: 'ReferencePublished', data } as const];
  if (canonical(published) === canonical(data)) return [];
  return refuse('reference/version-taken', `Version ${data.version} reads otherwise: give the change a new version.`);
};

/** Calendars, policies and forms: versions of one thing. A later version moves nothing that an earlier one has fixed. */
export const reference: Decider<readonly Edition[], ReferenceCommand, ReferenceEvent> = {
  category: 'reference',
  origins: { PublishReference: ['person'] },
  initialState: [],
  decide,
  evolve: (editions, { data }) => [...editions, data],
  alarms: () => [],
};

/** What is to be published so that a file is in force. */
export const editionOf = (
  document: PolicyDocument | CalendarDocument | FormDocument,
): Edition & { content: Json & object } => {
  if ('policy' in document) return { kind: 'policy', ...versionOf(document.policy), content: document };
  if ('form' in document) return { kind: 'form', ...versionOf(document.form), content: document };
  const { version, covers: valid } = document.calendar;
  return { kind: 'calendar', ...versionOf({ version, valid }), content: document };
};

type Versioned = Readonly<{ version: number; valid: Readonly<{ from: LocalDate; until: LocalDate | null }> }>;

const versionOf = ({ version, valid: { from: validFrom, until: validUntil } }: Versioned) => ({
  version,
  validFrom,
  validUntil,
});
