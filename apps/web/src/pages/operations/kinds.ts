/** Made of the log and of nothing else: built anew from it on request. */
export const isView = (name: string): boolean => /_v\d+$/.test(name) || name === 'alarm';

/** What moves when units follow one another hangs on its own course. */
const MOVER = 'succession';

/** Of what is made of the log nothing is left out; whoever only adds to it may pass over an event. */
export const mayPassOver = (name: string): boolean => !isView(name) && name !== MOVER;
