// node tools/openapi.js [--check]: from the types and the refusals in the sources to the description of the API, and from there to the
// types of its client. With --check nothing is written, and what is not as it would be written is an error.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import openapiTS, { astToString } from 'openapi-typescript';

import { reacher } from './openapi/codes.js';
import { openProgram } from './openapi/program.js';
import { routesIn } from './openapi/routes.js';
import { schemas } from './openapi/schema-of.js';

const root = join(import.meta.dirname, '..');
const CONTRACT = 'apps/server/src/http/contract.generated.ts';
const DOCUMENT = 'docs/openapi.json';
const CLIENT = 'libs/client/src/api.generated.ts';
const MADE = '// Made by tools/openapi.js. Do not edit.\n';

const isCheck = process.argv.includes('--check');
const stale = [];

const put = (file, text) => {
  const path = join(root, file);
  const isAsItWas = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (isAsItWas) return;
  stale.push(file);
  if (isCheck) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** What the sources say of each route: the shape of its answer, and every code that it may be refused with. */
const contractOf = () => {
  const program = openProgram(root);
  const { of, components } = schemas(program);
  const codesFrom = reacher(program);
  const routes = routesIn(program)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, method, answer }) => [id, { answer: of(answer), codes: codesFrom(method) }]);
  const named = Object.entries(components).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { routes: Object.fromEntries(routes), schemas: Object.fromEntries(named) };
};

/** What the server itself would answer at /api/openapi.json. */
const documentOf = () => {
  const hook = ['--import', join(root, 'tools/swc-hook.js'), '--conditions=@edict/source'];
  const args = [...hook, '--disable-warning=ExperimentalWarning', join(root, 'apps/server/src/testing/print-api.ts')];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
};

const typed = (contract) =>
  `${MADE}import type { Contract } from './contract.ts';\n\nexport const contract: Contract = ${JSON.stringify(contract, null, 2)};\n`;

put(CONTRACT, typed(contractOf()));
if (!isCheck || stale.length === 0) {
  const document = documentOf();
  put(DOCUMENT, `${JSON.stringify(document, null, 2)}\n`);
  put(CLIENT, MADE + astToString(await openapiTS(document)));
}
if (stale.length > 0) console.log(`${isCheck ? 'stale' : 'written'}: ${stale.join(', ')}`);
process.exitCode = isCheck && stale.length > 0 ? 1 : 0;
