const tools = import.meta.dirname;

/** The level of a spec is in its name: `.spec.ts` no I/O, `.int.spec.ts` real I/O, `.e2e.spec.ts` the built server. */
const levels = {
  unit: { testRegex: ['\\.spec\\.tsx?$'], without: ['\\.(int|e2e)\\.spec\\.tsx?$'] },
  test: { testRegex: ['\\.spec\\.tsx?$'], without: ['\\.e2e\\.spec\\.tsx?$'] },
  e2e: { testRegex: ['\\.e2e\\.spec\\.tsx?$'], without: [] },
};
const { EDICT_TESTS: level = 'test', EDICT_TOTALS: totals } = process.env;
const { testRegex, without } = levels[level];
// Said to the runner alone: a server that a spec starts would name them as variables that mean nothing to it.
delete process.env.EDICT_TESTS;
delete process.env.EDICT_TOTALS;

/** One configuration for every project: `jest -c tools/jest.config.js --rootDir <project>`. ESM all the way: run with `--experimental-vm-modules`. */
export default {
  testRegex,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...without],
  modulePathIgnorePatterns: ['/dist/'],
  passWithNoTests: true, // not every project has specs of every level
  transform: {
    '^.+\\.tsx?$': [
      import.meta.resolve('@swc/jest').replace('file://', ''),
      { jsc: { rewriteRelativeImportExtensions: false }, sourceMaps: 'inline' },
    ],
  },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  // Long enough for a loaded machine: how fast something is, benchmarks say.
  testTimeout: 60_000,
  // A suite that fails before it has closed its server would hold up CI for ever. One that passes ends by itself, as runs by hand show.
  forceExit: process.env.CI === 'true',
  testEnvironmentOptions: { customExportConditions: ['@edict/source', 'node', 'node-addons'] },
  reporters: ['default', ...(totals ? [[`${tools}/totals-reporter.js`, { file: totals }]] : [])],
};
