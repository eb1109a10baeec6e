import { ProblemAnswer } from '@edict/client';
import { useState, type JSX } from 'react';

import { useFilling, useForm, type Form, type FormReport } from '../../api/forms.ts';
import { useEditions } from '../../api/references.ts';
import { useOffice } from '../../api/tasks.ts';
import { dayFromNow } from '../../i18n/days.ts';
import { Labelled, PickField, WordsField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { FormLines } from './form-lines.tsx';

type FillFormProps = Readonly<{ task: string; reports: readonly FormReport[]; onClose(): void }>;

/** A form is filled in once by a unit for a task and a day; whoever fills it in again corrects it, and says why. */
export const FillForm = ({ task, reports, onClose }: FillFormProps): JSX.Element => {
  const ids = [...new Set(useEditions('form').items.map(({ referenceId }) => referenceId))];
  const unit = useOffice()?.unit;
  const [chosen, setChosen] = useState<string>();
  const [on, setOn] = useState(dayFromNow());
  const id = chosen ?? ids[0] ?? '';
  const form = useForm(id, on);
  const earlier = reports.find((each) => each.form === id && each.on === on && each.unit === unit);
  const filling = useFilling(task);
  const send = (filled: Filled) =>
    form && filling.mutate({ form: id, on, ...saidIn(form, filled) }, { onSuccess: onClose });
  return (
    <FormDialog title="forms.fill" onClose={onClose} onSaid={send}>
      <PickField
        name="form"
        label="reference.form"
        choices={ids.map((each) => ({ value: each, text: each }))}
        onChosen={setChosen}
        required
      />
      <DayChosen on={on} onChosen={setOn} />
      {form ? (
        <FormLines
          key={`${id}/${on}/${earlier?.id}`}
          form={form}
          earlier={earlier}
          flaws={flawsIn(filling.error, form)}
        />
      ) : (
        <p className="missing">
          <Say id="forms.notInForce" />
        </p>
      )}
      {earlier ? <WordsField name="correcting" label="forms.correcting" required /> : null}
      <Progress isPending={filling.isPending} error={filling.error} isBrief />
    </FormDialog>
  );
};

const DayChosen = ({ on, onChosen }: Readonly<{ on: string; onChosen(day: string): void }>): JSX.Element => (
  <Labelled label="forms.on">
    {(id) => (
      <input
        id={id}
        className="field"
        type="date"
        value={on}
        required
        onChange={({ target }) => onChosen(target.value)}
      />
    )}
  </Labelled>
);

const saidIn = ({ lines }: Form, filled: Filled) => {
  const { correcting } = filled;
  const values = lines.flatMap(({ key }) => {
    const value = filled[`line.${key}`];
    return value === undefined ? [] : [{ key, value }];
  });
  return { values, ...(correcting === undefined ? {} : { correcting }) };
};

/** What is wrong with which line. The server points to places in the list that was sent, or to the whole of it for a line that is missing. */
const flawsIn = (error: Error | null, { lines }: Form): ReadonlyMap<string, string> => {
  const flaws = error instanceof ProblemAnswer ? (error.problem.errors ?? []) : [];
  return new Map(
    flaws.flatMap(({ pointer, message }) => {
      const line = lines[Number(/^\/values\/(\d+)$/.exec(pointer)?.[1])];
      return line ? [[line.key, message] as const] : [];
    }),
  );
};
