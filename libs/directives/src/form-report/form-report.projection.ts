import { canonical, idOf, type Projection } from '@edict/kernel';

import type { FormReportEvent } from './form-report.messages.ts';

/** `values` and `written` are JSON texts: numbers by key, and what was written, in its order. */
export type FormReportRow = Readonly<{
  formReportId: string;
  formId: string;
  edition: number;
  directiveId: string;
  concerning: string;
  unit: string;
  ofDay: string;
  values: string;
  written: string;
  corrections: number;
  filedAt: string;
  changedAt: string;
}>;

/** What units have filled in, as it stands. */
export const formReportView: Projection<FormReportRow, FormReportEvent> = {
  table: 'form_report',
  version: 1,
  columns: {
    formReportId: 'text',
    formId: 'text',
    edition: 'integer',
    directiveId: 'text',
    concerning: 'text',
    unit: 'text',
    ofDay: 'text',
    values: 'text',
    written: 'text',
    corrections: 'integer',
    filedAt: 'text',
    changedAt: 'text',
  },
  indexes: [['formId', 'ofDay', 'unit'], ['concerning'], ['directiveId'], ['unit']],
  keys: ({ stream }) => (stream.startsWith('formReport-') ? [idOf(stream)] : []),
  evolve: (row, { stream, type, data, recordedAt }) => ({
    formReportId: idOf(stream),
    formId: data.formId,
    edition: data.edition,
    directiveId: data.directiveId,
    concerning: data.concerning,
    unit: data.unit,
    ofDay: data.on,
    values: canonical(data.values),
    written: canonical(data.written),
    corrections: (row?.corrections ?? 0) + (type === 'FormReportCorrected' ? 1 : 0),
    filedAt: row?.filedAt ?? recordedAt,
    changedAt: recordedAt,
  }),
};
