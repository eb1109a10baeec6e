import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

type Service = Readonly<{
  depends_on?: object;
  secrets?: readonly string[];
  volumes?: readonly string[];
  command?: readonly string[];
  stop_grace_period?: string;
  deploy?: Readonly<{ resources?: Readonly<{ limits?: object }> }>;
}>;
type Composition = Readonly<{ services: Readonly<Record<string, Service>>; secrets: object; volumes: object }>;

const composition = (): Composition =>
  parse(readFileSync(join(root, 'docker/compose.yaml'), 'utf8'), { merge: true }) as Composition;

/** What a service does, in a folder that stands for its container, with these programs in the place of those of its image. */
const runService = (name: string, folder: string, programs: Readonly<Record<string, string>>) => {
  const [shell, flags, text] = composition().services[name]!.command! as readonly [string, string, string];
  const bins = join(folder, 'bin');
  mkdirSync(bins, { recursive: true });
  for (const [program, does] of Object.entries(programs))
    writeFileSync(join(bins, program), `#!/bin/sh\n${does}\n`, { mode: 0o755 });
  const here = text.replaceAll('$$', '$').replaceAll(/(?<=[\s(=])\/(?=backup|shared|run\/)/g, `${folder}/`);
  return spawnSync(shell, [flags, here], { encoding: 'utf8', env: { PATH: `${bins}:/usr/bin:/bin` } });
};

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
    const { services, secrets, volumes } = composition();
    const missing = Object.entries(services).flatMap(([name, service]) => [
      ...Object.keys(service.depends_on ?? {}).filter((each) => !(each in services)),
      ...(service.secrets ?? []).filter((each) => !(each in secrets)),
      ...(service.volumes ?? []).filter((each) => !(each.split(':')[0]! in volumes)).map((each) => `${name} ${each}`),
    ]);
    expect(missing).toStrictEqual([]);
  });

  it('let nothing have the machine to itself, and Edict finish what is in hand', () => {
    const { services } = composition();
    for (const [name, { deploy }] of Object.entries(services))
      expect([name, deploy?.resources?.limits]).toStrictEqual([
        name,
        { cpus: expect.stringMatching(/^\d$/), memory: expect.stringMatching(/^\d+[mg]$/) },
      ]);
    for (const name of ['web', 'sagas', 'worker']) expect(services[name]!.stop_grace_period).toBe('60s');
  });

  it('bring back what a backup has: the database, and attached files, but none that was made for a day', () => {
    const folder = mkdtempSync(join(tmpdir(), 'edict-docker-'));
    for (const each of ['run/secrets', 'backup', 'shared/files/ab', 'shared/files/incoming', 'shared/files/exports'])
      mkdirSync(join(folder, each), { recursive: true });
    const [file, made] = ['shared/files/ab/cd', 'shared/files/exports/ef'].map((each) => join(folder, each)) as [
      string,
      string,
    ];
    for (const each of [file, made]) writeFileSync(each, 'kept');
    writeFileSync(join(folder, 'run/secrets/postgres-password'), 's3cret');
    const dump = 'while [ "$1" != -f ]; do shift; done; echo "$PGPASSWORD" > "$2"';
    expect(runService('backup', folder, { pg_dump: dump })).toMatchObject({ status: 0, stderr: '' });
    rmSync(join(folder, 'shared/files'), { recursive: true });
    const load = `for each; do :; done; cp "$each" ${folder}/restored`;
    expect(runService('restore', folder, { pg_restore: load })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'restored'), 'utf8')).toBe('s3cret\n');
    expect([readFileSync(file, 'utf8'), existsSync(made)]).toStrictEqual(['kept', false]);
    rmSync(folder, { recursive: true });
  });
});
