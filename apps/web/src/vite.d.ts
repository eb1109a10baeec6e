/** Vite takes the texts of these files in, each in a chunk of its own. */
interface ImportMeta {
  glob<T>(
    paths: readonly string[],
    how: Readonly<{ query: string; import: string }>,
  ): Readonly<Record<string, () => Promise<T>>>;
}
