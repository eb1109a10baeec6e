import { Composer, CST, Lexer, LineCounter, Parser, type Document, type ParsedNode } from 'yaml';

import type { Complaint } from './decode.ts';
import type { Place } from './problem.ts';

/** Lists and maps inside one another that are read in any case; a level more may pass. */
export const DEEPEST = 64;

/** Words, signs and gaps between them: twenty times the longest file known, and still read within seconds. */
export const MOST_TOKENS = 250_000;

/** The one document of a file as a tree of nodes that know where they stand. */
export type Tree = Readonly<{ root: ParsedNode; placeOf(offset: number): Place }>;

/** Reads YAML 1.2, and JSON with it, without tags, anchors and aliases: they serve no writer of these files and many an attacker. */
export const grow = (text: string): Tree | readonly Complaint[] => {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return line === 0 ? { line: 1, column: 1 } : { line, column: col };
  };
  const tokens = scan(text, lines);
  if (!Array.isArray(tokens)) return [{ place: placeOf(tokens.offset), rule: tokens.rule, message: tokens.message }];
  return compose(tokens, placeOf);
};

type Refusal = Readonly<{ offset: number; rule: string; message: string }>;

const REFUSED: Readonly<Partial<Record<CST.TokenType, readonly [rule: string, message: string]>>> = {
  alias: [
    'yaml/alias',
    'Aliases (*name) are not read; write the value itself. A text that begins with * goes in quotes.',
  ],
  anchor: ['yaml/anchor', 'Anchors (&name) are not read; delete it. A text that begins with & goes in quotes.'],
  'directive-line': ['yaml/directive', 'Lines that begin with % are not read; delete it.'],
  tag: ['yaml/tag', 'Tags (!name) are not read; write the plain value. A text that begins with ! goes in quotes.'],
};

/** On the parser's stack the document lies below what is nested, and a word may lie on top. */
const AROUND = 2;

/** Feeds the parser token by token, because depth must be known before anything recurses into it. */
const scan = (text: string, lines: LineCounter): CST.Token[] | Refusal => {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    const refused = REFUSED[CST.tokenType(lexeme) as CST.TokenType];
    if (refused) return { offset, rule: refused[0], message: refused[1] };
    if (++count > MOST_TOKENS) return tooMuch(offset);
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > DEEPEST + AROUND) return tooDeep(offset);
  }
  tokens.push(...parser.end());
  return tokens;
};

const tooMuch = (offset: number): Refusal => ({
  offset,
  rule: 'file/too-big',
  message: `The file has more than ${MOST_TOKENS} words and signs. Split it.`,
});

const tooDeep = (offset: number): Refusal => ({
  offset,
  rule: 'yaml/too-deep',
  message: `Lists and maps lie more than ${DEEPEST} deep here; nothing in these files needs that.`,
});

/** The library's own look for doubled keys is quadratic; ours follows when the tree is read. */
const OPTIONS = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

const compose = (tokens: readonly CST.Token[], placeOf: Tree['placeOf']): Tree | readonly Complaint[] => {
  const [first, second] = [...new Composer(OPTIONS).compose(tokens, true)];
  if (first && first.errors.length > 0) return first.errors.map((error) => syntax(error, placeOf));
  if (!first?.contents || isNothing(first)) return [empty];
  if (second) return [several(placeOf(second.range[0]))];
  return { root: first.contents, placeOf };
};

const isNothing = ({ contents }: Document.Parsed): boolean =>
  contents !== null && 'value' in contents && contents.value === null;

const empty: Complaint = {
  place: { line: 1, column: 1 },
  rule: 'file/empty',
  message: 'There is nothing in this file.',
};

const several = (place: Place): Complaint => ({
  place,
  rule: 'file/several-documents',
  message: 'A second document begins here; put each in a file of its own.',
});

const syntax = (
  error: Readonly<{ code: string; message: string; pos: readonly [number, number] }>,
  placeOf: Tree['placeOf'],
): Complaint => ({
  place: placeOf(error.pos[0]),
  rule: `yaml/${error.code.toLowerCase().replaceAll('_', '-')}`,
  message: `This is not YAML: ${error.message}`,
});
