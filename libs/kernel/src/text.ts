/** What is hashed, as text: for whoever hashes otherwise than with Node, as a browser does. */
export { canonical, type Json } from './canonical.ts';
export { linkText, type Linked } from './link-text.ts';
