import type { Shape } from '@edict/client';
import { useMutation } from '@tanstack/react-query';

import { saveFile } from '../parts/save-file.ts';
import { useApi } from './api.ts';
import { useDirectives } from './directives.ts';
import { useList, type Listed } from './pages.ts';
import { useWrite } from './write.ts';

export type Attachment = Shape<'Attachment'>;

/** What is attached to it, as far as one may read it. */
export const useAttachments = (about: string): Listed<Attachment> => {
  const api = useApi();
  return useList(['attachments', about], (query) => api.get('/attachments', { query: { ...query, about } }));
};

/** A file, at the level of the directive to which it belongs. Whoever sends the same one twice has sent it once. */
export const useAttaching = (about: string, directiveId: string) => {
  const api = useApi();
  const directive = useDirectives().items.find((each) => each.directiveId === directiveId);
  return useWrite(
    async (file: globalThis.File) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const classification = directive?.classification ?? 'open';
      return api.attach({ about, name: file.name, classification, bytes, key: crypto.randomUUID() });
    },
    [['attachments', about]],
  );
};

type ToSave = Readonly<{ attachment: Attachment; name: string }>;

/** To be kept, and not to be shown. */
export const useSaving = () => {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ attachment: { id, mediaType }, name }: ToSave) => {
      const file = await api.download('/attachments/{id}/content', { path: { id } });
      saveFile(name, mediaType, file as Uint8Array<ArrayBuffer>);
    },
  });
};
