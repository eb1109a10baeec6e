import type { ToRehearse } from '../../api/rehearsal.ts';
import type { HandedOver } from '../../parts/handed-over.ts';
import type { Rehearsed } from '../../search-in.ts';

/** Which text can be had again: that of a directive, or the example, in which nobody or some act. */
type Text = Readonly<{ of: string }> | Readonly<{ example: 'nobody' | 'some' }>;

/** A rehearsal that an address asks for. */
export type Asked = Text & Readonly<{ from: string; until: string; policy: string; calendar: string }>;

/** `null`: the address names none, or not all of it. */
export const askedIn = ({ of, example, from, until, policy, calendar }: Rehearsed): Asked | null => {
  if (!from || !until || !policy || !calendar) return null;
  const rules = { from, until, policy, calendar };
  if (of) return { of, ...rules };
  return example === 'nobody' || example === 'some' ? { example, ...rules } : null;
};

/** What the address will say. `null`: what is played cannot be had again, for it was dropped, written or changed here. */
export const addressOf = (handed: HandedOver, { document, script, ...rules }: ToRehearse): Asked | null => {
  if (handed.of === undefined || document !== handed.text || script !== undefined) return null;
  const { from, until, policyId: policy, calendarId: calendar } = rules;
  return { of: handed.of, from, until, policy, calendar };
};
