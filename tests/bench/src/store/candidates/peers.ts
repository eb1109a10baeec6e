type Load = Readonly<{ load(name: string): Promise<unknown> }>;

/** A package of `peers/`, which is not installed with everything else. The caller says what it needs of it. */
export const peer = async <T>(name: string): Promise<T> => {
  const { load } = (await import(new URL('../../../peers/load.js', import.meta.url).href)) as Load;
  return (await load(name)) as T;
};
