import { useQuery } from '@tanstack/react-query';

import { useConsole } from '../console.tsx';
import { wordsOf, type Later } from '../i18n/later.ts';

/** Words that are fetched by the first page that needs them: nothing yet, or none where they cannot be had. */
export const useLater = (kind: Later): Readonly<Record<string, string>> | undefined => {
  const { language } = useConsole().preferences;
  const { data, isPending } = useQuery({
    queryKey: ['words', kind, language],
    queryFn: () => wordsOf(kind, language),
    staleTime: Infinity,
  });
  return isPending ? undefined : (data ?? {});
};
