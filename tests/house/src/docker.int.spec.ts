import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { root, run } from './run.ts';

const bin = (name: string): string => join(root, 'node_modules', name);
const lintCompose = (file: string) => run([bin('dclint/bin/dclint.cjs'), '--quiet', file]);
const lintImage = (file: string) => run([bin('dockerfile-utils/bin/dockerfile-utils'), 'lint', file]);

const damaged = (file: string, from: string, to: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'edict-docker-'));
  const place = join(folder, file);
  writeFileSync(place, readFileSync(join(root, 'docker', file), 'utf8').replace(from, to));
  return place;
};

type Service = Readonly<{ depends_on?: object; secrets?: readonly string[]; volumes?: readonly string[] }>;
type Composition = Readonly<{ services: Readonly<Record<string, Service>>; secrets: object; volumes: object }>;

describe('The files for containers', () => {
  it('are without a fault as far as can be seen without an engine', () => {
    expect(lintCompose('docker/compose.yaml')).toMatchObject({ status: 0 });
    expect(lintImage('docker/Dockerfile')).toMatchObject({ status: 0, stdout: '' });
  });

  it('are looked at: a fault that is planted is found', () => {
    const compose = damaged('compose.yaml', 'image: edict', 'picture: edict');
    const image = damaged('Dockerfile', 'USER node', 'USR node');
    expect(lintCompose(compose).status).not.toBe(0);
    expect(lintImage(image).stdout + lintImage(image).stderr).toMatch(/USR/i);
    for (const file of [compose, image]) rmSync(join(file, '..'), { recursive: true });
  });

  it('name nothing that is not there', () => {
    const text = readFileSync(join(root, 'docker/compose.yaml'), 'utf8');
    const { services, secrets, volumes } = parse(text, { merge: true }) as Composition;
    const missing = Object.entries(services).flatMap(([name, service]) => [
      ...Object.keys(service.depends_on ?? {}).filter((each) => !(each in services)),
      ...(service.secrets ?? []).filter((each) => !(each in secrets)),
      ...(service.volumes ?? []).filter((each) => !(each.split(':')[0]! in volumes)).map((each) => `${name} ${each}`),
    ]);
    expect(missing).toStrictEqual([]);
  });
});
