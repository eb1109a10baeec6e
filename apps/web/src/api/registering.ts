import { useMutation } from '@tanstack/react-query';

import { useApi } from './api.ts';
import { useWrite } from './write.ts';

/** Whether a file holds, before anything is entered. */
export const useCheckingFile = () => {
  const api = useApi();
  return useMutation({
    mutationFn: (document: string) => api.post('/directives/check', { body: { document } }),
  });
};

/** All units of a file: those that are there are corrected, where it says something else. */
export const useRegisteringUnits = () => {
  const api = useApi();
  return useWrite(
    ({ document, key }: Readonly<{ document: string; key: string }>) => api.post('/units', { body: { document }, key }),
    [['units'], ['unit']],
  );
};
