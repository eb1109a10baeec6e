import { describe, expect, it } from '@jest/globals';
import { idFrom } from '@edict/kernel';
import { saga as bySaga, at, EVENT_ID, specify, specifySaga } from '@edict/kernel/testing';

import { findingsOf, type Link } from '../document/index.ts';
import { conclusion, CONCLUSION, directiveIssued, unitFact } from '../testing/directive-examples.ts';
import { directiveDocument, taskItem } from '../testing/documents.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveEvent } from './directive.messages.ts';
import { directiveView, type DirectiveRow } from './directive.projection.ts';
import { statedChange } from './stated-change.saga.ts';
import { refusalIn } from './stated-refused.ts';

const link: Link = {
  ...{ rel: 'amends', number: '155-KL/TW', type: 'conclusion', issuers: ['politburo', 'secretariat'] },
  ...{
    date: '2025-05-16',
    title: 'Apparatus',
    effects: [{ ref: '1-1', effect: 'replace', by: '9-1' }],
    others: 'keep',
  },
};
const documentOf = (...links: readonly Link[]) =>
  directiveDocument({ head: { id: 'further', number: '160-KL/TW', links }, tasks: [taskItem({ ref: '9-1' })] });
const issuedWith = (...links: readonly Link[]) => directiveIssued({ document: documentOf(...links) });
const given = () => specifySaga(statedChange, directive, 'directive-further')();
const REFUSAL = `refusal-${idFrom('stated-change', EVENT_ID, `amends ${CONCLUSION.slice('directive-'.length)}`)}`;
const told = {
  key: `amends ${CONCLUSION.slice('directive-'.length)}`,
  send: {
    stream: CONCLUSION,
    type: 'ChangeDirective' as const,
    data: {
      ...{ directiveId: 'further', how: 'amends' as const, effects: link.effects!, others: 'keep' as const },
      reason: 'So it is stated in 160-KL/TW.',
    },
  },
  ifRefused: {
    stream: 'directive-further',
    type: 'NoteStatedRefused' as const,
    data: {
      ...{ directiveId: CONCLUSION.slice('directive-'.length), how: 'amends' as const, name: '155-KL/TW' },
      refusal: REFUSAL,
    },
  },
};

describe('A further document that states in its text what becomes of open tasks', () => {
  it('changes the other one as soon as it is issued', () => given().when(issuedWith(link)).then(told));

  it('changes nothing where it states nothing, or does not say which document it means', () => {
    const { effects: _, others: __, ...silent } = link;
    given()
      .when(issuedWith(silent, { ...link, number: null }, { ...link, issuers: [] }))
      .then();
    given()
      .when(issuedWith({ ...link, rel: 'cites' }))
      .then();
  });

  it('leaves it open otherwise, and only then', () => {
    const open = (more: Partial<Link>) =>
      findingsOf(documentOf({ ...link, ...more }), { units: [] }).filter(({ code }) => code === 'effects-not-stated')
        .length;
    const { effects: _, others: __, ...silent } = link;
    expect([open({}), open({ number: null })]).toStrictEqual([0, 1]);
    expect(findingsOf(documentOf(silent), { units: [] }).map(({ code }) => code)).toContain('effects-not-stated');
  });

  it('needs the same authority as if somebody said it', () => {
    const document = { ...conclusion, tasks: [taskItem({ ref: '1-1' })] };
    const change = (issuers: readonly string[]) => ({
      type: 'ChangeDirective' as const,
      data: {
        ...told.send.data,
        document: {
          value: { number: '160-KL/TW', issuers, title: 'T', on: '2025-06-02', tasks: ['9-1'] },
          source: 's',
        },
        authorities: unitFact({ id: 'politburo' }),
        open: {},
      },
    });
    const here = at(ISSUED_AT, bySaga, ISSUED_AT, CONCLUSION);
    specify(directive)(directiveIssued({ document }))
      .when(change(['ministry']), here)
      .thenRefused('directive/not-the-superior');
    specify(directive)(directiveIssued({ document }))
      .when(change(['politburo']), here)
      .then({
        type: 'DirectiveChanged',
        data: {
          ...told.send.data,
          ...{ by: { number: '160-KL/TW', issuer: 'politburo', title: 'T', on: '2025-06-02' }, source: 's' },
        },
      });
  });
});

describe('What a further document states, and what is refused', () => {
  const further = specify(directive);
  const said = { directiveId: 'd1', how: 'amends', name: '155-KL/TW' } as const;
  const note = (why: string | null) =>
    ({
      type: 'NoteStatedRefused',
      data: { ...said, refusal: 'refusal-r1', why: { value: why, source: 'refusal-r1@0' } },
    }) as const;
  const refused: DirectiveEvent = {
    type: 'StatedChangeRefused',
    data: { ...said, code: 'directive/effect-missing', source: 'refusal-r1@0' },
  };
  const context = at('2025-06-02T02:00:00.000Z', bySaga, undefined, 'directive-further');

  it('is kept with the rule that said no, once', () => {
    const missing = note('directive/effect-missing');
    further(issuedWith(link)).when(missing, context).then(refused);
    further(issuedWith(link), refused).when(missing, context).thenNothing();
    further(issuedWith(link)).when(note(null), context).thenNothing();
    further().when(missing, context).thenRefused('directive/unknown');
    expect(directive.origins.NoteStatedRefused).toStrictEqual(['saga']);
  });

  it('is read where the refusal was recorded', () => {
    const { select, stream } = refusalIn('refusal-r1');
    expect(stream).toBe('refusal-r1');
    expect(select([{ type: 'CommandRefused', data: { code: 'directive/changed', message: 'x' } }])).toBe(
      'directive/changed',
    );
    expect([select([]), select([{ type: 'Other', data: {} }])]).toStrictEqual([null, null]);
    const sent = { stream: 'directive-further', type: 'NoteStatedRefused', data: { ...said, refusal: 'refusal-r1' } };
    expect(directive.facts!(sent as never, directive.initialState)).toMatchObject({ why: { stream: 'refusal-r1' } });
  });

  it('is a finding of that document', () => {
    const view = directiveView;
    const events = [issuedWith(link), refused];
    const rows = events.reduce<DirectiveRow | undefined>(
      (row, event) =>
        view.evolve(row, {
          ...event,
          id: EVENT_ID,
          stream: 'directive-d1',
          recordedAt: ISSUED_AT,
          occurredAt: ISSUED_AT,
        }),
      undefined,
    );
    expect(JSON.parse(rows!.findings)).toContainEqual({
      code: 'effects-refused',
      ref: 'further',
      message:
        'It amends 155-KL/TW. What it states of its open tasks was refused (directive/effect-missing): an issuer says it.',
    });
  });
});
