/** Who may import whom: the table of libraries in docs/adr/0003-layers.md, with what docs/adr/0024-proofs-in-the-browser.md adds to it. Nx checks it, tests/house proves that it does. */
const table = {
  kernel: [],
  directives: ['kernel'],
  runtime: ['kernel'],
  seal: ['kernel'],
  documents: ['kernel', 'directives'],
  engine: ['kernel', 'directives', 'runtime', 'seal'],
  adapters: ['kernel', 'runtime'],
  client: [],
  web: ['client', 'seal'],
};
const libraries = Object.keys(table).filter((scope) => scope !== 'web');
const fronts = { server: libraries, cli: libraries };

/** Packages from outside. A library that is not named here may import whatever the root's package.json has. */
const packages = {
  kernel: [],
  directives: [],
  runtime: [],
  seal: [],
  documents: ['yaml', 'ajv', 'ajv/*'],
  engine: [],
  client: [],
};
const TEST_PACKAGES = ['@jest/globals', 'fast-check'];

const tag = (scope) => `scope:${scope}`;
const rule = (scope, on, extraPackages) => ({
  sourceTag: tag(scope),
  onlyDependOnLibsWithTags: [scope, ...on].map(tag),
  ...(packages[scope] && { allowedExternalImports: [...packages[scope], ...extraPackages] }),
});
const entries = Object.entries({ ...table, ...fronts });
const tests = { sourceTag: tag('tests'), onlyDependOnLibsWithTags: ['*'] };

export const layers = [...entries.map(([scope, on]) => rule(scope, on, [])), tests];

/** A spec may also use the test tools, the contract suites and the memory adapter. */
export const specLayers = [
  ...entries.map(([scope, on]) => rule(scope, [...on, 'adapters', 'tests'], TEST_PACKAGES)),
  tests,
];
