/** What is named `order.number` is the number of the order. */
export const nested = (said: object): object => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(said as Readonly<Record<string, unknown>>)) {
    const [whole = name, part] = name.split('.');
    body[whole] = part === undefined ? value : { ...(body[whole] as object | undefined), [part]: value };
  }
  return body;
};
