import type { Shape } from '@edict/client';
import { useState, type JSX } from 'react';

import { useOpeningSubscription } from '../../api/subscriptions.ts';
import { useConsole } from '../../console.tsx';
import { LANGUAGES } from '../../i18n/language.ts';
import { ChoiceField, PickField, TextField } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { Once } from '../../parts/once.tsx';
import { Progress } from '../../parts/progress.tsx';

type Opening = Shape<'OpenSubscriptionDto'>;
const CHANNELS: readonly Opening['channel'][] = ['mail', 'webhook', 'calendar'];

type OpenProps = Readonly<{ unit: string; onClose(): void }>;

/** By mail, to a program, or as a calendar, whose address is told now and never again. */
export const OpenSubscription = ({ unit, onClose }: OpenProps): JSX.Element => {
  const opening = useOpeningSubscription(unit);
  const [channel, setChannel] = useState('mail');
  const calendar = opening.data?.calendar;
  const send = (said: Filled) =>
    opening.mutate(
      { body: said as unknown as Opening, key: crypto.randomUUID() },
      { onSuccess: (answer) => (answer.calendar === null ? onClose() : undefined) },
    );
  if (calendar)
    return (
      <Once
        title="subscriptions.calendarAddress"
        why="subscriptions.calendarAddress.why"
        text={`${location.origin}${calendar}`}
        onClose={onClose}
      />
    );
  return (
    <FormDialog isSending={opening.isPending} title="subscriptions.open" onClose={onClose} onSaid={send}>
      <ChoiceField
        name="channel"
        label="subscriptions.channel"
        values={CHANNELS}
        word="subscriptions"
        onChosen={setChannel}
      />
      {channel === 'calendar' ? null : (
        <TextField key={channel} name="address" label={`subscriptions.address.${channel}`} required />
      )}
      {channel === 'mail' ? <LanguageField /> : null}
      <Progress isPending={opening.isPending} error={opening.error} />
    </FormDialog>
  );
};

const LanguageField = (): JSX.Element => {
  const { language } = useConsole().preferences;
  const choices = LANGUAGES.map((value) => ({ value, text: nameOf(value) }));
  return (
    <PickField name="language" label="subscriptions.language" choices={choices} defaultValue={language} required />
  );
};

/** As it calls itself. */
const nameOf = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
