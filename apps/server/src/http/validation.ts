import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

import { isInherited } from './inherited.ts';
import { HttpProblem, type Flaw } from './problem.ts';

/** Every body, parameter and query against its DTO; what the DTO does not name is refused. */
export const validation = (): ValidationPipe =>
  new WithoutInherited({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalid(flawsOf(errors)),
  });

/** Questions come as they were sent; bodies have been looked through as they were read. */
class WithoutInherited extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const inherited = metadata.type === 'query' ? Object.keys(value as object).filter(isInherited) : [];
    if (inherited.length > 0) throw invalid(inherited.map(unknownKey));
    return super.transform(value, metadata);
  }
}

export const unknownKey = (key: string): Flaw => ({
  pointer: `/${key}`,
  rule: 'unknownKey',
  message: `${key} is not known here`,
});

export const invalid = (flaws: readonly Flaw[]): HttpProblem =>
  new HttpProblem('request/invalid', 'The request is not as its description says.', flaws);

const flawsOf = (errors: readonly ValidationError[], within = ''): readonly Flaw[] =>
  errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${within}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(constraints).map(([rule, message]) => ({ pointer, rule: ruleOf(rule), message }));
    return [...own, ...flawsOf(children, pointer)];
  });

const ruleOf = (constraint: string): string => (constraint === 'whitelistValidation' ? 'unknownKey' : constraint);
