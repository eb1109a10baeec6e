import { idFrom } from '@edict/kernel';
import type { NewEvent } from '@edict/runtime';

export const event = (name: string, text = name): NewEvent => ({
  id: idFrom(name),
  type: 'Happened',
  data: { text },
  meta: { recordedAt: 'then' },
});
