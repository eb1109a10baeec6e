import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

type Variables = Readonly<Record<string, string>>;
type Service = Readonly<{
  image: string;
  environment?: Readonly<Record<string, string | null>>;
  secrets?: readonly string[];
  deploy?: Readonly<{ replicas?: number }>;
}>;
type Composition = Readonly<{
  services: Readonly<Record<string, Service>>;
  secrets: Readonly<Record<string, unknown>>;
}>;

/** A container as the composition would start it. */
export type Composed = Readonly<{ name: string; service: string; variables: Variables }>;

const root = new URL('../../../docker/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, root), 'utf8');

/** Every container of our own image in `docker/compose.yaml`, with the variables that it would have; `given` is what a person sets. */
export const composedOf = (given: Variables, text = textOf('compose.yaml'), image = textOf('Dockerfile')) => {
  const { services, secrets } = parse(text, { merge: true }) as Composition;
  const ofImage = variablesIn(image);
  const ours = Object.entries(services).filter(([, service]) => service.image === 'edict');
  const containers = ours.flatMap(([service, { environment = {}, deploy }]) => {
    const variables = { ...ofImage, ...filledIn(environment, given) };
    return Array.from({ length: deploy?.replicas ?? 1 }, (_, n): Composed => {
      return { name: `${service}-${n + 1}`, service, variables };
    });
  });
  return { containers, secrets: Object.keys(secrets) };
};

/** A variable without a value is handed on if it is set, and else it is not there. */
const filledIn = (environment: NonNullable<Service['environment']>, given: Variables): Variables =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const is = value === null ? given[name] : interpolated(value, given);
      return is === undefined ? [] : [[name, is]];
    }),
  );

const VARIABLE = /\$\{(\w+)(?::(-|\?)([^}]*))?\}/g;

const interpolated = (text: string, given: Variables): string =>
  text.replace(VARIABLE, (_, name: string, how: string | undefined, rest = '') => {
    const value = given[name];
    if (value) return value;
    if (how === '?') throw new Error(`${name} is not set: ${String(rest)}`);
    return String(rest);
  });

/** What `ENV` of an image says. */
const variablesIn = (image: string): Variables => {
  const [, said = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(image) ?? [];
  return Object.fromEntries([...said.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!]));
};
