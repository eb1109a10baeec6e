import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

import { HttpProblem, type Flaw } from './problem.ts';

/** Every body, parameter and query against its DTO; what the DTO does not name is refused. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) =>
      new HttpProblem(400, 'request/invalid', 'The request is not as its description says.', flawsOf(errors)),
  });

const flawsOf = (errors: readonly ValidationError[], within = ''): readonly Flaw[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${within}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(constraints).map(([rule, message]) => ({ pointer, rule: ruleOf(rule), message }));
    return [...own, ...flawsOf(children, pointer)];
  });

const ruleOf = (constraint: string): string => (constraint === 'whitelistValidation' ? 'unknownKey' : constraint);
