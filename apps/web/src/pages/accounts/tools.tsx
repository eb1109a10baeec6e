import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type JSX } from 'react';

import type { Doing } from '../../api/accounts.ts';
import { useKeys } from '../../frame/keys.ts';
import { Icon } from '../../icons.tsx';
import { FilterField } from '../../parts/filter-field.tsx';
import { useSay } from '../../parts/say.tsx';
import { Views } from '../../parts/views.tsx';
import { EstablishOffice, OpenAccount } from './new.tsx';

const SHOWN = ['accounts', 'offices'] as const;
type ToolsProps = Readonly<{ show: (typeof SHOWN)[number]; doing: Doing }>;

/** Accounts or offices; those that match; and a new one. */
export const Tools = ({ show, doing }: ToolsProps): JSX.Element => {
  const say = useSay();
  const [isMaking, setMaking] = useState(false);
  const New = show === 'accounts' ? OpenAccount : EstablishOffice;
  useKeys({ c: () => setMaking(true) });
  return (
    <div className="tools">
      <Which show={show} />
      <button
        className="iconbtn"
        type="button"
        aria-label={say(`accounts.new.${show}`)}
        title={say(`accounts.new.${show}`)}
        onClick={() => setMaking(true)}
      >
        <Icon name="plus" />
      </button>
      {isMaking ? <New onClose={() => setMaking(false)} doing={doing} /> : null}
    </div>
  );
};

const Which = ({ show }: Pick<ToolsProps, 'show'>): JSX.Element => {
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/accounts' });
  const put = (change: { show?: string; q?: string }) =>
    void navigate({ to: '/accounts', search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <Views
        label="frame.accounts"
        names={SHOWN}
        shown={show}
        words="accounts"
        onShow={(name) => put({ show: name })}
      />
      <FilterField text={q} onText={(text) => put({ q: text })} />
    </>
  );
};
