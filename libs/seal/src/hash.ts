/** Hashes and leaves are lower-case hex throughout: they compare with `===` and print as they are. */
export type Hash = string;

export const isHash = (text: unknown): text is Hash => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
