import { describe, expect, it } from '@jest/globals';
import type { Client } from '@edict/client';

import { factsOf } from './facts.ts';
import type { Words } from './words.ts';

const WORDS: Words = { say: (id) => id, unit: String, day: String, moment: String };
const FIGURES = { doneInTime: 1, doneLate: 2, openOverdue: 3, openInTime: 4, percentDone: 50 };
const directive = (directiveId: string) => ({ directiveId, force: 'inForce', classification: 'open' });

/** A server with a page of two directives, and another one after it. */
const answering = () => {
  const asked: object[] = [];
  const page = ({ cursor }: Readonly<{ cursor?: string }>) =>
    cursor === undefined
      ? { items: [directive('1'), directive('2')], next: 'after-2' }
      : { items: [directive('3')], next: null };
  const get = async (path: string, { query }: { query: object }) => {
    if (path !== '/directives') return FIGURES;
    asked.push(query);
    return page(query);
  };
  return { asked, api: { get } as unknown as Client };
};

describe('How a directive stands, or stood', () => {
  const told = async (id: string) => {
    const { api, asked } = answering();
    const facts = factsOf(`directive-${id}`)!;
    return { asked, said: facts.tell(await facts.ask(api, id, { asOf: '2025-06-01' }), WORDS) };
  };

  it('is told also of one that does not stand on the first page', async () => {
    const { asked, said } = await told('3');
    expect(said.map((fact) => fact.said)).toStrictEqual(['force.inForce', 'level.open', '1', '2', '3', '4', '50.0']);
    expect(asked).toStrictEqual([
      { asOf: '2025-06-01', limit: 500 },
      { asOf: '2025-06-01', limit: 500, cursor: 'after-2' },
    ]);
  });
  it('is looked for no further than it is found', async () => expect((await told('2')).asked).toHaveLength(1));
  it('is nothing where nobody knew of it', async () => expect((await told('9')).said).toStrictEqual([]));
});
