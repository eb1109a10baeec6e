import { useState, type JSX } from 'react';

import { useActOnUnit } from '../../api/unit-life.ts';
import { useUnitNames, type Unit } from '../../api/units.tsx';
import { useKeys } from '../../frame/keys.ts';
import { dayOf } from '../../i18n/days.ts';
import { AskedFields } from '../../parts/asked-fields.tsx';
import { TextField, type Choice } from '../../parts/fields.tsx';
import { FormDialog, type Filled } from '../../parts/form-dialog.tsx';
import { useClock } from '../../parts/now.ts';
import { Progress } from '../../parts/progress.tsx';
import { Say } from '../../parts/say.tsx';
import { useMayRegister } from './may-register.ts';
import { aroundOf, fieldsFor, KEYS, offersOn, sentFor, type UnitOffer } from './unit-offers.ts';

type ActionsProps = Readonly<{ unit: Unit; units: readonly Unit[] }>;

/** What becomes of a unit is entered by whoever keeps the registry, each by one key. */
export const UnitActions = ({ unit, units }: ActionsProps): JSX.Element | null => {
  const [asked, setAsked] = useState<UnitOffer | null>(null);
  const mayAct = useMayRegister();
  const today = dayOf(useClock());
  const offers = mayAct ? offersOn(unit, aroundOf(unit, units, today)) : [];
  useKeys(Object.fromEntries(offers.map((offer) => [KEYS[offer], () => setAsked(offer)])));
  if (offers.length === 0) return null;
  return (
    <div className="actions many">
      {offers.map((offer) => (
        <button key={offer} type="button" className="btn" onClick={() => setAsked(offer)}>
          <Say id={`unitAct.${offer}`} />
          <kbd>{KEYS[offer].toUpperCase()}</kbd>
        </button>
      ))}
      {asked === null ? null : <SayIt offer={asked} unit={unit} units={units} onClose={() => setAsked(null)} />}
    </div>
  );
};

type SayItProps = ActionsProps & Readonly<{ offer: UnitOffer; onClose(): void }>;

const SayIt = ({ offer, unit, units, onClose }: SayItProps): JSX.Element => {
  const acting = useActOnUnit(unit.unitId);
  const fields = fieldsFor(offer, useNaming(unit, units));
  const send = (filled: Filled) =>
    acting.mutate({ ...sentFor(offer, unit.unitId, filled), key: crypto.randomUUID() }, { onSuccess: onClose });
  return (
    <FormDialog isSending={acting.isPending} title={`unitAct.${offer}`} onClose={onClose} onSaid={send}>
      {offer === 'rename' ? <Names names={unit.names} /> : null}
      <AskedFields fields={fields} />
      <Progress isPending={acting.isPending} error={acting.error} />
    </FormDialog>
  );
};

const LANGUAGES = ['vi', 'en', 'ru', 'uk'] as const;

const Names = ({ names }: Pick<Unit, 'names'>): JSX.Element => (
  <>
    {LANGUAGES.map((language) => (
      <TextField
        key={language}
        name={`name.${language}`}
        label={`units.name.${language}`}
        {...(names[language] === undefined ? {} : { defaultValue: names[language] })}
      />
    ))}
  </>
);

const useNaming = (unit: Unit, units: readonly Unit[]) => {
  const nameOf = useUnitNames();
  const { groups, members } = aroundOf(unit, units, dayOf(useClock()));
  const named = (ids: readonly string[]): readonly Choice[] => ids.map((id) => ({ value: id, text: nameOf(id) }));
  const all = units.filter(({ kind }) => kind === 'group').map(({ unitId }) => unitId);
  return { allGroups: named(all), groups: named(groups), members: named(members) };
};
