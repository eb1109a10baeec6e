import type { JSX } from 'react';

import type { Finding } from '../../api/directives.ts';
import { useUnitNames } from '../../api/units.tsx';
import { useConsole } from '../../console.tsx';
import { written } from '../../i18n/times.ts';
import { useSay } from '../../parts/say.tsx';
import { useWhy } from '../../parts/why.tsx';
import { remarkFor } from './remark-words.ts';

type Said = Pick<Finding, 'code' | 'message'>;

export const useRemarks = (): ((finding: Said) => string) => {
  const say = useSay();
  const unit = useUnitNames();
  const why = useWhy();
  const { language } = useConsole().preferences;
  const list = new Intl.ListFormat(language);
  return (finding) =>
    remarkFor({ say, unit, why, day: (date) => written(language, date), and: (words) => list.format(words) }, finding);
};

/** What a finding says, to be read by a person. */
export const Remark = ({ finding }: Readonly<{ finding: Said }>): JSX.Element => <>{useRemarks()(finding)}</>;
