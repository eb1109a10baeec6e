import { spawnSync } from 'node:child_process';

export const root = new URL('../../..', import.meta.url).pathname;

/** Runs a program of the house with the pinned Node, from its root. */
export const run = (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input, encoding: 'utf8' });
  return { status, stdout, stderr };
};

export type Finding = Readonly<{ rule: string | null; line: number; message: string }>;

/** What lint says to each text, were it in that file. */
export const lint = (cases: readonly Readonly<{ file: string; text: string }>[]): readonly (readonly Finding[])[] => {
  const { status, stdout, stderr } = run(['tools/lint-text.js'], JSON.stringify(cases));
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Finding[][];
};

/** Runs the specs of a folder as the house runs them. */
export const jest = (folder: string) =>
  run([
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    ...['-c', 'tools/jest.config.js', '--rootDir', folder],
  ]);
