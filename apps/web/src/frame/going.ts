import { useNavigate } from '@tanstack/react-router';

import { withoutMoment } from './band.tsx';
import { useKeys } from './keys.ts';
import { usePlaces } from './places.ts';

/** G and then a letter goes to a page; Escape comes back to now. */
export const useGoing = (): void => {
  const navigate = useNavigate();
  const { all } = usePlaces();
  const going = all.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })] as const);
  useKeys({
    ...Object.fromEntries(going),
    Escape: () => void navigate({ to: '.', search: withoutMoment }),
  });
};
