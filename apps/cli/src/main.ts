import { check } from './commands/check.ts';
import { history } from './commands/history.ts';
import { rehearse } from './commands/rehearse.ts';
import { show } from './commands/show.ts';
import { verify } from './commands/verify.ts';
import { EXIT, UsageError, type Command } from './command.ts';

const COMMANDS: Readonly<Record<string, Command>> = { check, rehearse, history, show, verify };

const help = (): string =>
  [
    'edict: carries a directive from the day it is issued to the day the last task in it is answered for.',
    '',
    ...Object.values(COMMANDS).map(({ usage, what }) => `  edict ${usage}\n      ${what}`),
    '',
    'Exit codes: 0 done · 1 fault · 2 bad files or bad call · 3 the log does not verify',
    '',
  ].join('\n');

const HELP = ['--help', '-h', 'help'];

const run = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (name === '' || HELP.includes(name)) {
    process.stdout.write(help());
    return name === '' ? EXIT.bad : EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command “${name}”. edict --help lists them.`);
  if (args.includes('--help')) {
    process.stdout.write(`edict ${command.usage}\n\n${command.what}\n`);
    return EXIT.done;
  }
  return command.run(args);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`edict: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? EXIT.bad : EXIT.fault;
}
