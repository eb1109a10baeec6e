import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { CAPACITIES } from '@edict/directives';

import { OutcomeDto } from './outcome.dto.ts';

type Told = Readonly<{
  status?: 200 | 201;
  description?: string;
  forUnit?: boolean;
  answer?: typeof OutcomeDto | null;
}>;

/** What all routes have in common that change something. */
export const CommandRoute = (summary: string, told: Told = {}): MethodDecorator => {
  const { status = 200, description, forUnit = true, answer = OutcomeDto } = told;
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary, ...(description ? { description } : {}) }),
    ApiResponse({ status, description: 'Where it now stands in the log.', ...(answer && { type: answer, headers }) }),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: UNIQUE, example: '6f1c-acknowledge' }),
    ApiHeader({ name: 'Edict-Unit', required: forUnit, description: 'The unit that acts.', example: 'secretariat' }),
    ApiHeader({ name: 'Edict-Capacity', required: false, description: CAPACITY }),
    ApiHeader({ name: 'If-Match', required: false, description: EXPECTED, example: '"0"' }),
  );
};

const headers = {
  ETag: { description: 'The revision, for the next If-Match.', schema: { type: 'string' as const }, example: '"1"' },
};

const UNIQUE = 'Of your making, for each command. The same again gets the first answer again and changes nothing.';
const EXPECTED = 'The revision at which you saw it, in quotation marks: 412 if it has moved since.';

const CAPACITY = `As what they act: ${CAPACITIES.join(', ')}. Where it is left out, the only one that they hold, or officer.`;
