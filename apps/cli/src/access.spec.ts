import { describe, expect, it } from '@jest/globals';

import { clientFor } from './access.ts';
import { sole, UsageError } from './command.ts';

describe('Whom to ask', () => {
  it.each(['nonsense', '127.0.0.1:3000', 'ftp://edict.test'])('is no server at %j, and the call says so', (url) =>
    expect(clientFor({ data: 'none' }, { EDICT_URL: url, EDICT_TOKEN: 't' })).rejects.toThrow(
      new UsageError('EDICT_URL is no address of a server: http://127.0.0.1:3000 would be one.'),
    ),
  );

  it('is the server that is named', () =>
    expect(clientFor({ data: 'none' }, { EDICT_URL: 'https://edict.test', EDICT_TOKEN: 't' })).resolves.toBeDefined());
});

describe('What is asked about', () => {
  it.each([[[]], [['']], [[' ']], [['a', 'b']]])('is one thing that has a name: not %j', (named) =>
    expect(() => sole(named, 'the task')).toThrow(new UsageError('Name the task, one at a time.')),
  );

  it('is what it is named', () => expect(sole(['155-KL/TW'], 'the task')).toBe('155-KL/TW'));
});
