import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';

import { useDirectiveHistory, useDirectiveTasks } from '../../api/directives.ts';
import { useKeys } from '../../frame/keys.ts';
import { Icon } from '../../icons.tsx';
import { Say } from '../../parts/say.tsx';
import { handOver } from '../rehearsal/handed-over.ts';
import { Bulk } from '../task/bulk.tsx';
import { documentIn } from './issued.ts';

const REMIND = ['demandReport'] as const;

/** What can be done with the whole of it, each by one key. */
export const Deeds = ({ id }: Readonly<{ id: string }>): JSX.Element => {
  const { items: tasks } = useDirectiveTasks(id);
  return (
    <>
      <Bulk tasks={tasks} verbs={REMIND} isKeyed />
      <Rehearse id={id} />
    </>
  );
};

/** Plays its text again, as it was issued, from another day or under other rules. */
const Rehearse = ({ id }: Readonly<{ id: string }>): JSX.Element | null => {
  const navigate = useNavigate();
  const { items } = useDirectiveHistory(id);
  const document = documentIn(items);
  const rehearse = () => {
    handOver(JSON.stringify(document, null, 2));
    void navigate({ to: '/rehearsal' });
  };
  useKeys({ h: document === undefined ? undefined : rehearse });
  if (document === undefined) return null;
  return (
    <button className="btn" type="button" onClick={rehearse}>
      <Icon name="rehearsal" />
      <Say id="directives.rehearse" />
      <kbd>H</kbd>
    </button>
  );
};
