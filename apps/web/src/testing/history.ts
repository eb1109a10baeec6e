import type { EventLine } from '../api/tasks.ts';

/** What has happened in one stream, each by its name, or by that with what it says. */
export const history = (...types: readonly (string | readonly [type: string, data: object])[]): readonly EventLine[] =>
  types.map((each, revision): EventLine => {
    const [type, data] = typeof each === 'string' ? [each, {}] : each;
    return { stream: 'task-1', revision, type, data, actor: { id: 'ann' } };
  });
