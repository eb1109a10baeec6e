/** What is being done, on one line that the next one takes the place of; nothing where nobody watches. */
export const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
};
