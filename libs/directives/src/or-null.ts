/** What a sender may leave out, as an event keeps it. */
export const orNull = <T>(said: T | undefined): T | null => said ?? null;
