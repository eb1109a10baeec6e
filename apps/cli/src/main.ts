import { Rejection } from '@edict/kernel';

import { EXIT, UsageError, type Command } from './command.ts';

/** Loaded when called, so that no command waits for what another one needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  rehearse: async () => (await import('./commands/rehearse.ts')).rehearse,
  history: async () => (await import('./commands/history.ts')).history,
  show: async () => (await import('./commands/show.ts')).show,
  verify: async () => (await import('./commands/verify.ts')).verify,
  'kurrentdb-acl': async () => (await import('./commands/kurrentdb-acl.ts')).kurrentdbAcl,
};

const helpOn = ({ usage, what }: Command): string => `  edict ${usage}\n      ${what}`;

const help = async (): Promise<string> => {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return [
    'edict: carries a directive from the day it is issued to the day the last task in it is answered for.',
    '',
    ...commands.map(helpOn),
    '',
    'Exit codes: 0 done · 1 fault · 2 bad files or bad call · 3 the log does not verify',
    '',
  ].join('\n');
};

const HELP = ['--help', '-h', 'help'];

const run = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (name === '' || HELP.includes(name)) {
    process.stdout.write(await help());
    return name === '' ? EXIT.bad : EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]!() : undefined;
  if (!command) throw new UsageError(`There is no command “${name}”. edict --help lists them.`);
  if (!args.includes('--help')) return command.run(args);
  process.stdout.write(`${helpOn(command)}\n`);
  return EXIT.done;
};

/** Whoever reads us may stop reading: `edict rehearse … | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

/** What is wrong with the call or its files, and not with us: told as `check` tells it, where JSON is asked for. */
const problemIn = (error: unknown): object | undefined => {
  const place = { line: null, column: null, path: '' };
  if (error instanceof UsageError) return { file: error.file, ...place, rule: error.rule, message: error.message };
  return error instanceof Rejection ? { file: null, ...place, rule: error.code, message: error.message } : undefined;
};

const args = process.argv.slice(2);
try {
  process.exitCode = await run(args);
} catch (error) {
  const problem = problemIn(error);
  if (problem && args.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, errors: [problem] })}\n`);
  process.stderr.write(`edict: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = problem ? EXIT.bad : EXIT.fault;
}
