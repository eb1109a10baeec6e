import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';

import { invalid, unknownKey } from './validation.ts';

/** A route that reads no query is asked nothing by one: whoever asks as of a moment must not take now for then. */
export const assertNotAsked = (context: ExecutionContext): void => {
  const keys = Object.keys(context.switchToHttp().getRequest<FastifyRequest>().query as object);
  if (keys.length > 0 && !readsQuery(context)) throw invalid(keys.map(unknownKey));
};

const readsQuery = (context: ExecutionContext): boolean => {
  const { name } = context.getHandler();
  const read = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) as object | undefined;
  return Object.keys(read ?? {}).some((each) => each.startsWith(`${RouteParamtypes.QUERY}:`));
};
