import { builtinModules } from 'node:module';
import { join } from 'node:path';

import nx from '@nx/eslint-plugin';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

import { assertsSomething } from './asserts.js';
import { layers, specLayers } from './layers.js';

const CODE = ['**/*.ts', '**/*.tsx'];
const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.contract.ts', 'libs/**/src/testing/**/*.ts', 'tests/**/*.ts'];
/** What may be proved by reading it alone: no clock, no chance, no world. */
const PURE = ['libs/kernel/src/**/*.ts', 'libs/directives/src/**/*.ts'];
const MACHINE = ['node:*', ...builtinModules];

const boundaries = (depConstraints, options) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    { depConstraints, banTransitiveDependencies: true, checkDynamicDependenciesExceptions: ['.*'], ...options },
  ],
});

const restrictedEverywhere = [
  {
    selector:
      'Program:has(Decorator[expression.callee.name=/^(Controller|Body|Query|Param)$/]) ImportDeclaration[source.value=/\\.dto\\.ts$/][importKind="type"]',
    message: 'A DTO imported as a type leaves no metadata, so the ValidationPipe would let every body through.',
  },
  {
    selector:
      'Program:has(Decorator[expression.callee.name=/^(Controller|Body|Query|Param)$/]) ImportDeclaration[source.value=/\\.dto\\.ts$/] > [importKind="type"]',
    message: 'A DTO imported as a type leaves no metadata, so the ValidationPipe would let every body through.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(on|once|addListener)$/] > :function[async=true]',
    message: 'Nobody awaits a listener: what it throws is lost or ends the process. Use `for await`.',
  },
];

const restrictedInPure = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in with the context.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in with the context.' },
  { selector: ':function[async=true], AwaitExpression', message: 'Pure code answers at once.' },
];

const restrictedInSpecs = [
  {
    selector: 'ExpressionStatement > CallExpression[callee.property.name="when"]',
    message: 'Nothing is said to follow: `.then(…)`.',
  },
];

const size = (lines, linesPerFunction) => ({
  complexity: ['error', 8],
  'max-depth': ['error', 3],
  'max-params': ['error', 4],
  'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': linesPerFunction
    ? ['error', { max: linesPerFunction, skipBlankLines: true, skipComments: true }]
    : 'off',
});

export default tseslint.config(
  { ignores: ['**/dist', '**/*.generated.ts', '**/node_modules', '.nx', 'coverage', 'docs', 'examples'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    name: 'edict/tools',
    files: ['**/*.js'],
    extends: [tseslint.configs.recommended],
    rules: { ...size(200, 40), eqeqeq: 'error', 'prefer-const': 'error' },
  },

  {
    name: 'edict/code',
    files: CODE,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['apps/*/*.config.ts'] },
        tsconfigRootDir: join(import.meta.dirname, '..'),
      },
    },
    plugins: { '@nx': nx },
    rules: {
      ...size(200, 40),
      ...boundaries(layers),
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...restrictedEverywhere],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

      // Where the house reads differently.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-base-to-string': 'off', // whatever was thrown or refused is printed
      '@typescript-eslint/no-invalid-void-type': 'off', // Promise.withResolvers<void>()
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // code points are what is meant
      '@typescript-eslint/no-redundant-type-constituents': 'off', // LocalDate | 'issue' says more than string
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // frameworks type plain options as classes
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess doubts what the line above has made sure
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }], // passing on
      '@typescript-eslint/require-await': 'off', // a port is asynchronous, also where an adapter is not
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },

  {
    name: 'edict/pure',
    files: PURE,
    ignores: SPECS,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: MACHINE, message: 'Pure code touches no machine.' },
            { group: ['@edict/*/testing'], message: 'For specs.' },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'console', 'global', 'globalThis', 'require', 'Buffer', 'crypto', 'performance', 'fetch'],
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in with the context.' },
        { object: 'Temporal', property: 'Now', message: 'Time comes in with the context.' },
        { object: 'Math', property: 'random', message: 'An id follows from what it identifies.' },
      ],
      'no-restricted-syntax': ['error', ...restrictedEverywhere, ...restrictedInPure],
    },
  },
  {
    name: 'edict/hashing', // Web Crypto would make every decider and every verifier asynchronous
    files: ['libs/kernel/src/ids.ts', 'libs/seal/src/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-imports': ['error', { patterns: [...MACHINE, '!node:crypto'] }],
      'no-restricted-globals': 'off',
    },
  },

  {
    name: 'edict/specs',
    files: SPECS,
    plugins: { jest, edict: { rules: { 'asserts-something': assertsSomething } } },
    settings: { jest: { version: 30 } },
    rules: {
      ...size(400, null),
      ...boundaries(specLayers, { ignoredCircularDependencies: [['@edict/runtime', '@edict/adapter-memory']] }),
      'edict/asserts-something': 'error',
      'no-restricted-syntax': ['error', ...restrictedEverywhere, ...restrictedInSpecs],
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-identical-title': 'error',
      'jest/no-standalone-expect': 'off',
      'jest/valid-expect': 'error',
      'jest/valid-expect-in-promise': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'off', // asymmetric matchers are `any`
    },
  },

  { name: 'edict/front', files: ['apps/**', 'tests/bench/**', 'tests/faults/**'], rules: { 'no-console': 'off' } },
);
