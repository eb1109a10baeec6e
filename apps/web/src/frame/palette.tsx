import { createContext, useContext, useMemo, useState, type JSX, type ReactNode } from 'react';

import { Modal } from '../parts/modal.tsx';
import { useSay } from '../parts/say.tsx';
import { Choices } from './choices.tsx';
import { KeysTable } from './keys-table.tsx';
import { useKeys } from './keys.ts';
import { OfficeDialog } from './office-dialog.tsx';

type Palette = Readonly<{ open(): void; showKeys(): void; chooseOffice(): void }>;

const nowhere = (): void => undefined;
const PaletteContext = createContext<Palette>({ open: nowhere, showKeys: nowhere, chooseOffice: nowhere });

export const usePalette = (): Palette => useContext(PaletteContext);

/** Everything that one can go to or do from anywhere, by name; all keys; and for whom one acts. */
export const WithPalette = ({ children }: Readonly<{ children: ReactNode }>): JSX.Element => {
  const [shown, setShown] = useState<'palette' | 'keys' | 'office' | null>(null);
  const palette = useMemo(
    () => ({
      open: () => setShown('palette'),
      showKeys: () => setShown('keys'),
      chooseOffice: () => setShown('office'),
    }),
    [],
  );
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
      {shown === 'office' ? <OfficeDialog onClose={close} /> : null}
    </PaletteContext>
  );
};
