import type { ReportForm } from './directive.document.ts';
import { figureIn, type Figure, type ReadFigure } from './figure.ts';

type NamedFigure = ReadFigure & Readonly<{ name: string }>;

/** A form of a directive as it can be reckoned with; `null`: its total is not known. */
export type FormFigures = Readonly<{
  id: string;
  title: string;
  unit: string | null;
  total: ReadFigure | null;
  parts: readonly NamedFigure[];
}>;

export const formFigures = (forms: readonly ReportForm[]): readonly FormFigures[] =>
  forms.map(({ id, title, unit = null, total = null, value = total, parts = [], ...rest }) => ({
    id,
    title,
    unit,
    total: value === null ? null : (figureIn({ ...rest, value }) ?? null),
    parts: parts.flatMap(({ name, ...part }) => named(name, part)),
  }));

const named = (name: string, figure: Figure): readonly NamedFigure[] => {
  const read = figureIn(figure);
  return read ? [{ name, ...read }] : [];
};
