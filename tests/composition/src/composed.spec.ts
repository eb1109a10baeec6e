import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { composedOf, type Composed } from './composed.ts';

const GIVEN = { EDICT_INSTALLATION: 'id', EDICT_MAIL_FROM: 'edict@example' };
const docker = new URL('../../../docker/', import.meta.url);

describe('The composition, as it is read', () => {
  it('is four processes in three roles, each with the variables of its image and of its service', () => {
    const { containers } = composedOf(GIVEN);
    expect(containers.map(({ name }) => name)).toStrictEqual(['web-1', 'web-2', 'sagas-1', 'worker-1']);
    for (const { service, variables } of containers) {
      expect(variables).toMatchObject({ EDICT_ROLE: service, EDICT_DATA: '/data', EDICT_INSTALLATION: 'id' });
      expect(variables['EDICT_KURRENTDB']).toBe('kurrentdb://kurrentdb:2113?tls=false');
      expect(variables).not.toHaveProperty('EDICT_KURRENTDB_USER');
    }
  });

  it('hands on how browsers know it and where webhooks may go, to whom it concerns, where that is set', () => {
    const set = { EDICT_ORIGIN: 'https://edict.example', EDICT_WEBHOOK_ALLOW: '10.1.0.0/16' };
    const proxy = { EDICT_PROXY: '172.31.26.1' };
    for (const { service, variables } of composedOf({ ...GIVEN, ...set, ...proxy }).containers) {
      expect(variables).toMatchObject(service === 'web' ? { ...set, ...proxy } : set);
      expect(service === 'web' || !('EDICT_PROXY' in variables)).toBe(true);
    }
    const [{ variables }] = composedOf(GIVEN).containers as [Composed];
    for (const name of Object.keys({ ...set, ...proxy })) expect(variables).not.toHaveProperty(name);
  });

  it('asks for what has to be set', () => {
    expect(() => composedOf({})).toThrow('EDICT_INSTALLATION is not set');
  });

  it('is on the nodes of the cluster by its other file, each of which is a service', () => {
    const lines = readFileSync(new URL('cluster.env', docker), 'utf8').matchAll(/^(\w+)=(.*)$/gm);
    const cluster = Object.fromEntries([...lines].map(([, name, value]) => [name!, value!]));
    const [{ variables }] = composedOf({ ...GIVEN, ...cluster }).containers as [Composed];
    const nodes = variables['EDICT_KURRENTDB']!.match(/[\w-]+(?=:2113)/g)!;
    expect(nodes).toHaveLength(3);
    for (const node of nodes) expect(readFileSync(new URL('compose.yaml', docker), 'utf8')).toContain(`  ${node}:\n`);
    expect(variables).toMatchObject({ EDICT_KURRENTDB_CA_FILE: '/authority/ca.crt', EDICT_KURRENTDB_USER: 'edict' });
  });
});
