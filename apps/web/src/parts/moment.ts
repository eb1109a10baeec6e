import { useSearch } from '@tanstack/react-router';

/** The moment that the whole console shows, from the address: `null` is now. A link carries its moment. */
export const useMoment = (): string | null => {
  const { at } = useSearch({ strict: false });
  return at ?? null;
};
