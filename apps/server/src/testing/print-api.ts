import { openTestServer, TOKEN } from './test-server.ts';

/** For tools/openapi.js: the description of the API, as the server gives it. */
const server = await openTestServer();
const { payload } = await server.app.inject({
  url: '/api/openapi.json',
  headers: { authorization: `Bearer ${TOKEN}` },
});
await server.close();
process.stdout.write(payload);
