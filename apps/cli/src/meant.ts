import { ProblemAnswer, type Client } from '@edict/client';

import { UsageError } from './command.ts';

type Parts = readonly Readonly<{ id: string; ref: string; unit: string }>[];
type Shown = Readonly<{
  id?: string;
  directiveId?: string;
  assignment?: number;
  submission?: number;
  request?: Readonly<{ request: number }> | null;
  children?: Parts;
}>;
/** `request`: the one for more time that waits; 0, none does. */
export type TaskMeant = Readonly<{
  id: string;
  assignment: number;
  submission: number;
  request: number;
  children: Parts;
}>;

/** A task by its id, or as `155-KL/TW#5.b3-1[@MEMBER]`. */
export const taskMeant = async (client: Client, name: string): Promise<TaskMeant> => {
  const { id, assignment, submission, request, children = [] } = await lookUp(client, name);
  if (id === undefined || assignment === undefined || submission === undefined)
    throw new UsageError(`${name} is not a task. Name one by its id, or as 155-KL/TW#5.b3-1.`);
  return { id, assignment, submission, request: request?.request ?? 0, children };
};

/** A directive by its id, its number, or the id in its file. */
export const directiveMeant = async (client: Client, name: string): Promise<string> => {
  const { id, directiveId } = await lookUp(client, name);
  if (id !== undefined || directiveId === undefined) throw new UsageError(`${name} is not a directive.`);
  return directiveId;
};

const lookUp = async (client: Client, id: string): Promise<Shown> => {
  try {
    return (await client.get('/lookup/{id}', { path: { id } })) as Shown;
  } catch (error) {
    if (error instanceof ProblemAnswer && error.code === 'name/unknown')
      throw new UsageError(`Nothing is known under ${id}.`, { cause: error });
    throw error;
  }
};
