import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { root, run } from './run.ts';

type Component = Readonly<{
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  licenses?: readonly unknown[];
  hashes?: readonly Readonly<{ alg: string; content: string }>[];
}>;
type Sbom = Readonly<{
  bomFormat: string;
  specVersion: string;
  serialNumber: string;
  components: readonly Component[];
  dependencies: readonly Readonly<{ ref: string; dependsOn: readonly string[] }>[];
}>;
type Packages = Readonly<Record<string, Readonly<Record<string, string>>>>;

const jsonIn = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

describe('The list of parts', () => {
  const { dependencies } = jsonIn('package.json') as { dependencies: Readonly<Record<string, string>> };
  const { packages } = jsonIn('package-lock.json') as { packages: Packages };
  let text: string;
  let sbom: Sbom;
  beforeAll(() => {
    text = run(['tools/sbom.js']).stdout;
    sbom = JSON.parse(text) as Sbom;
  });
  const versionsOf = (name: string) => sbom.components.filter((each) => each.name === name).map((each) => each.version);

  it('is CycloneDX, and the same each time', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(run(['tools/sbom.js']).stdout).toBe(text);
  });

  it('has every package that the server runs on, in its exact version', () => {
    expect(Object.keys(dependencies).length).toBeGreaterThan(10);
    for (const [name, version] of Object.entries(dependencies)) expect(versionsOf(name)).toContain(version);
  });

  it('has what is built into the pages, and nothing that only builds or tests', () => {
    for (const name of ['react', 'react-dom', 'react-intl', '@tanstack/react-router'])
      expect(versionsOf(name)).toHaveLength(1);
    for (const name of ['jest', 'vite', 'nx', 'eslint', 'fast-check']) expect(versionsOf(name)).toStrictEqual([]);
  });

  it('names nothing that it does not have, and has nothing that nothing needs', () => {
    const refs = new Set(sbom.components.map((each) => each['bom-ref']));
    const needed = new Set(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect([...needed].filter((ref) => !refs.has(ref))).toStrictEqual([]);
    expect([...refs].filter((ref) => !needed.has(ref))).toStrictEqual([]);
  });

  it('has of each the hash that the lock file has, and its licence', () => {
    for (const { 'bom-ref': ref, hashes = [], licenses, purl, version } of sbom.components) {
      const { integrity } = packages[ref]!;
      expect(`sha512-${Buffer.from(hashes[0]!.content, 'hex').toString('base64')}`).toBe(integrity);
      expect(licenses).toHaveLength(1);
      expect(purl).toContain(`@${version}`);
    }
  });

  it('is written down with how soon a hole in one of them is closed', () => {
    const [, dependencies = ''] = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').split('## Dependencies');
    expect(dependencies).toMatch(/`npm run sbom`[^#]*within 7 days[^#]*within 30/);
  });
});
