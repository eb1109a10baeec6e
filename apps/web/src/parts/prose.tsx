import type { JSX } from 'react';

import { Say } from './say.tsx';

/** Words as they were written, or that they are sealed. */
export const Prose = ({ text }: Readonly<{ text: unknown }>): JSX.Element =>
  typeof text === 'string' ? <>{text}</> : <Say id="prose.sealed" />;

/** For looking something up in them. */
export const plainText = (text: unknown): string => (typeof text === 'string' ? text : '');
