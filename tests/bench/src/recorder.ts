import type { Sample } from './statistics.ts';

/** What was measured, and why the rest was not. */
export class Recorder {
  readonly samples: Sample[] = [];
  readonly notes: string[] = [];

  add(cell: string, round: number, value: number): void {
    this.samples.push({ candidate: 'edict', cell, round, value });
  }

  /** A measurement that fails costs itself and no other. */
  async attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.notes.push(`- not measured: ${what}: ${reasonOf(error)}`);
    }
  }
}

/** A process that failed says why in its first lines on stderr; the error of the call repeats the command. */
export const reasonOf = (error: unknown): string => {
  const { stderr, killed } = error as { stderr?: string; killed?: boolean };
  if (killed) return 'it did not end in time';
  const said = stderr?.split('\n').find((line) => /^\w*(Error|Busy|Exception)\b/.test(line));
  return said ?? String(error).split('\n').slice(0, 2).join(' ');
};
