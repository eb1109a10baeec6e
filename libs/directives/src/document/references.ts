import type { Reference, TaskItem } from './directive.document.ts';

/** Every document that is named, as it is called: its number, or its title. */
export const referencesIn = (reference: Reference | undefined): readonly string[] => {
  if (reference === undefined) return [];
  if (reference === true) return ['a document that is not named'];
  if (typeof reference === 'string') return [reference];
  return isList(reference) ? reference.flatMap(referencesIn) : [reference.number ?? reference.title];
};

const isList = (reference: Reference): reference is Extract<Reference, readonly unknown[]> => Array.isArray(reference);

const WHEN = { accepted: 'is done', overdue: 'is overdue' } as const;

export const startInWords = (start: NonNullable<TaskItem['trigger']>): string => {
  if (typeof start === 'string') return start;
  const { task, when, text } = start;
  return `task ${task} ${WHEN[when]}${text === undefined ? '' : ` (${text})`}`;
};
