import { checkFiles, type CheckReport, type Problem } from '@edict/documents';

import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { readFiles } from '../files.ts';

export const check: Command = {
  usage: 'check FILE… [--json]',
  what: 'Reads directive, units, policy, calendar and script files; prints errors with their place, and what the text leaves open.',
  examples: ['check examples/conclusion-155-kl-tw.yaml examples/units.yaml'],
  async run(args) {
    const { values, positionals } = parsed(args, { json: { type: 'boolean' } });
    if (positionals.length === 0) throw new UsageError('Name at least one file.');
    const report = checkFiles(await readFiles(positionals));
    await print(values.json ? JSON.stringify(report) : inWords(report));
    return report.ok ? EXIT.done : EXIT.bad;
  },
};

export const problemInWords = ({ file, line, column, rule, message }: Problem): string =>
  `${file}:${line}:${column}: ${message} (${rule})`;

const inWords = ({ errors, findings, counts, ok }: CheckReport): string => {
  const width = Math.max(0, ...findings.map(({ ref }) => ref.length));
  return [
    ...errors.map(problemInWords),
    ...findings.map(({ code, ref, message }) => `${ref.padEnd(width)}  ${message} (${code})`),
    ...(counts
      ? [`${counts.clauses} clauses, ${counts.tasks} tasks, ${counts.dated} with a date, ${counts.urgent} urgent`]
      : []),
    ok ? `No errors, ${findings.length} findings.` : `${errors.length} errors, ${findings.length} findings.`,
  ].join('\n');
};
