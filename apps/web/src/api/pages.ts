import { infiniteQueryOptions, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

import { useConsole } from '../console.tsx';
import { FIRST_ROWS } from '../start/ahead.ts';
import type { Office } from './api.ts';

export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

export type Listed<T> = Readonly<{ items: readonly T[]; isPending: boolean; isWhole: boolean; error: Error | null }>;

/** What fills a screen comes at once, and then the largest pages that the server gives. */
const LIMIT = 500;

type Ask<T> = (cursor: Readonly<{ cursor?: string; limit: number }>) => Promise<Page<T>>;
export type ListOf<T> = readonly [key: readonly unknown[], ask: Ask<T>];
export type Pages<T> = InfiniteData<Page<T>, string | null>;

/** Another office sees another list. */
export const listQuery = <T>(key: readonly unknown[], office: Office | null, ask: Ask<T>) =>
  infiniteQueryOptions({
    queryKey: [...key, office],
    queryFn: ({ pageParam }) => ask(pageParam === null ? { limit: FIRST_ROWS } : { cursor: pageParam, limit: LIMIT }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** A list of the API, whole: the first page is shown at once, the others follow by themselves. `again`: after how many ms it is asked for anew,
 * where nobody tells what changes. */
export const useList = <T>(
  key: readonly unknown[],
  ask: Ask<T>,
  { enabled = true, again = false }: Readonly<{ enabled?: boolean; again?: number | false }> = {},
): Listed<T> => {
  const { office } = useConsole().preferences;
  const query = useInfiniteQuery({ ...listQuery(key, office, ask), enabled, refetchInterval: again });
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (!hasNextPage || isFetching || error) return undefined;
    return afterPaint(() => void fetchNextPage());
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return { items, error, isPending: isPending && enabled, isWhole: data !== undefined && !hasNextPage };
};

/** What is there is painted first. */
const afterPaint = (then: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
