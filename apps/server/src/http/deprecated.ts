import {
  applyDecorators,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';

/** Days, YYYY-MM-DD. `instead`: the path that takes its place. */
type Told = Readonly<{ since: string; until: string; instead: string }>;

/**
 * A route that will go: it says so in every answer, since when (`Deprecation`, RFC 9745), until when (`Sunset`, RFC 8594) and what to use
 * instead. Both begin with the day, in UTC.
 */
export const Deprecated = ({ since, until, instead }: Told): MethodDecorator => {
  const headers = {
    deprecation: `@${Date.parse(since) / 1000}`,
    sunset: new Date(until).toUTCString(),
    link: `<${instead}>; rel="successor-version"`,
  };

  @Injectable()
  class Telling implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      void context.switchToHttp().getResponse<FastifyReply>().headers(headers);
      return next.handle();
    }
  }
  return applyDecorators(UseInterceptors(Telling), ApiOperation({ deprecated: true }));
};
