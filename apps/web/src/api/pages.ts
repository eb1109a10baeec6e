import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

import { useConsole } from '../console.tsx';

type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

export type Listed<T> = Readonly<{ items: readonly T[]; isPending: boolean; isWhole: boolean; error: Error | null }>;

/** What fills a screen comes at once, and then the largest pages that the server gives. */
const [FIRST, LIMIT] = [100, 500];

/** A list of the API, whole: the first page is shown at once, the others follow by themselves. Another office sees another list. */
export const useList = <T>(
  key: readonly unknown[],
  ask: (cursor: Readonly<{ cursor?: string; limit: number }>) => Promise<Page<T>>,
  { enabled = true }: Readonly<{ enabled?: boolean }> = {},
): Listed<T> => {
  const { office } = useConsole().preferences;
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: [...key, office],
    queryFn: ({ pageParam }) => ask(pageParam === null ? { limit: FIRST } : { cursor: pageParam, limit: LIMIT }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return { items, error, isPending: isPending && enabled, isWhole: !isPending && !hasNextPage };
};
