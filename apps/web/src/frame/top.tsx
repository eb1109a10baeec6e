import type { JSX } from 'react';

import { AsOf } from './as-of.tsx';
import { Crumbs } from './crumbs.tsx';
import { Tools } from './tools.tsx';

export const Top = (): JSX.Element => (
  <header className="top">
    <Crumbs />
    <div className="sp" />
    <AsOf />
    <Tools />
  </header>
);
