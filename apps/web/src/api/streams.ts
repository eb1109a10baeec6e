import { useApi } from './api.ts';
import { useList, type Listed } from './pages.ts';
import { useKnown, type EventLine } from './tasks.ts';

/** What was recorded in a stream, for whatever explains itself by it. `isThere`: nothing is asked of one that there is not. */
export const useStream = (stream: string, isThere = true): Listed<EventLine> => {
  const api = useApi();
  const [category = '', ...id] = stream.split('-');
  return useKnown(
    useList([category, id.join('-'), 'stream'], (query) => api.get('/streams/{stream}', { path: { stream }, query }), {
      enabled: isThere,
    }),
  );
};
