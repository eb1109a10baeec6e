import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';

import { useApi } from '../../api/api.ts';
import { useAsOf } from '../../api/tasks.ts';
import { Icon } from '../../icons.tsx';
import { AskedFields, saidIn, type AskedField } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { nameAt, saveFile } from '../../parts/save-file.ts';
import { Say } from '../../parts/say.tsx';

const KINDS = ['statistics', 'late', 'unit-form', 'coverage', 'piling-up', 'passing'] as const;
const FORMATS = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const FIELDS: readonly AskedField[] = [
  { name: 'kind', kind: 'choice', label: 'reports.kind', values: KINDS, word: 'report' },
  { name: 'format', kind: 'choice', label: 'reports.format', values: Object.keys(FORMATS), word: 'format' },
];

type Asked = Readonly<{ kind: (typeof KINDS)[number]; format: keyof typeof FORMATS }>;

/** A report on a directive as a file, as known at the moment that is shown. */
export const SaveReport = ({ id, name }: Readonly<{ id: string; name: string }>): JSX.Element => {
  const api = useApi();
  const asOf = useAsOf();
  const [isOpen, setOpen] = useState(false);
  const saving = useMutation({
    mutationFn: async ({ kind, format }: Asked) => {
      const query = { directiveId: id, format, ...asOf };
      const file = await api.download('/reports/{kind}/file', { path: { kind }, query });
      saveFile(
        `${nameAt(`${name}-${kind}`, asOf.asOf ?? null)}.${format}`,
        FORMATS[format],
        file as Uint8Array<ArrayBuffer>,
      );
    },
    onSuccess: () => setOpen(false),
  });
  const send = (filled: Filled) => saving.mutate(saidIn(FIELDS, filled) as Asked);
  return (
    <>
      <button className="btn" type="button" onClick={() => setOpen(true)}>
        <Icon name="download" />
        <Say id="reports.save" />
      </button>
      {isOpen ? (
        <FormDialog title="reports.save" isSending={saving.isPending} onClose={() => setOpen(false)} onSaid={send}>
          <AskedFields fields={FIELDS} />
          <Progress isPending={saving.isPending} error={saving.error} />
        </FormDialog>
      ) : null}
    </>
  );
};
