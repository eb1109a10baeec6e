import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpProblem } from './problem.ts';

type Route = Readonly<{ path: RegExp; methods: readonly string[] }>;

/**
 * A path that is there, asked by a method that it does not know, is another no than a path that is not there. To be called before the
 * routes are made, and after it is asked who asks: nobody is told to nobody.
 */
export const tellMethods = (fastify: FastifyInstance): void => {
  const routes: Route[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    routes.push({ path: pathOf(url), methods: [method].flat() });
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const methods = request.is404 ? methodsAt(routes, request) : [];
    if (methods.length === 0) return;
    void reply.header('allow', methods.join(', '));
    throw new HttpProblem('route/method', `This path knows ${methods.join(', ')} and no other method.`);
  });
};

/** `/tasks/:id` → `^/tasks/[^/]+$` */
const pathOf = (url: string): RegExp => new RegExp(`^${url.split('/').map(stepOf).join('/')}$`);

const stepOf = (step: string): string =>
  step.startsWith(':') ? '[^/]+' : step.replaceAll(/[^\w-]/g, (each) => (each === '*' ? '.*' : `\\${each}`));

const methodsAt = (routes: readonly Route[], { url }: FastifyRequest): readonly string[] => {
  const [path = ''] = url.split('?', 1);
  return [...new Set(routes.filter((route) => route.path.test(path)).flatMap(({ methods }) => methods))].toSorted();
};
