import { Unreachable } from '@edict/client';

import { useSay } from './say.tsx';

/** Why something did not come about, in the language of the reader: a browser says in its own that nobody answers. */
export const useWhyNot = (): ((error: Error) => string) => {
  const say = useSay();
  return (error) => (error instanceof Unreachable ? say('frame.offline') : error.message);
};
