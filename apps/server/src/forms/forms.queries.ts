import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { FormReportRow } from '@edict/directives';
import { formReportTold, type FormReportTold } from '@edict/engine';

import { Listings, ListQuestion, narrowing } from '../reading/listing.ts';
import { Answering, found, QuestionAbout } from '../reading/question.ts';
import type { FormReportsQuery } from './forms.dto.ts';

type Where = Omit<FormReportsQuery, 'cursor' | 'limit'>;

export class ListFormReports extends ListQuestion<FormReportTold, Where> {}

@QueryHandler(ListFormReports)
export class ListFormReportsHandler extends Listings implements IQueryHandler<ListFormReports> {
  execute(question: ListFormReports) {
    const { form, on, task, ...rest } = narrowing(question);
    const where = { ...rest, ...named('formId', form), ...named('ofDay', on), ...named('concerning', task) };
    return this.page<FormReportRow, FormReportTold>(
      question,
      ({ lists }, asked) => lists.formReports(where, asked),
      formReportTold,
    );
  }
}

const named = (column: 'formId' | 'ofDay' | 'concerning', value: string | undefined) =>
  value === undefined ? {} : { [column]: value };

export class GetFormReport extends QuestionAbout<FormReportTold> {}

@QueryHandler(GetFormReport)
export class GetFormReportHandler extends Answering implements IQueryHandler<GetFormReport> {
  async execute(question: GetFormReport) {
    const { items } = await this.reading(question).lists.formReports({ formReportId: question.id }, { limit: 1 });
    return formReportTold(found(items[0], 'form'));
  }
}
