import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

const page = new EventTarget();
let now = 0;
const asked: unknown[] = [];

beforeAll(() => {
  Object.assign(globalThis, { window: page });
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    asked.push((init?.headers as Readonly<Record<string, string>>)['x-edict']);
    return new Response();
  });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'window');
  jest.restoreAllMocks();
});

it('What the page asks says whether anybody is there', async () => {
  const { ask } = await import('./ask.ts');
  const get = () => ask('http://localhost/inbox', { method: 'GET' });
  await get();
  now = 60_000;
  await get();
  page.dispatchEvent(new Event('keydown'));
  await get();
  expect(asked).toStrictEqual(['console', 'unattended', 'console']);
});
