import { EXIT, UsageError, type Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { endingOf, messageOf } from './ending.ts';
import { helpOn, overview } from './help.ts';

const HELP = ['--help', '-h', 'help'];

const run = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (name === '' || (HELP.includes(name) && args.length === 0)) {
    process.stdout.write(await overview(COMMANDS));
    return name === '' ? EXIT.bad : EXIT.done;
  }
  if (HELP.includes(name)) return explain(args[0]!);
  return args.includes('--help') ? explain(name) : (await commandNamed(name)).run(args);
};

const explain = async (name: string): Promise<number> => {
  process.stdout.write(helpOn(await commandNamed(name)));
  return EXIT.done;
};

const commandNamed = async (name: string): Promise<Command> => {
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name]!();
  throw new UsageError(`There is no command “${name}”. edict --help lists them.`);
};

/** Whoever reads us may stop reading: `edict rehearse … | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const args = process.argv.slice(2);
try {
  process.exitCode = await run(args);
} catch (error) {
  const { code, problems } = endingOf(error);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, errors: problems })}\n`);
  process.stderr.write(`edict: ${messageOf(error)}\n`);
  for (const { path, message } of problems.slice(code === EXIT.refused ? 0 : Infinity))
    if (path !== '') process.stderr.write(`  ${path}: ${message}\n`);
  process.exitCode = code;
}
