import { readConfig } from './config.ts';

/** Variables of ours that are set and that nobody reads: misspelt, or of something that is not chosen. Throws as `readConfig` does. */
export const unreadIn = (env: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const read = new Set<string | symbol>();
  const watched = new Proxy(env, {
    get: (all, name) => {
      read.add(name);
      return Reflect.get(all, name) as unknown;
    },
  });
  readConfig(watched);
  return Object.keys(env).filter((name) => name.startsWith('EDICT_') && !read.has(name));
};
