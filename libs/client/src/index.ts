export type { components, operations, paths } from './api.generated.ts';
export { connect, type Access, type Client, type Said } from './client.ts';
export { ProblemAnswer, Unreachable, type Flaw, type Problem } from './problem.ts';
export type { AnswerOf, BodyOf, PathOf, QueryOf, RouteOf } from './shapes.ts';

import type { components } from './api.generated.ts';

/** What the API calls by a name: `Shape<'TaskDetail'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];
