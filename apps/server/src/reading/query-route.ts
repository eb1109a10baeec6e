import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

/** `of`: the category of the stream that the id in the path is of. */
type Told = Readonly<{ forUnit?: boolean; of?: string }>;

/** What all routes have in common that only read. */
export const QueryRoute = (summary: string, told: Told = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(OF, told.of),
    ApiOperation({ summary }),
    ApiOkResponse({ description: summary, ...(told.of && { headers: { ETag: REVISION } }) }),
    ApiHeader({ name: 'Edict-Unit', required: told.forUnit ?? false, description: 'The unit that asks.' }),
    ApiHeader({
      name: 'If-Position-At-Least',
      required: false,
      description: POSITION,
      example: 'task-377382a2-872e-52f5-a595-b42487faf286@1',
    }),
  );

/** Where it is kept of a route what it shows. */
export const OF = 'edict:of';

const REVISION = {
  description: 'The revision that it shows, for an If-Match. Not of the past.',
  schema: { type: 'string' as const },
  example: '"1"',
};
const POSITION = 'The `position` of a command, to see what it did. Waited for, 2 seconds at most; then 503.';
