import type { Task } from '../../api/tasks.ts';

type Says = Task['says'];
type Say = (id: string, values?: Readonly<Record<string, string>>) => string;

/** What was inferred, as the text has it; where it is only said that something was, that. */
export const inferredWords = (inferred: NonNullable<Says['due']>['inferred'], say: Say): readonly string[] =>
  typeof inferred === 'boolean' ? [say('says.inferred.something')] : [inferred ?? []].flat();

/** Which documents it was taken over from; where none is named, that. */
export const referenceWords = (reference: Says['byReference'], say: Say): readonly string[] =>
  typeof reference === 'boolean'
    ? [say('says.byReference.unnamed')]
    : [reference ?? []].flat().map((each) => (typeof each === 'string' ? each : (each.number ?? each.title)));

/** What is aimed at, and how exactly. */
export const figureWords = (target: NonNullable<Says['targets']>[number], say: Say): string => {
  const { name, value, of, unit, bound = 'exactly' } = target;
  const figure = [value, ...(of === undefined ? [] : ['/', of]), ...(unit === undefined ? [] : [unit])].join(' ');
  return `${name === undefined ? '' : `${name}: `}${say(`figure.${bound}`, { figure })}`;
};
