import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { connect } from '@edict/client';

import { renewInInbox, withTask, type Task } from './inbox.ts';
import type { Pages } from './pages.ts';

const OFFICE = { unit: 'committee-a', capacity: 'officer' };
const taskOf = (id: string, more: Partial<Task> = {}): Task =>
  ({ id, unit: OFFICE.unit, state: 'assigned', ...more }) as Task;
const pagesOf = (...pages: readonly (readonly string[])[]): Pages<Task> => ({
  pages: pages.map((ids) => ({ items: ids.map((id) => taskOf(id)), next: null })),
  pageParams: pages.map(() => null),
});
const linesOf = ({ pages }: Pages<Task>): readonly string[] =>
  pages.map(({ items }) => items.map(({ id, state }) => `${id} ${state}`).join(', '));

describe('An inbox of which one task has changed', () => {
  const renewed = (id: string, task: Task | undefined) =>
    linesOf(withTask(pagesOf(['1', '2'], ['3']), { id, task, office: OFFICE }));

  it('has it in its place as it is now', () =>
    expect(renewed('2', taskOf('2', { state: 'acknowledged' }))).toStrictEqual([
      '1 assigned, 2 acknowledged',
      '3 assigned',
    ]));
  it('has it at the end where it is new', () =>
    expect(renewed('4', taskOf('4'))).toStrictEqual(['1 assigned, 2 assigned', '3 assigned, 4 assigned']));
  it.each([
    ['is over', taskOf('2', { state: 'accepted' })],
    ['lies with another unit', taskOf('2', { unit: 'committee-b' })],
    ['may no longer be seen', undefined],
  ])('has it no more once it %s', (_, task) => expect(renewed('2', task)).toStrictEqual(['1 assigned', '3 assigned']));
});

describe('Putting one task of an inbox right', () => {
  const QUERY = ['inbox', {}, OFFICE];
  const answering = (status: number, body: object) => {
    const asked: string[] = [];
    const fetch = (address: string | URL | Request) => {
      asked.push(new URL(address instanceof Request ? address.url : address).pathname);
      const type = status === 200 ? 'application/json' : 'application/problem+json';
      return Promise.resolve(Response.json(body, { status, headers: { 'content-type': type } }));
    };
    const client = new QueryClient();
    client.setQueryData(QUERY, pagesOf(['1', '2']));
    const api = connect({ url: 'http://edict.test', fetch, ...OFFICE });
    const lines = () => linesOf(client.getQueryData<Pages<Task>>(QUERY)!);
    return { asked, lines, renewing: { client, api, office: OFFICE } };
  };

  it('asks for that task and for nothing else', async () => {
    const { asked, lines, renewing } = answering(200, taskOf('2', { state: 'inProgress' }));
    await renewInInbox(renewing, '2');
    expect(asked).toStrictEqual(['/tasks/2']);
    expect(lines()).toStrictEqual(['1 assigned, 2 inProgress']);
  });
  it('takes it out where it is not found', async () => {
    const { lines, renewing } = answering(404, { status: 404, code: 'not-found', title: 'Not found' });
    await renewInInbox(renewing, '2');
    expect(lines()).toStrictEqual(['1 assigned']);
  });
  it('leaves a list alone that is to be asked for anew as a whole', async () => {
    const { lines, renewing } = answering(200, taskOf('2', { state: 'inProgress' }));
    await renewing.client.invalidateQueries({ queryKey: ['inbox'] });
    await renewInInbox(renewing, '2');
    expect(lines()).toStrictEqual(['1 assigned, 2 assigned']);
    expect(renewing.client.getQueryState(QUERY)).toMatchObject({ isInvalidated: true });
  });
  it('changes nothing where the server does not say', async () => {
    const { lines, renewing } = answering(403, { status: 403, code: 'forbidden', title: 'Forbidden' });
    await expect(renewInInbox(renewing, '2')).rejects.toThrow();
    expect(lines()).toStrictEqual(['1 assigned, 2 assigned']);
  });
});
