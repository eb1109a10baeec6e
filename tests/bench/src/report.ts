import type { Machine } from './machine.ts';
import { valueOf, type Sample } from './statistics.ts';
import type { Target } from './targets.ts';

const figure = (value: number): string => {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
};

/** Each target beside what was measured: the median, and in brackets the least and the most of the rounds. */
export const targetLines = (targets: readonly Target[], samples: readonly Sample[]): readonly string[] => [
  '| target | wanted | measured | |',
  '| --- | --- | --- | --- |',
  ...targets.map(({ name, wanted, measured, holds }) => {
    const spread = measured(samples);
    if (!spread) return `| ${name} | ${wanted} | not measured | – |`;
    const { median, min, max } = spread;
    return `| ${name} | ${wanted} | ${figure(median)} (${figure(min)}–${figure(max)}) | ${holds(median) ? 'met' : '**missed**'} |`;
  }),
];

/** Every cell of every candidate: medians. */
export const valueLines = (samples: readonly Sample[]): readonly string[] => {
  const cells = [...new Set(samples.map(({ cell }) => cell))];
  const candidates = [...new Set(samples.map(({ candidate }) => candidate))];
  return [
    `| | ${candidates.join(' | ')} |`,
    `| --- | ${candidates.map(() => '---').join(' | ')} |`,
    ...cells.map((cell) => {
      const values = candidates.map((candidate) => valueOf(samples, { candidate, cell })?.median);
      return `| ${cell} | ${values.map((value) => (value === undefined ? '' : figure(value))).join(' | ')} |`;
    }),
  ];
};

export const machineLines = (machine: Machine): readonly string[] =>
  Object.entries(machine).map(([name, value]) => `- ${name}: ${value}`);
