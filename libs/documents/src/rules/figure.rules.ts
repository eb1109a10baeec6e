import { figureIn, type Figure, type ReportForm } from '@edict/directives/document';

import { quoted, type Flaw, type Path } from '../problem.ts';
import { flaw } from './common.ts';

/** What is written as words must be readable in one way, and nothing is more than the whole it is of. */
export const figureFlaws = (figure: Figure, path: Path): readonly Flaw[] => {
  const read = figureIn(figure);
  if (!read)
    return [
      flaw(
        [...path, 'value'],
        'figure/not-read',
        `${quoted(figure.value)} cannot be read as a figure, or in two ways. Right would be, for instance, 2888, "18 of 18" or "more than 99".`,
      ),
    ];
  return read.of !== null && read.value > read.of
    ? [flaw([...path, 'value'], 'figure/more-than-all', `${read.value} of ${read.of} is more than there are.`)]
    : [];
};

export const formFlaws = (form: ReportForm, index: number): readonly Flaw[] => {
  const path = ['reportForms', index];
  const { total, value, parts = [], ...rest } = form;
  const flaws = [
    ...(value === undefined ? [] : figureFlaws({ ...rest, value }, path)),
    ...(typeof total === 'string' || typeof total === 'number' ? totalFlaws({ ...rest, value: total }, path) : []),
    ...parts.flatMap((part, n) => figureFlaws(part, [...path, 'parts', n])),
    ...(value !== undefined && total !== undefined
      ? [
          flaw(
            [...path, 'value'],
            'form/value-and-total',
            'A figure stands alone, or is the total of parts: give one of both.',
          ),
        ]
      : []),
  ];
  return flaws.length > 0 ? flaws : sumFlaws(form, path);
};

const totalFlaws = (total: Figure, path: Path): readonly Flaw[] =>
  figureFlaws(total, path).map((each) => ({ ...each, path: [...path, 'total'] }));

/** Only what is exact adds up. */
const sumFlaws = (form: ReportForm, path: Path): readonly Flaw[] => {
  const { total, parts = [] } = form;
  if (total === undefined || total === null || parts.length === 0) return [];
  const whole = figureIn({ ...form, value: total });
  const read = parts.map((part) => figureIn(part));
  if ([whole, ...read].some((each) => each?.bound !== 'exactly')) return [];
  const sum = read.reduce((so, each) => so + (each?.value ?? 0), 0);
  if (!whole || Math.abs(whole.value - sum) < 1e-6) return [];
  return [flaw([...path, 'total'], 'form/sum', `The total is ${whole.value}, but the parts add up to ${sum}.`)];
};
