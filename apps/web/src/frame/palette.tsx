import { useNavigate } from '@tanstack/react-router';
import { createContext, useContext, useMemo, useState, type JSX, type ReactNode } from 'react';

import { Modal } from '../parts/modal.tsx';
import { Say, useSay } from '../parts/say.tsx';
import { folded } from '../parts/folded.ts';
import { KeysTable } from './keys-table.tsx';
import { useKeys } from './keys.ts';
import { usePlaces } from './places.ts';

type Palette = Readonly<{ open(): void; showKeys(): void }>;

const PaletteContext = createContext<Palette>({ open: () => undefined, showKeys: () => undefined });

export const usePalette = (): Palette => useContext(PaletteContext);

/** Everything that one can go to or do from anywhere, by name; and all keys. */
export const WithPalette = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element => {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const palette = useMemo(() => ({ open: () => setShown('palette'), showKeys: () => setShown('keys') }), []);
  useKeys({ 'ctrl+k': palette.open, '?': palette.showKeys });
  const say = useSay();
  const close = () => setShown(null);
  return (
    <PaletteContext value={palette}>
      {children}
      {shown === 'palette' ? (
        <Modal title={say('frame.find')} onClose={close}>
          <Choices onChosen={close} />
        </Modal>
      ) : null}
      {shown === 'keys' ? (
        <Modal title={say('frame.keys')} onClose={close}>
          <KeysTable />
        </Modal>
      ) : null}
    </PaletteContext>
  );
};

const Choices = ({ onChosen }: Readonly<{ onChosen(): void }>): JSX.Element => {
  const say = useSay();
  const navigate = useNavigate();
  const { all } = usePlaces();
  const [text, setText] = useState('');
  const wanted = folded(text);
  const places = all.filter(({ name }) => folded(say(name)).includes(wanted));
  const go = (to: string | undefined) => {
    if (to === undefined) return;
    onChosen();
    void navigate({ to });
  };
  return (
    <form
      className="palette"
      onSubmit={(event) => {
        event.preventDefault();
        go(places[0]?.to);
      }}
    >
      <label className="sr" htmlFor="palette">
        <Say id="frame.find" />
      </label>
      <input id="palette" className="field" autoFocus value={text} onChange={({ target }) => setText(target.value)} />
      <ul>
        {places.map(({ to, name, key }) => (
          <li key={to}>
            <button className="choice" type="button" onClick={() => go(to)}>
              <Say id={name} />
              <kbd>G {key.toUpperCase()}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
};
