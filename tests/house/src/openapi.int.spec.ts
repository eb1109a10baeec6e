import { expect, it } from '@jest/globals';

import { run } from './run.ts';

it('The description of the API, and the client that is made from it, follow the sources (npm run openapi)', () =>
  expect(run(['tools/openapi.js', '--check'])).toMatchObject({ status: 0, stdout: '' }));
