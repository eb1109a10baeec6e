import { useState, type JSX } from 'react';

import { useClauses, useDirectiveTasks, useRecordingFinding } from '../../api/directives.ts';
import { useOffice } from '../../api/tasks.ts';
import { useKeys } from '../../frame/keys.ts';
import { Icon } from '../../icons.tsx';
import { PickField, WordsField, type Choice } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { useMoment } from '../../parts/moment.ts';
import { Progress } from '../../parts/progress.tsx';
import { plainText } from '../../parts/prose.tsx';
import { Say } from '../../parts/say.tsx';

/** Whoever inspects or audits writes nothing else. */
const CAPACITIES: readonly string[] = ['inspector', 'auditor'];
const LONGEST = 70;

/** What an inspection found, of a clause, of a task or of the whole; offered to who may record it, and never in the past. */
export const RecordFinding = ({ id }: Readonly<{ id: string }>): JSX.Element | null => {
  const [isOpen, setOpen] = useState(false);
  const isNow = useMoment() === null;
  const mayRecord = isNow && CAPACITIES.includes(useOffice()?.capacity ?? '');
  useKeys({ f: mayRecord ? () => setOpen(true) : undefined });
  if (!mayRecord) return null;
  return (
    <>
      <button className="btn small" type="button" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        <Say id="inspection.record" />
        <kbd>F</kbd>
      </button>
      {isOpen ? <Form id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
};

/** It stays open until it is stored, so that what was refused can be put right. */
const Form = ({ id, onClose }: Readonly<{ id: string; onClose(): void }>): JSX.Element => {
  const recording = useRecordingFinding(id);
  const places = usePlacesOf(id);
  const send = (body: Filled) => recording.mutate({ body, key: crypto.randomUUID() }, { onSuccess: onClose });
  return (
    <FormDialog isSending={recording.isPending} title="inspection.record" onClose={onClose} onSaid={send}>
      <WordsField name="finding" label="inspection.finding" required />
      <PickField name="ref" label="inspection.ref" choices={places} />
      <WordsField name="evidence" label="act.field.evidence" />
      <Progress isPending={recording.isPending} error={recording.error} />
    </FormDialog>
  );
};

/** Its clauses in the order of the text, each before its tasks; what went to each member of a group is one place. */
const usePlacesOf = (id: string): readonly Choice[] => {
  const { items: clauses } = useClauses(id);
  const { items: tasks } = useDirectiveTasks(id);
  const words = new Map<string, string>();
  for (const { ref, text } of clauses) {
    words.set(ref, plainText(text));
    for (const task of tasks) if (task.clause === ref) words.set(task.ref, plainText(task.statement));
  }
  return [...words].map(([ref, text]) => ({ value: ref, text: `${ref} ${text}`.slice(0, LONGEST) }));
};
