import type { FastifyInstance } from 'fastify';

import { HttpProblem } from './problem.ts';

/** The one route that takes a form, and what it reads of it: others may be there and mean nothing (Back-Channel Logout 1.0, 2.5). */
const ROUTE = '/sessions/oidc/logout';
const FIELD = 'logout_token';

/** A browser sends a form to wherever another site wants: nowhere else is one read. To be called after `takeOnlyJson`. */
export const takeOneForm = (fastify: FastifyInstance): void => {
  fastify.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    ({ routeOptions }, body, done) => {
      if (routeOptions.url === ROUTE) done(null, { [FIELD]: new URLSearchParams(body).get(FIELD) });
      else done(new HttpProblem('body/unsupported-media-type', 'JSON is sent here.'));
    },
  );
};
