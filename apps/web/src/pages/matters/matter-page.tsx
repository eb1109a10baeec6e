import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useMatter } from '../../api/matters.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { MatterPane } from '../standing-unit/matter-pane.tsx';

/** One matter, wherever it lies, at an address of its own. */
export const MatterPage = (): JSX.Element => {
  const { id } = useParams({ from: '/matters/$id' });
  const { data: matter, error } = useMatter(id);
  return matter ? <MatterPane matter={matter} back="matters" /> : <Waiting error={error} />;
};
