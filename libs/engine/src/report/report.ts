import type { Formula, Reckoning, Rounding, TaskRow } from '@edict/directives';
import type { Instant, LocalDate } from '@edict/kernel';

import type { Reading } from '../reading/reading.ts';
import type { CoverageFigures } from './coverage.ts';
import type { FormOwedFigures } from './form-owed.ts';
import type { FormFigures } from './form.ts';
import type { LateFigures } from './late.ts';
import type { PassingFigures } from './passing.ts';
import type { PilingUpFigures } from './piling-up.ts';
import type { Sheet } from './sheet.ts';
import type { StatisticsFigures } from './statistics.ts';
import type { UnitFormFigures } from './unit-form.ts';

/** Of which directive and of which unit's tasks, if not of all that the reader may see; of which form, and of which day, and for which task by its ref. */
export type Scope = Readonly<{ directiveId?: string; unit?: string; form?: string; on?: LocalDate; ref?: string }>;

/** What a report says of a directive beside its tasks. */
export type DirectiveTold = Readonly<
  { name: string; issuers: readonly string[]; issuedOn: string } & { reckoning: Reckoning }
>;

/** What a report is made of: everything as it was known at `at`. */
export type About = Readonly<{
  at: Instant;
  /** `at`, where a moment was named. */
  asOf: Instant | undefined;
  scope: Scope;
  reading: Reading;
  /** By directive, in the order of the text. */
  tasks: readonly TaskRow[];
  directiveOf(task: TaskRow): DirectiveTold;
}>;

/** A kind of report: the formulas of its figures, and the sheets that it is written on; the first is its CSV. */
export type Made<Figures> = Readonly<{ formulas: readonly Formula[]; figures: Figures; sheets: readonly Sheet[] }>;
export type Making<Figures> = (about: About) => Made<Figures> | Promise<Made<Figures>>;

/** `calendars`: by which editions working days were counted. A report of the same moment, by the same reader, is the same byte for byte. */
export type Report = Readonly<{
  report: string;
  asOf: Instant;
  directiveId: string | null;
  unit: string | null;
  rounding: Rounding;
  calendars: readonly string[];
}> &
  Made<
    | StatisticsFigures
    | LateFigures
    | UnitFormFigures
    | CoverageFigures
    | PilingUpFigures
    | PassingFigures
    | FormFigures
    | FormOwedFigures
  >;
