/** Whoever acts on their own account needs no capacity for it. */
export const SELF = 'self';
