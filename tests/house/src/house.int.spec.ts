import { beforeAll, describe, expect, it } from '@jest/globals';

import { lint, run, type Finding } from './run.ts';

const kernel = 'libs/kernel/src/index.ts';
const pure = 'libs/directives/src/index.ts';
const shell = 'libs/runtime/src/index.ts';
const spec = 'libs/kernel/src/kernel.spec.ts';

/** Each is planted into a file that exists, so that lint knows whose file it is. */
const planted: Readonly<Record<string, Readonly<{ file: string; text: string; rule: string; says: string }>>> = {
  'the kernel imports no other library': {
    file: kernel,
    text: `import { pure } from '@edict/runtime';\nexport const planted = pure;\n`,
    rule: '@nx/enforce-module-boundaries',
    says: 'Circular dependency',
  },
  'the kernel imports no package': {
    file: kernel,
    text: `import { parse } from 'yaml';\nexport const planted = parse;\n`,
    rule: '@nx/enforce-module-boundaries',
    says: 'scope:kernel',
  },
  'the domain imports no machine': {
    file: pure,
    text: `import { pure } from '@edict/runtime';\nexport const planted = pure;\n`,
    rule: '@nx/enforce-module-boundaries',
    says: 'scope:directives',
  },
  'no library reaches into another by a path': {
    file: shell,
    text: `import { canonical } from '../../kernel/src/canonical.ts';\nexport const planted = canonical;\n`,
    rule: '@nx/enforce-module-boundaries',
    says: 'relative',
  },
  'the domain imports no package': {
    file: pure,
    text: `import { parse } from 'yaml';\nexport const planted = parse;\n`,
    rule: '@nx/enforce-module-boundaries',
    says: 'yaml',
  },
  'the domain imports nothing of the machine it runs on': {
    file: pure,
    text: `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n`,
    rule: 'no-restricted-imports',
    says: 'Pure code touches no machine',
  },
  'the domain reads no clock': {
    file: pure,
    text: `export const planted = () => Date.now();\n`,
    rule: 'no-restricted-properties',
    says: 'Time comes in with the context',
  },
  'the domain reads no clock by a new date either': {
    file: pure,
    text: `export const planted = () => new Date();\n`,
    rule: 'no-restricted-syntax',
    says: 'Time comes in with the context',
  },
  'the domain reads no clock of Temporal': {
    file: pure,
    text: `export const planted = () => Temporal.Now.instant();\n`,
    rule: 'no-restricted-properties',
    says: 'Time comes in with the context',
  },
  'the kernel throws no dice': {
    file: kernel,
    text: `export const planted = () => Math.random();\n`,
    rule: 'no-restricted-properties',
    says: 'An id follows from what it identifies',
  },
  'the domain is synchronous': {
    file: pure,
    text: `export const planted = async () => 1;\n`,
    rule: 'no-restricted-syntax',
    says: 'Pure code answers at once',
  },
  'the domain sets no timer': {
    file: pure,
    text: `export const planted = () => setTimeout(() => 1, 1);\n`,
    rule: 'no-restricted-globals',
    says: 'setTimeout',
  },
  'the domain knows no process': {
    file: pure,
    text: `export const planted = process.pid;\n`,
    rule: 'no-restricted-globals',
    says: 'process',
  },
  'the domain is silent': {
    file: pure,
    text: `export const planted = () => console.log('x');\n`,
    rule: 'no-restricted-globals',
    says: 'console',
  },
  'no library writes to the console': {
    file: shell,
    text: `export const planted = () => console.log('x');\n`,
    rule: 'no-console',
    says: 'console',
  },
  'a controller imports its DTO as a value, or validation is off': {
    file: shell,
    text: `import type { IssueDto } from './issue.dto.ts';\ndeclare const Body: () => ParameterDecorator;\nexport class Planted {\n  issue(@Body() body: IssueDto) {\n    return body;\n  }\n}\n`,
    rule: 'no-restricted-syntax',
    says: 'A DTO imported as a type',
  },
  'a controller imports its DTO as a value also among other imports': {
    file: shell,
    text: `import { type IssueDto } from './issue.dto.ts';\ndeclare const Body: () => ParameterDecorator;\nexport class Planted {\n  issue(@Body() body: IssueDto) {\n    return body;\n  }\n}\n`,
    rule: 'no-restricted-syntax',
    says: 'A DTO imported as a type',
  },
  'nobody listens asynchronously': {
    file: shell,
    text: `import { EventEmitter } from 'node:events';\nnew EventEmitter().on('data', async () => Promise.resolve());\n`,
    rule: 'no-restricted-syntax',
    says: 'for await',
  },
  'no promise floats': {
    file: shell,
    text: `const planted = async () => 1;\nplanted();\n`,
    rule: '@typescript-eslint/no-floating-promises',
    says: 'Promises must be awaited',
  },
  'a switch knows every case': {
    file: shell,
    text: `export const planted = (x: 'a' | 'b') => {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n};\n`,
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    says: '"b"',
  },
  'there is no any': {
    file: shell,
    text: `export const planted = (x: any) => String(x);\n`,
    rule: '@typescript-eslint/no-explicit-any',
    says: 'any',
  },
  'no test runs alone': {
    file: spec,
    text: `import { expect, it } from '@jest/globals';\nit.only('planted', () => expect(1).toBe(1));\n`,
    rule: 'jest/no-focused-tests',
    says: 'focused',
  },
  'no test is left out': {
    file: spec,
    text: `import { expect, it } from '@jest/globals';\nit.skip('planted', () => expect(1).toBe(1));\n`,
    rule: 'jest/no-disabled-tests',
    says: 'skip',
  },
  'no test asserts nothing': {
    file: spec,
    text: `import { it } from '@jest/globals';\nit('planted', () => {});\n`,
    rule: 'edict/asserts-something',
    says: 'asserts nothing',
  },
  'no test asserts nothing behind a helper either': {
    file: spec,
    text: `import { it } from '@jest/globals';\nconst helper = () => 1;\nit.each([1])('planted', () => void helper());\n`,
    rule: 'edict/asserts-something',
    says: 'asserts nothing',
  },
  'no specification stops before what follows': {
    file: spec,
    text: `import { it } from '@jest/globals';\nimport { given, command } from './x.ts';\nit('planted', () => {\n  given().when(command);\n});\n`,
    rule: 'no-restricted-syntax',
    says: 'Nothing is said to follow',
  },
};

describe('Lint finds that', () => {
  let found: readonly (readonly Finding[])[];

  beforeAll(() => {
    // The layers are checked against the stored graph of the projects: in a fresh clone there is none, and the rule would pass everything.
    expect(run(['node_modules/.bin/nx', 'show', 'projects']).status).toBe(0);
    found = lint(Object.values(planted));
  }, 120_000);

  it.each(Object.keys(planted).map((name, n) => [name, n] as const))('%s', (name, n) => {
    const { rule, says } = planted[name]!;
    expect(found[n]).toContainEqual(expect.objectContaining({ rule, message: expect.stringContaining(says) }));
  });
});
