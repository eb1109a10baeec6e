import { beforeAll, expect, it } from '@jest/globals';

import { close, explain, figureIn, goTo, lineOf, reason, settledIn, shownBy, sumIn } from './explaining.ts';
import { issueFigures } from './figures-scene.ts';
import { byKeys, byPointer } from './hand.ts';
import { complaintsIn, OFFICE, PHONE, violations } from './pages.ts';
import { fillForm } from './scene.ts';
import { inConsole, OPENING_MS, scene, signIn } from './suite.ts';

const DESK = { unit: OFFICE.unit, capacity: 'standingUnit' };
const LEADER = { unit: 'secretariat', capacity: 'leader' };
const HOW = [
  ['by keyboard, at a desk', byKeys, {}],
  ['by pointer, at a desk', byPointer, {}],
  ['by keyboard, on a narrow screen', byKeys, PHONE],
  ['by finger, on a phone', byPointer, PHONE],
] as const;

/** Where the same part is opened that was opened in each of these ways before. */
const BOTH = [HOW[0], HOW[3]] as const;

let figures: Awaited<ReturnType<typeof issueFigures>>;

inConsole('Why something is said, in the console', () => {
  beforeAll(async () => {
    const { items } = await scene.api.get('/tasks', { query: { directiveId: scene.directive, limit: 1 } });
    await fillForm(scene, items[0]!);
    figures = await issueFigures(scene);
  }, OPENING_MS);

  it.each(HOW)(
    'tells %s which event brought a task into its state, and with what its date was compared',
    async (_, way, size) => {
      const opened = await signIn({}, size, `/tasks/${figures.idOf('1-5')}`);
      const { page } = opened;
      const state = page.locator('.head .tag.state');
      await explain(page, way, state);
      expect(await lineOf(page, 'By').textContent()).toMatch(/^Acknowledged.*Government Party Committee.*#\d+$/);
      expect(await lineOf(page, 'Next').textContent()).toContain('Government Party Committee reports progress');
      expect(await lineOf(page, 'Seen').textContent()).toContain(`task-${figures.idOf('1-5')}@`);
      await close(page, state);
      const late = page.locator('.head .tag.overdue');
      await explain(page, way, late);
      expect(await lineOf(page, 'Made of').textContent()).toMatch(
        /compared with the moment that is shown.*5 days after it/,
      );
      expect(await lineOf(page, 'Rule').textContent()).toContain('“by” includes the day');
      expect(await lineOf(page, 'Policy').textContent()).toContain(
        'due soon from 3 days before the last day · vn-party v',
      );
      expect(await lineOf(page, 'Calendar').textContent()).toContain('lasting v1');
      await close(page, late);
      await page.context().close();
      expect(complaintsIn(opened)).toStrictEqual([]);
    },
  );

  it('leads from a state to the event in the history that is meant', async () => {
    const { page } = await signIn({}, {}, `/tasks/${figures.idOf('1-4')}`);
    await explain(page, byPointer, page.locator('.head .tag.state'));
    await lineOf(page, 'By').getByRole('link').click();
    await page.locator('tr[aria-current]', { hasText: 'Accepted' }).waitFor();
    await page.goBack();
    const late = page.locator('.head .tag.late');
    await explain(page, byPointer, late);
    expect(await lineOf(page, 'Made of').textContent()).toContain('compared with when the result was sent');
    expect(await lineOf(page, 'By').textContent()).toContain('Submitted');
    await page.getByRole('link', { name: 'Prove it' }).click();
    await page.waitForURL(`**/audit?of=task-${figures.idOf('1-4')}`);
  });

  it.each(BOTH)(
    'says %s of how many units a clause has come down to some, and names just these',
    async (_, way, size) => {
      const { page } = await signIn({}, size, `/directives/${scene.directive}?show=coverage`);
      const figure = page.locator('td.num .why').first();
      await figure.waitFor();
      const count = Number(await figure.textContent());
      const said = await explain(page, way, figure);
      expect(said).toMatch(/^\d+ [a-z ]+/);
      expect(Number(/^\d+/.exec(said)![0])).toBe(count);
      expect(sumIn((await lineOf(page, 'Made of').textContent())!)).toBe(true);
      await page.getByRole('link', { name: 'Show them' }).click();
      await page.locator('.stood li').first().waitFor();
      expect(await page.locator('.stood li').count()).toBe(count);
      await reason(page).waitFor({ state: 'detached' });
      await figure.and(page.locator(':focus')).waitFor();
      const row = page.locator('.choice[aria-expanded=true]');
      await way(page).press(row);
      await page.locator('.stood').waitFor({ state: 'detached' });
      await explain(page, way, figure);
      await way(page).press(page.getByRole('link', { name: 'Show them' }));
      await page.locator('.stood li').first().waitFor();
      await page.context().close();
    },
  );

  it.each([
    ['what has no date', () => `${scene.directive}?show=timeline`, /^Without a date: \d+$/, 'They have no day'],
    [
      'what a milestone has come to',
      () => `${scene.directive}?show=timeline`,
      /, (drafts finished|documents issued): \w+$/,
      'Milestones of the same name',
    ],
    ['how large a grid is', () => scene.directive, /^\d+ tasks × \d+ units$/, 'Each row is a task'],
    ['how many of all a list shows', () => `${figures.directive}?class=overdue`, /^2 of \d+/, 'overdue'],
  ] as const)('says of %s by which rule', async (_, which, name, rule) => {
    const { page } = await signIn({ office: OFFICE }, {}, `/directives/${which()}`);
    const figure = page.getByRole('button', { name }).first();
    await explain(page, byPointer, figure);
    expect(await lineOf(page, 'Rule').textContent()).toContain(rule);
    await close(page, figure);
  });

  it('says how many have filled in a form, and of how many units that is', async () => {
    const { page } = await signIn({ office: OFFICE }, {}, '/forms');
    const figure = page.getByRole('button', { name: '1 report of 1 unit' });
    await explain(page, byPointer, figure);
    expect(await lineOf(page, 'Rule').textContent()).toContain('filled into this form');
    await close(page, figure);
  });

  it('keeps the moment that is shown on the way to what was counted', async () => {
    const at = new Date().toISOString();
    const { page } = await signIn({ office: OFFICE }, {}, `/directives/${figures.directive}?at=${at}`);
    await explain(page, byPointer, page.getByRole('button', { name: 'overdue: 2', exact: true }));
    expect(await shownBy(page)).toBe(2);
    expect(new URL(page.url()).searchParams.get('at')).toBe(at);
  });

  it('goes along as the moment that is shown, wherever a page leads, until one returns to now', async () => {
    const at = new Date().toISOString();
    const pages = [
      '/inbox',
      `/directives/${scene.directive}`,
      `/tasks/${figures.idOf('1-4')}`,
      '/one-page',
      '/units',
      '/matters',
    ];
    const { page } = await signIn({ office: LEADER }, {}, `/directives/${figures.directive}?at=${at}`);
    for (const address of pages) {
      await goTo(page, `${address}?at=${at}`);
      await settledIn(page);
      const losing = await page
        .locator('a[href^="/"]')
        .evaluateAll((all) =>
          all
            .map((each) => each.getAttribute('href')!)
            .filter((href) => !href.includes('at=') && href !== '/rehearsal'),
        );
      expect({ address, losing }).toStrictEqual({ address, losing: [] });
    }
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.waitForURL((url) => url.pathname === '/directives' && url.searchParams.get('at') === at);
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/directives' && !url.searchParams.has('at'));
  });

  it('is printed as what it is, without a mark', async () => {
    const { page } = await signIn({ office: LEADER }, {}, `/one-page?directive=${figures.directive}`);
    await page.locator('.four .why').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const [line] = await page
      .locator('.four .why')
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).textDecorationLine));
    expect(line).toBe('none');
  });

  it.each(BOTH)(
    'tells %s at the desk of a standing unit why it receives, for how long, and what lies there',
    async (_, way, size) => {
      const opened = await signIn({ office: DESK }, size, '/standing-unit');
      const { page } = opened;
      const state = page.locator('.mand .why').first();
      await explain(page, way, state);
      expect(await lineOf(page, 'By').textContent()).toContain('Standing unit set up');
      expect(await lineOf(page, 'Next').textContent()).toBe('After it: Government Party Committee');
      await close(page, state);
      const days = page.locator('.mand .why').nth(1);
      const left = /^[\d,]+/.exec((await days.textContent())!)![0];
      expect(await explain(page, way, days)).toMatch(new RegExp(`^${left} = October 31, 2099 − `));
      await close(page, days);
      const count = page.getByRole('button', { name: 'To be answered: 1' });
      expect(await explain(page, way, count)).toMatch(/^1Made of1 directedRuleOpen, and the day/);
      await close(page, count);
      const heap = page.locator('.heaps li .why').first();
      const said = await explain(page, way, heap);
      expect(sumIn(said)).toBe(true);
      expect(await reason(page).locator('.in-heap li').count()).toBe(Number(/^\d+/.exec(said)![0]));
      await close(page, heap);
      await page.context().close();
      expect(complaintsIn(opened)).toStrictEqual([]);
    },
  );

  it.each(BOTH)(
    'tells %s by which act a matter stands as it does, how its clock was reckoned, and who marked it',
    async (_, way, size) => {
      const opened = await signIn({ office: DESK }, size, `/standing-unit?matter=${figures.matter}`);
      const { page } = opened;
      const state = page.locator('.head .tag.state', { hasText: 'directed' });
      await explain(page, way, state);
      expect(await lineOf(page, 'By').textContent()).toMatch(/^Directed: Rent a room/);
      await close(page, state);
      const clock = page.locator('.head .answer-by');
      await explain(page, way, clock);
      expect(await lineOf(page, 'Made of').textContent()).toMatch(/^10 working days and \d+ days? off after /);
      expect(await lineOf(page, 'Policy').textContent()).toMatch(/^vn-party v\d+$/);
      expect(await lineOf(page, 'Calendar').textContent()).toBe('lasting v1');
      await close(page, clock);
      const mark = page.locator('.head .tag', { hasText: 'Brought by several together' });
      await explain(page, way, mark);
      expect(await lineOf(page, 'By').textContent()).toContain('Received');
      await close(page, mark);
      await page.context().close();
      expect(complaintsIn(opened)).toStrictEqual([]);
    },
  );

  it.each(BOTH)(
    'tells %s as what a unit was registered, how far a succession has come, and what would move',
    async (_, way, size) => {
      const { page } = await signIn({}, size, '/units/ppc-hue');
      const kind = page.locator('.head .tag.state');
      await explain(page, way, kind);
      expect(await lineOf(page, 'By').textContent()).toContain('Unit registered');
      await close(page, kind);
      await page.context().close();
      const moves = (await signIn({}, size, '/units?show=successions')).page;
      const some = moves.getByRole('button', { name: /Open tasks now: [1-9]/ }).first();
      await some.waitFor();
      await settledIn(moves);
      const holds = moves.getByRole('button', { name: (await some.getAttribute('aria-label'))!, exact: true });
      const count = Number(await holds.textContent());
      await way(moves).press(holds);
      await reason(moves).locator('.in-heap').first().waitFor();
      expect(await violations(moves)).toStrictEqual([]);
      const said = (await reason(moves).locator('h2').textContent())!;
      expect(sumIn(said)).toBe(true);
      expect(Number(/^\d+/.exec(said)![0])).toBe(count);
      expect(await reason(moves).locator('.in-heap li').count()).toBe(count);
      await close(moves, holds);
      const stage = moves.locator('.moves td.nw .why').first();
      expect(await explain(moves, way, stage)).toMatch(/not planned|still ahead|in effect/);
      await close(moves, stage);
      await moves.context().close();
    },
  );

  it.each(BOTH)('tells %s in the inbox what is counted in both tabs, and under each heading', async (_, way, size) => {
    const { page } = await signIn({}, size);
    const all = page.locator('.tools .why');
    const said = await explain(page, way, all);
    expect(sumIn(said)).toBe(true);
    const tabs = (await page.locator('.seg button').allTextContents()).map((text) => Number(/\d+/.exec(text)![0]));
    expect(said.startsWith(`${tabs[0]! + tabs[1]!} = ${tabs[0]} + ${tabs[1]}`)).toBe(true);
    await close(page, all);
    const group = page.locator('.grp .why').first();
    const count = (await group.textContent())!;
    expect(figureIn(await explain(page, way, group))).toBe(count);
    await close(page, group);
    await page.context().close();
  });

  it.each(BOTH)(
    'tells %s why a document is marked, what of its findings is open, and what falls due on a day',
    async (_, way, size) => {
      const { page } = await signIn({ office: LEADER }, size, `/directives/${figures.directive}`);
      const mark = page.locator('h1 .tag');
      await explain(page, way, mark);
      expect(await lineOf(page, 'By').textContent()).toContain('Issued');
      await close(page, mark);
      const finding = page.locator('.fnd .st .why').first();
      await explain(page, way, finding);
      await close(page, finding);
      await page.context().close();
      const timeline = (await signIn({}, size, `/directives/${scene.directive}?show=timeline`)).page;
      const units = timeline
        .locator('td.num .why')
        .filter({ hasText: /^[2-9]/ })
        .first();
      await units.waitFor();
      const count = Number(await units.textContent());
      expect(sumIn(await explain(timeline, way, units))).toBe(true);
      expect(await shownBy(timeline)).toBe(count);
      await timeline.context().close();
    },
  );

  it.each(BOTH)(
    'tells %s what an account and an office are, and what the installation says of itself',
    async (_, way, size) => {
      const { page } = await signIn({}, size, '/operations');
      const head = page.getByRole('button', { name: /^Newest position: / });
      await explain(page, way, head);
      await close(page, head);
      await page.context().close();
      const forms = (await signIn({}, size, '/forms')).page;
      const total = forms.locator('.sums td.num .why').first();
      expect(await explain(forms, way, total)).toMatch(/^30Made of30 /);
      await close(forms, total);
      const value = forms.locator('table.lines:not(.sums) td.num .why').first();
      await explain(forms, way, value);
      expect(await lineOf(forms, 'By').textContent()).toContain('Form filled in');
      await close(forms, value);
      await forms.context().close();
    },
  );

  /** What need not: by what it does instead. */
  const EXCEPTIONS = {
    '.row .tag, .issued .tag, tr .p .tag': 'in a row that opens what explains itself',
    '.events td.num': 'the number of an event, which opens as it is stored',
    '.history td.num': 'how often an event stands in the history beside it',
    'td.num.edition': 'the number of an edition, whose content opens under it',
  } as const;

  it('leaves no status and no figure of any page without a reason', async () => {
    const pages = [
      ...['/inbox', '/directives', '/standing-unit', `/standing-unit?matter=${figures.matter}`, '/matters', '/forms'],
      ...[
        `/matters/${figures.matter}`,
        `/tasks/${figures.idOf('1-4')}`,
        '/units',
        '/units?show=successions',
        '/units/ppc-hue',
      ],
      ...['tasks', 'coverage', 'timeline', 'links', 'history'].map(
        (show) => `/directives/${scene.directive}?show=${show}`,
      ),
      ...[
        `/directives/${figures.directive}`,
        `/directives/${figures.directive}?class=overdue`,
        '/one-page',
        '/rehearsal',
      ],
      ...['/audit', `/audit?of=task-${figures.idOf('1-4')}`, '/rules', '/operations', '/own-account', '/accounts'],
      '/accounts?show=offices',
    ];
    const { page } = await signIn({ office: DESK }, {}, '/inbox');
    const found: Record<string, readonly string[]> = {};
    /** Lists, whose rows open what explains itself, and what is chosen or recorded. */
    const lists = ['/directives', '/matters', '/units', '/rehearsal', '/audit', '/rules', '/accounts'];
    const silent: string[] = [];
    let explained = 0;
    const excepted = new Set<string>();
    for (const address of pages) {
      await goTo(page, address);
      await settledIn(page);
      const whys = await page.locator('main .why').count();
      if (whys === 0) silent.push(address);
      explained += whys;
      for (const exception of Object.keys(EXCEPTIONS))
        if ((await page.locator('main').locator(exception).count()) > 0) excepted.add(exception);
      const bare = await page.evaluate((selector) => {
        const all = document.querySelectorAll('main :is(.tag, td.num, dd.num, .bucket b, .grp .n, .fnd .st)');
        const isExplained = (each: Element) => each.matches('.why') || each.querySelector('.why') !== null;
        const isEmpty = ({ textContent }: Element) => ['', '–'].includes(textContent.trim());
        return [...all]
          .filter((each) => !each.matches(selector) && !isExplained(each) && !isEmpty(each))
          .concat([...document.querySelectorAll(':is(a, button, summary, label) .why')])
          .map((each) => each.outerHTML.slice(0, 120));
      }, Object.keys(EXCEPTIONS).join(', '));
      if (bare.length > 0) found[address] = bare;
    }
    expect(found).toStrictEqual({});
    expect(explained).toBeGreaterThan(150);
    const inPlace = ['links', 'history'].map((show) => `/directives/${scene.directive}?show=${show}`);
    expect(silent.toSorted()).toStrictEqual(
      [...lists, ...inPlace, `/audit?of=task-${figures.idOf('1-4')}`, '/accounts?show=offices'].toSorted(),
    );
    expect([...excepted].toSorted()).toStrictEqual(Object.keys(EXCEPTIONS).toSorted());
  });
});
