export type Serving = Readonly<{ url: string; close(): Promise<void> }>;

/** The server is no library: it is loaded by its path, as sources, and what it says of its types is said again here. */
const SOURCE = new URL('../../../../apps/server/src/testing/serve-folder.ts', import.meta.url).href;

export const { serve, TOKEN } = (await import(SOURCE)) as Readonly<{
  serve(dir: string): Promise<Serving>;
  TOKEN: string;
}>;
