import { randomUUID } from 'node:crypto';

import type { Client } from '@edict/client';

import { clientFor, ONLINE, ONLINE_USAGE } from './access.ts';
import { EXIT, parsed, print, UsageError, type Command, type Verb } from './command.ts';

type Value = string | boolean | readonly (string | boolean)[] | undefined;

/** What somebody typed after the verb. `key`: of what is sent, the same where it is sent again. */
export type Typed = Readonly<{
  words: readonly string[];
  key: string;
  text(option: string): string | undefined;
  texts(option: string): readonly string[] | undefined;
  is(option: string): boolean;
}>;

export type Does = Verb &
  Readonly<{
    /** How many words follow the verb. */
    words: number;
    options?: Readonly<Record<string, Readonly<{ type: 'string' | 'boolean'; multiple?: boolean }>>>;
    /** In which capacity, unless --as says another. */
    as?: string;
    /** What is to be printed: lines for people, and objects, one a line, for programs. */
    ask(client: Client, typed: Typed): Promise<Told>;
  }>;

/** `refused`: how many of several. */
export type Told = Readonly<{ text: string; json: readonly object[]; refused?: number }>;

const KEY = { key: { type: 'string' } } as const;

/** A command with verbs of its own; without one it lists. */
export const several = (
  { name, what, examples }: Readonly<{ name: string; what: string; examples: readonly string[] }>,
  verbs: Readonly<Record<string, Does>>,
): Command => ({
  usage: `${name} [VERB …] [--key KEY] ${ONLINE_USAGE}`,
  what,
  examples,
  verbs,
  async run([first = 'list', ...others]) {
    const [verb, rest] = first.startsWith('-') ? ['list', [first, ...others]] : [first, others];
    if (!Object.hasOwn(verbs, verb))
      throw new UsageError(`edict ${name} knows ${Object.keys(verbs).join(', ')}, and not “${verb}”.`);
    return runVerb(name, verbs[verb]!, rest);
  },
});

const runVerb = async (name: string, does: Does, args: readonly string[]): Promise<number> => {
  const { values, positionals } = parsed(args, { ...ONLINE, ...KEY, ...does.options });
  if (positionals.length !== does.words) throw new UsageError(`edict ${name} ${does.usage}: that is what is wanted.`);
  const said = values as Readonly<Record<string, Value>>;
  const text = (option: string) => said[option] as string | undefined;
  const as = text('as') ?? process.env['EDICT_CAPACITY'] ?? does.as;
  const client = await clientFor({ data: text('data') ?? 'data', unit: text('unit'), as });
  const told = await does.ask(client, {
    words: positionals,
    key: text('key') ?? randomUUID(),
    text,
    texts: (option) => said[option] as readonly string[] | undefined,
    is: (option) => said[option] === true,
  });
  return tell(told, said['json'] === true);
};

const tell = async ({ text, json, refused = 0 }: Told, asJson: boolean): Promise<number> => {
  if (asJson) for (const each of json) await print(JSON.stringify(each));
  else await print(text);
  return refused > 0 ? EXIT.refused : EXIT.done;
};

/** What was done, where there is nothing to tell but that it was. */
export const done = (text: string, outcome: object): Told => ({ text, json: [outcome] });

export const needed = (typed: Typed, option: string, what: string): string => {
  const text = typed.text(option);
  if (text === undefined) throw new UsageError(`--${option} ${what} is missing.`);
  return text;
};

/** Of a list that the description of the API closes; what is not in it, the server says. */
export const optional = <Name extends string>(
  name: Name,
  value: string | undefined,
): Partial<Readonly<Record<Name, string>>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Readonly<Record<Name, string>>>;
