import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

/** What all routes have in common that only read. */
export const QueryRoute = (summary: string, told: Readonly<{ forUnit?: boolean }> = {}): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiOkResponse({ description: summary }),
    ApiHeader({ name: 'Edict-Unit', required: told.forUnit ?? false, description: 'The unit that asks.' }),
    ApiHeader({
      name: 'If-Position-At-Least',
      required: false,
      description: POSITION,
      example: 'task-377382a2-872e-52f5-a595-b42487faf286@1',
    }),
  );

const POSITION = 'The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503.';
