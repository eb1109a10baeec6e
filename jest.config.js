/** One configuration for every project: `jest -c jest.config.js --rootDir <project>`. ESM all the way: run with `--experimental-vm-modules`. */
export default {
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(process.env.EDICT_TESTS === 'e2e' ? [] : ['\\.e2e\\.spec\\.ts$'])],
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.ts$': [
      import.meta.resolve('@swc/jest').replace('file://', ''),
      { jsc: { rewriteRelativeImportExtensions: false }, sourceMaps: 'inline' },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@edict/source', 'node', 'node-addons'] },
};
