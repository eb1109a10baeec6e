import ts from 'typescript';

import { below, declarationOf, decoratorsOf } from './program.js';

const CODE = /^[a-z][A-Za-z]*(?:-[a-z]+)*\/[a-z][a-z-]*$/;

const REFUSING = new Set(['refuse', 'Rejection', 'HttpProblem']);

/** The code in `refuse('task/accepted', …)`, `new Rejection(…)`, `new HttpProblem('access/wrong', …)`, and `found(…, 'task')`. */
const codeIn = (checker, node) => {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const name = node.expression.getText();
  const texts = (node.arguments ?? []).map((each) => textOf(checker, each)).filter((text) => text !== undefined);
  if (name === 'found') return texts.length > 0 ? `${texts[0]}/unknown` : undefined;
  return REFUSING.has(name) ? texts.find((text) => CODE.test(text)) : undefined;
};

/** A text, or the constant that holds it. */
const textOf = (checker, node) => {
  const written = ts.isIdentifier(node) ? declarationOf(checker, node)?.initializer : node;
  return written && ts.isStringLiteralLike(written) ? written.text : undefined;
};

/** What a route may be refused with: everything that can be reached from its method, over the bus as well. */
export const reacher = ({ checker, files }) => {
  const deciders = decidersIn(checker, files);
  const handlers = handlersIn(checker, files);

  const from = (start) => {
    const seen = new Set();
    const codes = new Set();
    /** `command`: of a decider, only the branches for it are walked. */
    const walk = (node, command) => {
      const code = codeIn(checker, node);
      if (code) codes.add(code);
      if (ts.isStringLiteral(node) && deciders.has(node.text)) enter(deciders.get(node.text), node.text);
      for (const next of nextOf(node, command)) enter(next, command);
      for (const child of branches(node, command)) walk(child, command);
    };
    const enter = (declaration, command) => {
      const key = `${declaration.getSourceFile().fileName}:${declaration.pos}:${command ?? ''}`;
      if (seen.has(key)) return;
      seen.add(key);
      walk(declaration, command);
    };
    enter(start, undefined);
    return [...codes].toSorted();
  };

  const nextOf = (node, command) => {
    if (ts.isNewExpression(node)) return [handlers.get(declarationOf(checker, node.expression))].filter(Boolean);
    if (!ts.isCallExpression(node)) return [];
    const called = [node.expression, ...node.arguments].map((each) => declarationOf(checker, each));
    const listed = entryOf(checker, node.expression, command);
    return [...called, listed].filter((each) => each && isCode(each) && isOurs(each));
  };
  return from;
};

/** Of `ACTS[type](…)`: what the list has for this command. */
const entryOf = (checker, node, command) => {
  const called = bare(node);
  if (!command || !ts.isElementAccessExpression(called)) return undefined;
  const value = propertiesIn(checker, called.expression).find(({ name }) => name?.getText() === command);
  if (!value) return undefined;
  return ts.isPropertyAssignment(value) && ts.isArrowFunction(value.initializer)
    ? value.initializer
    : declarationOf(checker, value.initializer ?? value.name);
};

/** The properties of an object that is written down, or of the constant that holds it; also of those that are spread into it. */
const propertiesIn = (checker, node) => {
  const written = bare(ts.isIdentifier(node) ? (declarationOf(checker, node)?.initializer ?? node) : node);
  if (!ts.isObjectLiteralExpression(written)) return [];
  return written.properties.flatMap((each) =>
    ts.isSpreadAssignment(each) ? propertiesIn(checker, each.expression) : [each],
  );
};

/** Without parentheses and without what is said of its type. */
const bare = (node) =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
    ? bare(node.expression)
    : node;

/** Where the code asks which command it is, only what is for this one. */
const branches = (node, command) => {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  if (!command) return children;
  if (ts.isCaseBlock(node)) return clausesFor(node, command) ?? children;
  const choice = choiceIn(node);
  const named = choice && commandAsked(choice.asked);
  return named === undefined ? children : [named === command ? choice.yes : choice.no].filter(Boolean);
};

const choiceIn = (node) => {
  if (ts.isConditionalExpression(node)) return { asked: node.condition, yes: node.whenTrue, no: node.whenFalse };
  if (ts.isIfStatement(node)) return { asked: node.expression, yes: node.thenStatement, no: node.elseStatement };
  return undefined;
};

/** The one clause that is meant, else the default. */
const clausesFor = ({ clauses }, command) => {
  const labelled = clauses.findIndex((clause) => ts.isCaseClause(clause) && clause.expression.text === command);
  if (labelled >= 0) return [clauses.slice(labelled).find(({ statements }) => statements.length > 0)];
  const otherwise = clauses.filter((clause) => ts.isDefaultClause(clause));
  return otherwise.length > 0 ? otherwise : undefined;
};

/** Of `command.type === 'AcceptTask'`. */
const commandAsked = (node) =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
  /\btype$/.test(node.left.getText()) &&
  ts.isStringLiteral(node.right)
    ? node.right.text
    : undefined;

const isCode = (node) =>
  ts.isFunctionLike(node) ||
  (ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer));

const isOurs = (node) => !node.getSourceFile().fileName.includes('node_modules/');

/** By command: what decides on it, in the object that declares its origins. */
const decidersIn = (checker, files) =>
  new Map(
    files
      .flatMap((file) => [...below(file)])
      .filter((node) => ts.isPropertyAssignment(node) && node.name.getText() === 'origins')
      .flatMap(({ initializer, parent }) => {
        const decide = decideIn(parent);
        return decide ? propertiesIn(checker, initializer).map(({ name }) => [name.getText(), decide]) : [];
      }),
  );

const decideIn = (decider) => {
  const found = decider.properties.find(({ name }) => name?.getText() === 'decide');
  if (!found || !ts.isShorthandPropertyAssignment(found)) return found;
  const isDecide = (node) => ts.isVariableDeclaration(node) && node.name.getText() === 'decide';
  return [...below(found.getSourceFile())].find(isDecide);
};

/** By query: what its handler does. */
const handlersIn = (checker, files) =>
  new Map(
    files
      .flatMap((file) => [...below(file)])
      .filter(ts.isClassDeclaration)
      .flatMap((owner) =>
        decoratorsOf(owner)
          .filter(({ name }) => name === 'QueryHandler')
          .map(({ args }) => [declarationOf(checker, args[0]), owner]),
      ),
  );
