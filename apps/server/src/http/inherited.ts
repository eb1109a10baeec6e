/** A way to the prototype, or the name of something that every object has: whoever looks such a key up in a list of known ones finds it there. */
export const isInherited = (key: string): boolean => key in Object.prototype;
