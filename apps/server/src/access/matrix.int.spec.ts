import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCOUNT_FIELDS, CAPACITIES, PERMISSIONS, relationsFor, type Act, type Relation } from '@edict/directives';

import type { Deed } from '../testing/matrix-deed.ts';
import { DEEDS_OF_ACCOUNTS } from '../testing/matrix-accounts.ts';
import { DEEDS_OF_UNITS } from '../testing/matrix-deeds.ts';
import { DEEDS_OF_READERS } from '../testing/matrix-reads.ts';
import { ACTOR, ANOTHER, MatrixWorld, NOTHING, STANDING, type Said } from '../testing/matrix-world.ts';
import type { Answer } from '../testing/test-server.ts';
import { ROUTES } from './routes.ts';

const DEEDS: Readonly<Record<string, Deed>> = { ...DEEDS_OF_UNITS, ...DEEDS_OF_READERS, ...DEEDS_OF_ACCOUNTS };

/** Its answer has no end, or it leads to another server: live.int.spec.ts, and the suite of the identity provider. */
const ELSEWHERE = /^GET \/events$|\/oidc/;

/** `nothing`: signed in, in no capacity. `nobody`: not signed in. */
const WHOM = [...CAPACITIES, 'nothing', 'nobody'] as const;
type Whom = (typeof WHOM)[number];
type Cell = Readonly<{ whom: Whom; relation: Relation }>;
/** Where a person stands to an account; where a unit stands to what it acts on. */
const RELATIONS_TO: Readonly<Record<Deed['to'], readonly Relation[]>> = {
  unit: STANDING,
  account: ['self', 'another', 'machine'],
  self: ['self'],
  anything: ['any'],
};

const allowedIn = (act: Act, whom: Whom): readonly Relation[] => {
  const { may }: { may: Readonly<Partial<Record<string, readonly Relation[]>>> } = PERMISSIONS[act];
  if (whom === 'nobody') return may['nobody'] ?? [];
  return whom === 'nothing' ? (may['everyone'] ?? may['nobody'] ?? []) : relationsFor(act, whom);
};

/** One relation includes another: a machine is somebody else, and a task concerns whoever issued it. */
const INCLUDES: Readonly<Partial<Record<Relation, readonly Relation[]>>> = {
  another: ['machine'],
  concerned: ['issuer', 'performer', 'coordinator'],
};
const holds = (granted: Relation, { relation }: Cell): boolean =>
  granted === 'any' || granted === relation || (INCLUDES[granted] ?? []).includes(relation);

const isAllowed = (act: Act, cell: Cell): boolean => allowedIn(act, cell.whom).some((each) => holds(each, cell));

/** What is somebody else's account is not there. */
const REFUSED = [401, 403];
const isRefusal = (act: Act, { status }: Answer): boolean =>
  REFUSED.includes(status) || (act === 'ReadAccounts' && status === 404);

const headersOf = ({ whom, relation }: Cell, { to }: Deed): Readonly<Record<string, string>> => {
  if (whom === 'nobody') return { authorization: '' };
  if (whom === 'nothing') return { authorization: `Bearer ${NOTHING.id}` };
  const unit = to === 'unit' ? relation : 'other';
  const acting = to === 'unit' || to === 'anything' ? { 'edict-unit': unit } : {};
  return { authorization: `Bearer ${ACTOR.id}`, 'edict-capacity': whom, ...acting };
};

describe('The permission matrix, over HTTP', () => {
  let world: MatrixWorld;
  const seen = new Set<string>();

  beforeAll(async () => {
    world = await MatrixWorld.open();
  });
  afterAll(() => world.server.close());

  const cellsOf = ({ to }: Deed): readonly Cell[] =>
    WHOM.flatMap((whom) => RELATIONS_TO[to].map((relation) => ({ whom, relation })));

  const selfOf = ({ whom }: Cell): string => (whom === 'nothing' ? NOTHING.id : ACTOR.id);
  const making = (deed: Deed, cell: Cell): Promise<Said> =>
    Promise.resolve(deed.make(world, { relation: cell.relation, self: selfOf(cell) }));

  const sending = async (deed: Deed, cell: Cell, said: Said): Promise<Answer> =>
    world.send({ ...said, headers: { ...said.headers, ...headersOf(cell, deed) } });

  const toldOf = ({ whom, relation }: Cell, { status, body }: Answer): string =>
    `${whom}, ${relation}: ${status} ${(body as { code?: string } | null)?.code ?? ''}`;

  /** What was refused although it is permitted. */
  const wronglyRefused = async (act: Act, deed: Deed, cells: readonly Cell[]): Promise<readonly string[]> => {
    const wrong: string[] = [];
    for (const cell of cells) {
      const answer = await sending(deed, cell, await making(deed, cell));
      if (answer.status >= 300 && !deed.but?.includes(answer.status)) wrong.push(toldOf(cell, answer));
      for (const granted of allowedIn(act, cell.whom))
        if (holds(granted, cell)) seen.add(`${act} ${cell.whom} ${granted}`);
    }
    return wrong;
  };

  /** What was done, or refused for another reason, although it is not permitted; and what was written all the same. */
  const wronglyDone = async (act: Act, deed: Deed, cells: readonly Cell[]): Promise<readonly string[]> => {
    const made = new Map<string, Promise<Said>>();
    const keyOf = (cell: Cell) => (deed.to === 'account' || deed.perRelation ? `${cell.relation} ${selfOf(cell)}` : '');
    for (const cell of cells) if (!made.has(keyOf(cell))) made.set(keyOf(cell), making(deed, cell));
    await Promise.all(made.values());
    await world.quiet();
    const before = await world.writtenByPersons();
    const wrong: string[] = [];
    for (const cell of cells) {
      const answer = await sending(deed, cell, await made.get(keyOf(cell))!);
      if (!isRefusal(act, answer)) wrong.push(toldOf(cell, answer));
    }
    return [...wrong, ...(await world.writtenByPersons()).slice(before.length)];
  };

  it('is about every route, each of which is asked here', () =>
    expect(Object.keys(ROUTES).filter((route) => !ELSEWHERE.test(route) && !(route in DEEDS))).toStrictEqual([]));

  it.each(Object.keys(DEEDS))(
    '%s is done for whom the matrix permits it, and changes nothing for anybody else',
    async (route) => {
      const [act, deed] = [ROUTES[route]!, DEEDS[route]!];
      const cells = cellsOf(deed);
      const done = await wronglyDone(
        act,
        deed,
        cells.filter((cell) => !isAllowed(act, cell)),
      );
      const refused = await wronglyRefused(
        act,
        deed,
        cells.filter((cell) => isAllowed(act, cell)),
      );
      expect({ done, refused }).toStrictEqual({ done: [], refused: [] });
    },
  );

  it.each<[string, Whom, string, readonly string[]]>([
    ['an administrator of somebody else', 'administrator', ANOTHER.id, ['administrator']],
    ['an auditor of somebody else', 'auditor', ANOTHER.id, ['auditor']],
    ['an auditor of themselves', 'auditor', ACTOR.id, ['auditor', 'self']],
    ['everybody of themselves', 'nothing', NOTHING.id, ['self']],
  ])('shows %s the fields that it names', async (_, whom, id, as) => {
    const headers = headersOf({ whom, relation: 'self' }, DEEDS['GET /accounts/:id']!);
    const { body } = await world.send({ url: `/accounts/${id}`, headers });
    const fields = Object.entries<readonly string[]>(ACCOUNT_FIELDS).filter(([, by]) =>
      by.some((each) => as.includes(each)),
    );
    expect(Object.keys(body as object).toSorted()).toStrictEqual(fields.map(([field]) => field).toSorted());
  });

  /** No act makes one yet: whoever adds it adds the unit to the world of these tests. */
  const NOT_YET: readonly Relation[] = ['delegate'];

  it('has no cell that was not tried', () => {
    const whomOf = (whom: string): readonly string[] =>
      whom === 'everyone' ? ['nothing'] : whom === 'nobody' ? ['nobody'] : [whom];
    const acts = Object.entries(PERMISSIONS).filter(([act]) => Object.values<string>(ROUTES).includes(act));
    const all = acts.flatMap(([act, { may }]) =>
      Object.entries<readonly Relation[]>(may).flatMap(([whom, relations]) =>
        relations
          .filter((relation) => !NOT_YET.includes(relation))
          .flatMap((relation) => whomOf(whom).map((each) => `${act} ${each} ${relation}`)),
      ),
    );
    expect(all.filter((cell) => !seen.has(cell))).toStrictEqual([]);
  });
});
