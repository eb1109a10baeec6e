import { expect, it, jest } from '@jest/globals';

import { onlyNow, type Confirming } from './only-now.ts';

const confirming: Confirming = (act) => act();

it('does what is done now', async () => {
  await expect(onlyNow(null, confirming, 'Closed.')(() => Promise.resolve('stored'))).resolves.toBe('stored');
});

it('sends nothing while a moment of the past is shown, and says why', async () => {
  const act = jest.fn(() => Promise.resolve('stored'));
  await expect(onlyNow('2026-11-30T19:42:00.000Z', confirming, 'Closed.')(act)).rejects.toThrow('Closed.');
  expect(act).not.toHaveBeenCalled();
});
