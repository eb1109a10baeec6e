import { useState, type JSX } from 'react';

import { useDirectives } from '../../api/directives.ts';
import { useBringing } from '../../api/matters.ts';
import { useOffice, type Task } from '../../api/tasks.ts';
import { AskedFields, saidIn, type AskedField } from '../../parts/asked-fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { DirectiveField } from '../../parts/directive-field.tsx';
import { bodyOf, markFields } from './matter-offers.ts';
import { usePointing } from './pointing.ts';

const KINDS = ['obstacle', 'content', 'proposal', 'recommendation', 'petition', 'hotlineCall'];
const KIND: AskedField = { name: 'kind', kind: 'choice', label: 'matters.kind', values: KINDS, word: 'matterKind' };
const OFFICE: AskedField = {
  ...{ name: 'office', kind: 'choice', label: 'matters.office' },
  ...{ values: ['standingUnit', 'secretariat'], word: 'matterOffice' },
};
const DESK: AskedField = { name: 'desk', kind: 'unit', label: 'matters.desk' };
const SUBJECT: AskedField = { name: 'subject', kind: 'words', label: 'matters.about' };
const BEHALF: AskedField = {
  ...{ name: 'behalf', kind: 'choice', label: 'mark.behalf', optional: true },
  ...{ values: ['organisation', 'citizen'], word: 'behalf' },
};
const FROM: AskedField = { name: 'from', kind: 'unit', label: 'matters.from', optional: true };

type BringProps = Readonly<{ task: Task; onClose(): void }>;

/** Whoever is held up with a task brings it to a desk that has to answer. */
export const BringMatter = ({ task, onClose }: BringProps): JSX.Element => {
  const pointing = usePointing(task.directiveId);
  const fields = [DESK, OFFICE, KIND, SUBJECT, ...markFields(pointing)];
  return (
    <Said
      title="matters.bring"
      fields={fields}
      with={{ directiveId: task.directiveId, concerning: task.id }}
      onClose={onClose}
    />
  );
};

/** What reached a desk in another way is entered by it. */
export const EnterMatter = ({ onClose }: Pick<BringProps, 'onClose'>): JSX.Element => {
  const { items: directives } = useDirectives();
  const office = useOffice();
  const [chosen, setChosen] = useState<string>();
  const directiveId = chosen ?? directives[0]?.directiveId ?? '';
  const pointing = usePointing(directiveId);
  const fields = [OFFICE, KIND, SUBJECT, BEHALF, FROM, ...markFields(pointing)];
  return (
    <Said title="matters.enter" fields={fields} with={{ directiveId, desk: office?.unit }} onClose={onClose}>
      <DirectiveField name="directiveId" onChosen={setChosen} />
    </Said>
  );
};

type SaidProps = Readonly<{
  title: string;
  fields: readonly AskedField[];
  with: object;
  onClose(): void;
  children?: JSX.Element;
}>;

/** It stays open until it is stored, so that what was refused can be put right. */
const Said = ({ title, fields, with: given, onClose, children }: SaidProps): JSX.Element => {
  const bringing = useBringing();
  const send = (filled: Filled) =>
    bringing.mutate(
      { key: crypto.randomUUID(), body: { ...given, ...bodyOf(saidIn(fields, filled), {}) } },
      { onSuccess: onClose },
    );
  return (
    <FormDialog isSending={bringing.isPending} title={title} onClose={onClose} onSaid={send}>
      {children}
      <AskedFields fields={fields} />
      <Progress isPending={bringing.isPending} error={bringing.error} />
    </FormDialog>
  );
};
