import type { paths } from './api.generated.ts';

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths that take this verb. */
export type RouteOf<V extends Verb> = {
  [P in keyof paths]: paths[P][V] extends { responses: unknown } ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, V extends Verb> = NonNullable<paths[P][V]>;
type Parameters<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends { parameters: infer Given } ? Given : object;

export type PathOf<P extends keyof paths, V extends Verb> =
  Parameters<P, V> extends { path: infer Path } ? Path : undefined;
export type QueryOf<P extends keyof paths, V extends Verb> =
  Parameters<P, V> extends { query?: infer Query } ? Query : undefined;
export type BodyOf<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : undefined;

type Good<Responses> = Responses extends { 200: infer Ok }
  ? Ok
  : Responses extends { 201: infer Made } | { 202: infer Made }
    ? Made
    : undefined;

export type AnswerOf<P extends keyof paths, V extends Verb> =
  Operation<P, V> extends { responses: infer Responses }
    ? Good<Responses> extends { content: { 'application/json': infer Answer } }
      ? Answer
      : undefined
    : never;
