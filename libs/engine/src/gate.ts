import {
  isAbove,
  labelOf,
  matterView,
  mayRead,
  reaches,
  taskView,
  type DirectiveDocument,
  type Level,
  type MatterRow,
} from '@edict/directives';
import { categoryOf, idOf, Rejection, type Command } from '@edict/kernel';
import { tableOf } from '@edict/runtime';

import type { Ports } from './engine.ts';
import { sightOf } from './sight.ts';
import { STANDARD_CEILING, type Viewer } from './viewer.ts';

export { STANDARD_CEILING };

/** Their streams are not there before them. */
const BEGINNING = ['IssueDirective', 'ReceiveMatter', 'SetUpStandingUnit'];
const CLASSIFIED = ['directive', 'task', 'matter', 'standingUnit', 'notification', 'delivery'];

type Marks = Readonly<{ classification: Level; compartments?: readonly string[] }>;
type Naming = Readonly<{
  document?: DirectiveDocument;
  directiveId?: string;
  concerning?: string | null;
  repeats?: string;
  endangers?: readonly string[];
}>;

/** No document above the ceiling is entered, in whatever way it comes. */
export const assertBelowCeiling = ({ directive }: DirectiveDocument, ceiling: Level): void => {
  const { level } = labelOf(directive);
  if (isAbove(level, ceiling))
    throw new Rejection(
      'classification/above-ceiling',
      `A document marked ${level} may not be entered here: the ceiling of this installation is ${ceiling}.`,
    );
};

type Gate = Pick<Ports, 'store' | 'views'> & Readonly<{ ceiling: Level }>;

/**
 * What somebody may not see, they cannot act on, nor name: the answer is the one that they get where there is nothing, and it comes before
 * any other. Whoever issues must be cleared up to the ceiling, whatever has been issued before: that a number is taken tells something.
 */
export const gateFor = ({ ceiling, ...ports }: Gate, viewer: Viewer) => {
  const sees = sightOf(ports, viewer);
  return async (command: Command): Promise<void> => {
    const { document, directiveId } = command.data as Naming;
    if (document) assertMayIssue(document, viewer, ceiling);
    for (const stream of namedIn(command)) if (!(await sees(stream))) throw unknown(stream);
    if (command.type === 'ReclassifyDirective') assertMayMark(command.data as Marks, viewer, ceiling);
    await assertTogether(ports, command, directiveId);
  };
};

const namedIn = ({ stream, type, data }: Command): readonly string[] => {
  const { directiveId, repeats } = data as Naming;
  const isThere = CLASSIFIED.includes(categoryOf(stream)) && !BEGINNING.includes(type);
  return [
    ...(isThere ? [stream] : []),
    ...(directiveId === undefined ? [] : [`directive-${directiveId}`]),
    ...tasksIn(data).map((task) => `task-${task}`),
    ...(repeats === undefined ? [] : [`matter-${repeats}`]),
  ];
};

/** What a matter names belongs to its own directive. */
const assertTogether = async (
  ports: Pick<Ports, 'store' | 'views'>,
  command: Command,
  said?: string,
): Promise<void> => {
  const { repeats } = command.data as Naming;
  const tasks = tasksIn(command.data);
  if (tasks.length === 0 && repeats === undefined) return;
  const directiveId = command.type === 'MarkMatter' ? await directiveOf(ports, idOf(command.stream)) : said;
  if (directiveId === undefined) return;
  for (const task of tasks) await assertOfDirective(ports, task, directiveId);
  if (repeats !== undefined) await assertRepeats(ports, repeats, directiveId);
};

const assertRepeats = async (ports: Pick<Ports, 'views'>, repeats: string, directiveId: string): Promise<void> => {
  if ((await directiveOf(ports, repeats)) !== directiveId)
    throw new Rejection('matter/other-directive', 'The matter that it repeats is about another directive.');
};

const tasksIn = (data: Command['data']): readonly string[] => {
  const { concerning, endangers = [] } = data as Naming;
  return [...(concerning ? [concerning] : []), ...endangers];
};

const directiveOf = async ({ views }: Pick<Ports, 'views'>, matter: string): Promise<string | undefined> => {
  const row = (await views.load(tableOf(matterView), [matter])).get(matter)?.[0];
  return row && (row as MatterRow).directiveId;
};

/** What hangs on two directives would have two labels. */
const assertOfDirective = async ({ views }: Pick<Ports, 'views'>, task: string, directiveId: string): Promise<void> => {
  const [row] = (await views.load(tableOf(taskView), [task])).get(task) ?? [];
  if (row?.['directiveId'] !== directiveId)
    throw new Rejection('matter/other-directive', 'The task that it endangers is of another directive.');
};

const assertMayMark = (marks: Marks, { clearance }: Viewer, ceiling: Level): void => {
  if (!mayRead(clearance, labelOf(marks))) throw notTheClearance(ceiling);
};

const assertMayIssue = ({ directive }: DirectiveDocument, { clearance }: Viewer, ceiling: Level): void => {
  const label = labelOf(directive);
  if (isAbove(label.level, ceiling)) return; // refused by the ceiling, whoever sends it
  if (!reaches(clearance, { level: ceiling, compartments: [] }) || !mayRead(clearance, label))
    throw notTheClearance(ceiling);
};

const notTheClearance = (ceiling: Level): Rejection =>
  new Rejection(
    'classification/not-the-clearance',
    `Whoever issues or reclassifies here is cleared up to ${ceiling}, and for what the document is to be.`,
  );

const unknown = (stream: string): Rejection => {
  const category = categoryOf(stream);
  if (category === 'directive') return new Rejection('directive/unknown', 'There is no such directive.');
  if (category === 'task') return new Rejection('task/unknown', 'There is no such task.');
  if (category === 'delivery') return new Rejection('delivery/unknown', 'There is no such delivery.');
  return new Rejection('matter/unknown', 'There is no such matter.');
};
