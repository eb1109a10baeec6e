import type { Fact, LocalDate, Message } from '@edict/kernel';

import type { FormDocument } from '../document/index.ts';
import type { Filled } from '../figures/index.ts';
import type { Prose } from '../prose.ts';

/** What a form report sees of the task that it belongs to. `fill`: its lead, those that have it, and its coordinators. */
export type Charged = Readonly<{ directiveId: string; fill: readonly string[]; zone: string; over: boolean }>;

type Filling = Readonly<{
  formId: string;
  /** The task with whose report it is filled in, by id. */
  concerning: string;
  /** The day whose state the figures say. */
  on: LocalDate;
}>;

/** `correcting`: why what was filled in before is replaced. */
export type FormReportCommand = Message<
  'FileFormReport',
  Filling & {
    values: Filled;
    correcting?: Prose;
    evidence?: Prose;
    form: Fact<FormDocument | null>;
    task: Fact<Charged | null>;
  }
>;

/** `values`: the numbers that were read, by key; `written`: as they came. `edition`: of the form, and `source` where it was read. */
export type FiledForm = Filling &
  Readonly<{
    directiveId: string;
    unit: string;
    edition: number;
    source: string;
    values: Readonly<Record<string, number>>;
    written: Filled;
    evidence: Prose | null;
  }>;

export type FormReportEvent =
  | Message<'FormReportFiled', FiledForm>
  /** The old figures stay in the history. */
  | Message<'FormReportCorrected', FiledForm & { from: Readonly<Record<string, number>>; reason: Prose }>;
