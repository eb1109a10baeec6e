import type { JSX } from 'react';

import { useConsole } from '../console.tsx';
import { withMoments } from '../i18n/moments-in.ts';

/** Why something was refused, as the server says it, in our time. */
export const WhyNot = ({ error }: Readonly<{ error: Error }>): JSX.Element => (
  <>{withMoments(useConsole().preferences.language, error.message)}</>
);
