import type { Shape } from '@edict/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { useApi } from '../api/api.ts';
import { useUnitNames } from '../api/units.tsx';
import { useConsole } from '../console.tsx';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { folded } from '../parts/folded.ts';
import { useSay } from '../parts/say.tsx';
import { useDeeds } from './deeds.ts';
import { usePalette } from './palette.tsx';
import { usePlaces } from './places.ts';

type Hit = Shape<'Hit'>;

/** `hint`: by which key else, or of what kind. */
export type Choice = Readonly<{
  id: string;
  text: string;
  hint?: Readonly<{ key: string }> | Readonly<{ kind: string }> | undefined;
  run(): void;
}>;

/** Each as it calls itself. */
const NAMES: Readonly<Record<Language, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
  ru: 'Русский',
  uk: 'Українська',
};

/** What fits the text: where one can go, what one can do, and what the whole installation finds by it. */
export const useChoices = (text: string): readonly Choice[] => {
  const wanted = folded(text);
  const [places, deeds, found] = [useWays(), useActs(), useFound(text)];
  return [...[...places, ...deeds].filter((choice) => folded(choice.text).includes(wanted)), ...found];
};

const useWays = (): readonly Choice[] => {
  const say = useSay();
  const navigate = useNavigate();
  const { all } = usePlaces();
  return all.map(({ to, name, key }) => ({
    id: to,
    text: say(name),
    hint: { key: `G ${key.toUpperCase()}` },
    run: () => void navigate({ to }),
  }));
};

const useActs = (): readonly Choice[] => {
  const say = useSay();
  const palette = usePalette();
  const { prefer } = useConsole();
  const deeds = [{ name: 'frame.office', run: palette.chooseOffice }, ...useDeeds()];
  const languages = LANGUAGES.map((language) => ({
    id: language,
    text: NAMES[language],
    run: () => prefer({ language }),
  }));
  return [...deeds.map(({ name, run }) => ({ id: name, text: say(name), run })), ...languages];
};

const MOST = 12;
const SETTLED_MS = 120;

/** A word or a figure at least: nothing else is looked for. */
const SEARCHABLE = /[\p{L}\p{N}]/u;

/** Directives, matters, tasks and units by the beginnings of their words; marks and đ do not matter. */
const useFound = (text: string): readonly Choice[] => {
  const api = useApi();
  const navigate = useNavigate();
  const nameOf = useUnitNames();
  const { office } = useConsole().preferences;
  const q = useSettled(text.trim());
  const { data } = useQuery({
    queryKey: ['search', q, office],
    queryFn: () => api.get('/search', { query: { q, limit: MOST } }),
    enabled: SEARCHABLE.test(q),
  });
  if (!SEARCHABLE.test(text) || q !== text.trim()) return []; // what another text has found is not opened by a hand that is quicker
  return (data?.items ?? []).map((hit) => ({
    id: `${hit.kind}/${hit.id}`,
    text: hit.kind === 'unit' ? nameOf(hit.id) : hit.title,
    hint: { kind: hit.kind },
    run: () => void navigate({ to: addressOf(hit) }),
  }));
};

const addressOf = ({ kind, id }: Hit): string => (kind === 'unit' ? `/units?q=${id}` : `/${kind}s/${id}`);

/** What was typed, once a pause was made. */
const useSettled = (text: string): string => {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
