export type Serving = Readonly<{ url: string; close(): Promise<void> }>;

/** The server is no library: it is loaded by its path, as sources, and what it says of its types is said again here. */
const SOURCE = new URL('../../../../apps/server/src/testing/serve-folder.ts', import.meta.url).href;

export const { serve, TOKEN, NOTHING, UNLIMITED } = (await import(SOURCE)) as Readonly<{
  serve(dir: string, limits?: object): Promise<Serving>;
  TOKEN: string;
  /** What is done to this task is answered where it would be done. */
  NOTHING: string;
  UNLIMITED: object;
}>;
