import { labelView, type LabelRow } from '@edict/directives';
import { categoryOf, idOf, type Row } from '@edict/kernel';
import { tableOf } from '@edict/runtime';

import type { Ports } from './engine.ts';
import { CLASSIFIED } from './sight.ts';
import type { Viewer } from './viewer.ts';

/**
 * Says what of classified directives is about to be shown, to whoever keeps a record of it. Asked wherever anything is selected, so that no
 * route can forget it.
 */
export const tellingFor = ({ store, views }: Pick<Ports, 'store' | 'views'>, { seen }: Viewer) => {
  const tell = async (directives: readonly string[]): Promise<void> => {
    if (!seen || directives.length === 0) return;
    const labels = await views.load(tableOf(labelView), [...new Set(directives)]);
    const classified = [...labels.values()].flat().filter(isClassified) as unknown as readonly LabelRow[];
    if (classified.length > 0) await seen(classified);
  };

  const ofRows = (rows: readonly Row[]): Promise<void> =>
    tell(rows.flatMap((row) => (typeof row['directiveId'] === 'string' ? [row['directiveId']] : [])));

  /** A refusal is of what was refused. */
  const ofStream = async (stream: string): Promise<void> => {
    if (!seen) return;
    const category = categoryOf(stream);
    if (category === 'refusal') return ofRefusal(stream);
    const view = Object.hasOwn(CLASSIFIED, category) ? CLASSIFIED[category]! : undefined;
    if (view) await ofRows([...(await views.load(tableOf(view), [idOf(stream)])).values()].flat());
  };

  const ofRefusal = async (stream: string): Promise<void> => {
    const [refused] = await store.read(stream, -1, 1);
    if (refused) await ofStream((refused.data as Readonly<{ stream: string }>).stream);
  };
  return { ofRows, ofStream };
};

const isClassified = (row: Row): boolean => Number(row['level']) > 0;
