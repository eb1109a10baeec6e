import { idOf, type Happened, type Projection } from '@edict/kernel';

import type { DirectiveEvent } from '../directive/directive.messages.ts';
import type { UnitEntry } from '../document/index.ts';
import type { MatterEvent } from '../matter/matter.messages.ts';
import type { Prose } from '../prose.ts';
import type { TaskEvent } from '../task/task.events.ts';
import type { UnitEvent } from '../unit/unit.decider.ts';
import { searchable } from './fold.ts';

/** `words`: see `searchable`. */
export type SearchRow = Readonly<{
  stream: string;
  kind: string;
  directiveId: string;
  title: string;
  words: string;
}>;

type Titled = DirectiveEvent | TaskEvent | MatterEvent;
/** `texts`: what its words are in. */
type Found = Omit<SearchRow, 'stream' | 'words'> & Readonly<{ texts: readonly (string | null)[] }>;

/** What can be found by its words: directives by number and title, tasks by ref and statement, matters by subject. Sealed text cannot. */
export const searchView: Projection<SearchRow, Titled> = {
  table: 'search',
  version: 1,
  columns: { stream: 'text', kind: 'text', directiveId: 'text', title: 'text', words: 'text' },
  indexes: [['kind']],
  keys: (event) => (foundIn(event) ? [event.stream] : []),
  evolve: (row, event) => {
    const found = foundIn(event);
    if (!found) return row;
    const { texts, ...rest } = found;
    return { stream: event.stream, ...rest, words: searchable(...texts) };
  },
};

const foundIn = (event: Happened<Titled>): Found | undefined => {
  switch (event.type) {
    case 'DirectiveIssued': {
      const { number, title } = event.data.document.directive;
      return { kind: 'directive', directiveId: idOf(event.stream), title, texts: [number, title] };
    }
    case 'TaskAssigned':
    case 'TaskLeftUnassigned': {
      const { directiveId, ref, statement } = event.data.task;
      return of('task', directiveId, statement, ref);
    }
    case 'MatterReceived':
    case 'MatterRefused':
      return of('matter', event.data.directiveId, event.data.subject);
    default:
      return undefined;
  }
};

const of = (kind: string, directiveId: string, prose: Prose, ref: string | null = null): Found => {
  const title = typeof prose === 'string' ? prose : '';
  return { kind, directiveId, title, texts: [ref, title] };
};

export type UnitSearchRow = Readonly<{ stream: string; kind: string; title: string; words: string }>;

/** Units by their names, in every language, by what else they are called, and by id. They are for everybody, and belong to no directive. */
export const unitSearchView: Projection<UnitSearchRow, UnitEvent> = {
  table: 'unit_search',
  version: 2,
  columns: { stream: 'text', kind: 'text', title: 'text', words: 'text' },
  indexes: [],
  keys: ({ stream }) => (stream.startsWith('unit-') ? [stream] : []),
  evolve(row, event) {
    const { stream } = event;
    if (event.type === 'UnitRegistered' || event.type === 'UnitRegistrationCorrected') {
      const { id, names, aliases = [] } = event.data.entry;
      return { stream, kind: 'unit', ...named(id, names, aliases) };
    }
    if (event.type !== 'UnitRenamed') return row;
    const { title, words } = named('', event.data.names);
    return row && { ...row, title: title || row.title, words: `${row.words} ${words}` };
  },
};

/** What it was called before is looked for as well. */
const named = (
  id: string,
  of: UnitEntry['names'],
  aliases: readonly string[] = [],
): Readonly<{ title: string; words: string }> => {
  const names = Object.values(of).filter((name) => typeof name === 'string');
  return { title: names[0] ?? id, words: searchable(id, ...names, ...aliases) };
};
