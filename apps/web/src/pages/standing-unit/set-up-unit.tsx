import type { JSX } from 'react';

import { useSettingUp } from '../../api/matters.ts';
import { DirectiveField } from '../../parts/directive-field.tsx';
import { WordsField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Progress } from '../../parts/progress.tsx';

/** The committee that acts sets up its standing unit for a directive; its mandate follows from that text. */
export const SetUpUnit = ({ onClose }: Readonly<{ onClose(): void }>): JSX.Element => {
  const settingUp = useSettingUp();
  const send = ({ directiveId = '', ...body }: Filled) =>
    settingUp.mutate({ directiveId, body, key: crypto.randomUUID() }, { onSuccess: onClose });
  return (
    <FormDialog isSending={settingUp.isPending} title="standingUnit.setUp" onClose={onClose} onSaid={send}>
      <DirectiveField name="directiveId" />
      <WordsField name="evidence" label="act.field.evidence" />
      <Progress isPending={settingUp.isPending} error={settingUp.error} />
    </FormDialog>
  );
};
