import { EXIT, UsageError, type Command } from './command.ts';
import { endingOf } from './ending.ts';
import { helpOn, overview } from './help.ts';

/** Loaded when called, so that no command waits for what another one needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  rehearse: async () => (await import('./commands/rehearse.ts')).rehearse,
  issue: async () => (await import('./commands/issue.ts')).issue,
  directives: async () => (await import('./commands/lists.ts')).directives,
  tasks: async () => (await import('./commands/lists.ts')).tasks,
  inbox: async () => (await import('./commands/lists.ts')).inbox,
  acknowledge: async () => (await import('./commands/acts.ts')).acknowledge,
  report: async () => (await import('./commands/acts.ts')).report,
  submit: async () => (await import('./commands/acts.ts')).submit,
  accept: async () => (await import('./commands/acts.ts')).accept,
  return: async () => (await import('./commands/acts.ts')).giveBack,
  matters: async () => (await import('./commands/lists.ts')).matters,
  'standing-units': async () => (await import('./commands/lists.ts')).standingUnits,
  findings: async () => (await import('./commands/lists.ts')).findings,
  show: async () => (await import('./commands/show.ts')).show,
  history: async () => (await import('./commands/history.ts')).history,
  who: async () => (await import('./commands/who.ts')).who,
  prove: async () => (await import('./commands/prove.ts')).prove,
  verify: async () => (await import('./commands/verify.ts')).verify,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
  replay: async () => (await import('./commands/replay.ts')).replay,
  export: async () => (await import('./commands/export.ts')).exportLog,
  import: async () => (await import('./commands/import.ts')).importLog,
  'kurrentdb-acl': async () => (await import('./commands/kurrentdb-acl.ts')).kurrentdbAcl,
  completion: async () => (await import('./commands/completion.ts')).completion,
};

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
  if (problems.length > 0 && args.includes('--json'))
    process.stdout.write(`${JSON.stringify({ ok: false, errors: problems })}\n`);
  process.stderr.write(`edict: ${error instanceof Error ? error.message : String(error)}\n`);
  for (const { path, message } of problems.slice(code === EXIT.refused ? 0 : Infinity))
    if (path !== '') process.stderr.write(`  ${path}: ${message}\n`);
  process.exitCode = code;
}
