import type {
  CalendarDocument,
  DirectiveDocument,
  FormDocument,
  PolicyDocument,
  ScriptDocument,
  UnitsDocument,
} from '@edict/directives/document';

/** The formats that people write, by name. */
export type Documents = Readonly<{
  directive: DirectiveDocument;
  units: UnitsDocument;
  policy: PolicyDocument;
  calendar: CalendarDocument;
  form: FormDocument;
  script: ScriptDocument;
}>;

export type Kind = keyof Documents;

/** Each format is known by a key that only it has at the top; a script is a bare list. */
export const kindOf = (value: unknown): Kind | undefined => {
  if (Array.isArray(value)) return 'script';
  if (typeof value !== 'object' || value === null) return undefined;
  return (['directive', 'units', 'policy', 'calendar', 'form'] as const).find((kind) => Object.hasOwn(value, kind));
};
