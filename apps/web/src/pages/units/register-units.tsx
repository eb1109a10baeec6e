import { useState, type JSX } from 'react';

import { useCheckingFile, useRegisteringUnits } from '../../api/registering.ts';
import { FileFlaws, RefusedFlaws } from '../../flaws/file-flaws.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Modal } from '../../parts/modal.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say, useSay } from '../../parts/say.tsx';

/** A units file, dropped, chosen or pasted: what is wrong in it is said at once, and nothing of it is entered before it holds. */
export const RegisterUnits = ({ onClose }: Readonly<{ onClose(): void }>): JSX.Element => {
  const say = useSay();
  const [document, setDocument] = useState('');
  const checking = useCheckingFile();
  const registering = useRegisteringUnits();
  const take = (text: string) => {
    setDocument(text);
    checking.mutate(text);
  };
  if (registering.data)
    return (
      <Modal title={say('units.register')} onClose={onClose}>
        <p role="status">
          <Say id="units.registered" units={registering.data.units.length} />
        </p>
      </Modal>
    );
  return (
    <FormDialog
      isSending={registering.isPending}
      title="units.register"
      onClose={onClose}
      onSaid={() => registering.mutate({ document, key: crypto.randomUUID() })}
    >
      <FileField label="units.file" text={document} onTaken={take} rows={12} required />
      <p className="mid">
        <Say id="units.fileSuccessions" />
      </p>
      {document === '' ? null : <FileFlaws flaws={checking.data?.errors ?? []} />}
      <Progress isPending={registering.isPending} error={registering.error ?? checking.error} />
      {checking.data?.ok ? <RefusedFlaws error={registering.error} /> : null}
    </FormDialog>
  );
};
