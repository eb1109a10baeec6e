import type { JSX } from 'react';

import type { Finding } from '../../api/directives.ts';
import { useUnitNames } from '../../api/units.tsx';

export const INSPECTION: Finding['code'] = 'inspection';

/** An inspection is told with the unit that found it. */
const FOUND_BY = /^([a-z0-9-]+)(: .*)?$/s;

/** What a finding says, to be read by a person. */
export const Remark = ({ finding }: Readonly<{ finding: Pick<Finding, 'code' | 'message'> }>): JSX.Element => {
  const { code, message } = finding;
  const nameOf = useUnitNames();
  const [, unit, words = ''] = (code === INSPECTION ? FOUND_BY.exec(message) : null) ?? [];
  return <>{unit === undefined ? message : `${nameOf(unit)}${words}`}</>;
};
