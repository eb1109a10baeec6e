/** What the sources say of the API, read from them by tools/openapi.js. */
export type Contract = Readonly<{
  /** By controller and method, `TasksController_accept`: the JSON Schema of the answer, and every code that the route may be refused with. */
  routes: Readonly<Record<string, Readonly<{ answer: object; codes: readonly string[] }>>>;
  /** What the answers name. */
  schemas: Readonly<Record<string, object>>;
}>;
