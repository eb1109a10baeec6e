/** An import that finds the packages of this folder, and of no other. */
export const load = (name) => import(name);
