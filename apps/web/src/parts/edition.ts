/** An edition by the number that its file gives it: the same in every place that names one. */
export const editionName = (id: string, edition: number): string => `${id} v${edition}`;

/** `reference-policy-vn-party@2`: what the event of that place in the stream of a policy published. It tells nothing of the number of the edition. */
const REFERENCE = /^(reference-(?:policy|calendar)-(.+))@(\d+)$/;

export type Source = Readonly<{ stream: string; id: string; revision: number }>;

/** `undefined`: no edition, but something said by hand. */
export const sourceIn = (source: string): Source | undefined => {
  const [, stream, id, revision] = REFERENCE.exec(source) ?? [];
  return stream === undefined || id === undefined ? undefined : { stream, id, revision: Number(revision) };
};
