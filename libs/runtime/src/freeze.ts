/** All of it, down to the last part: whoever reads gets the same object, so that nobody may change it. */
export const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
};
