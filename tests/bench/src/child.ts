import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FLAGS = ['--conditions=@edict/source', '--disable-warning=ExperimentalWarning', '--expose-gc'];
/** The server's sources have decorators, which Node does not read. */
export const WITH_DECORATORS = ['--import', fileURLToPath(new URL('../../../tools/swc-hook.js', import.meta.url))];
const PATIENCE_MS = 600_000;

/** Runs a module of this folder in a process of its own, and gives what it says. Every measurement has a fresh one. */
export const measured = async <T>(module: string, question: object, flags: readonly string[] = []): Promise<T> => {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const options = { timeout: PATIENCE_MS, maxBuffer: 1 << 26 };
  const { stdout } = await run(process.execPath, [...FLAGS, ...flags, file, JSON.stringify(question)], options);
  return JSON.parse(stdout.slice(stdout.lastIndexOf(ANSWER) + ANSWER.length)) as T;
};

const ANSWER = '\nanswer ';

export const question = (): unknown => JSON.parse(process.argv[2] ?? '{}');

/** Ends the process: whatever a peer leaves open must not hold up the next one. */
export const answer = (value: unknown): void => {
  process.stdout.write(`${ANSWER}${JSON.stringify(value)}`, () => process.exit(0));
};
