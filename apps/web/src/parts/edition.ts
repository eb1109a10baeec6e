/** `reference-policy-vn-party@2`: that policy, as its third edition. */
const REFERENCE = /^reference-(?:policy|calendar)-(.+)@(\d+)$/;
export const editionIn = (source: string): string => {
  const [, id, revision] = REFERENCE.exec(source) ?? [];
  return id === undefined ? source : `${id} v${Number(revision) + 1}`;
};
