import { once } from 'node:events';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Told in docs/cli.md; none is ever given another meaning. */
export const EXIT = { done: 0, fault: 1, bad: 2, unverified: 3, refused: 4, unreachable: 5, differs: 6 } as const;

export type Verb = Readonly<{ usage: string; what: string }>;

export type Command = Readonly<{
  usage: string;
  what: string;
  /** Calls that teach, as they would be typed after `edict `. */
  examples?: readonly string[];
  /** What it can do, where that is more than one thing: the first word after its name. */
  verbs?: Readonly<Record<string, Verb>>;
  /** Resolves with the exit code. */
  run(args: readonly string[]): Promise<number>;
}>;

/** The call, or a file that it names, is wrong: told to the person who made it, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly rule: string;
  readonly file: string | null;

  constructor(message: string, { rule = 'call/usage', file, ...options }: UsageOptions = {}) {
    super(message, options);
    this.rule = rule;
    this.file = file ?? null;
  }
}

type UsageOptions = ErrorOptions & Readonly<{ rule?: string; file?: string }>;

/** What follows the name of a command. Throws `UsageError` for options that it does not have. */
export const parsed = <Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
};

/** Waits for a reader that is slower than we are. */
export const print = async (text: string): Promise<void> => {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
};

export const sole = (positionals: readonly string[], what: string): string => {
  if (positionals.length !== 1 || positionals[0]!.trim() === '') throw new UsageError(`Name ${what}, one at a time.`);
  return positionals[0]!;
};
