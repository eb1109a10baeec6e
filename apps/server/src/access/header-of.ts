import type { FastifyRequest } from 'fastify';

export const headerOf = ({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | undefined =>
  headers[name]?.toString();
