const FILES = import.meta.glob<string>(
  ['../../../../../examples/conclusion-155-kl-tw.yaml', '../../../../../examples/script-155.yaml'],
  { query: '?raw', import: 'default' },
);

const textOf = async (name: string): Promise<string> => {
  const [, load] = Object.entries(FILES).find(([path]) => path.endsWith(name))!;
  return load();
};

/** What comes with the product, fetched when somebody wants to see it: Conclusion 155-KL/TW, and a script in which some act. */
export const exampleDirective = (): Promise<string> => textOf('conclusion-155-kl-tw.yaml');
export const exampleScript = (): Promise<string> => textOf('script-155.yaml');
