import type { LocalDate } from '@edict/kernel';

type Names = Readonly<Partial<Record<'en' | 'vi' | 'ru' | 'uk', string>>>;

/** What is counted under a key. Names may be alike, keys may not: two groups bear one name in translation. */
export type FormDocumentLine = Readonly<{
  key: string;
  name: Names;
  /** The keys of which it is the total. */
  parts?: readonly string[];
}>;

/** A form in which units report figures: lines with keys, totals that must be what their parts add up to. */
export type FormDocument = Readonly<{
  form: Readonly<{
    id: string;
    name: Names;
    version: number;
    /** For which days it can be filled in; both included, `null`: until a later version. */
    valid: Readonly<{ from: LocalDate; until: LocalDate | null }>;
    /** Which mark parts thousands; left out, a number that can be read in two ways is refused. */
    spelling?: 'comma-thousands' | 'point-thousands';
  }>;
  lines: readonly FormDocumentLine[];
}>;
