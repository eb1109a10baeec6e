/** The name of what is kept as it was known at a moment; `null`: it is of now. */
export const nameAt = (name: string, at: string | null): string =>
  at === null ? name : `${name}-${at.replaceAll(/[:.]/g, '-')}`;

/** Gives the browser a file to keep: what it says was made here, from what is on the page. */
export const saveFile = (name: string, type: string, text: string | Uint8Array<ArrayBuffer>): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
};
