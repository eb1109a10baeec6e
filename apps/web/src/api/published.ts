import type { Source } from '../parts/edition.ts';

type Line = Readonly<{ revision: number; data?: unknown }>;

/** `edition`: the number that its file gives it. */
export type Published = Readonly<{ edition: number; content: unknown }>;

/** What the event at this place of its stream published. `undefined`: it is not among these. */
export const publishedIn = (lines: readonly Line[], { revision }: Pick<Source, 'revision'>): Published | undefined => {
  const said = lines.find((line) => line.revision === revision)?.data;
  if (said === undefined) return undefined;
  const { version, content } = said as Readonly<{ version: number; content: unknown }>;
  return { edition: version, content };
};
