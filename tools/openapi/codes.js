import ts from 'typescript';

import { below, declarationOf, decoratorsOf } from './program.js';

const CODE = /^[a-z][A-Za-z]*(?:-[a-z]+)*\/[a-z][a-z-]*$/;

const REFUSING = new Set(['refuse', 'Rejection', 'HttpProblem']);

/** The code in `refuse('task/accepted', …)`, `new Rejection(…)`, `new HttpProblem(409, …)`, and `found(…, 'task')`. */
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
  const deciders = decidersIn(files);
  const handlers = handlersIn(checker, files);

  const from = (start) => {
    const seen = new Set();
    const codes = new Set();
    /** `command`: of a decider, only the branches for it are walked. */
    const walk = (node, command) => {
      const code = codeIn(checker, node);
      if (code) codes.add(code);
      if (ts.isStringLiteral(node) && deciders.has(node.text)) enter(deciders.get(node.text), node.text);
      for (const next of nextOf(node)) enter(next, command);
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

  const nextOf = (node) => {
    if (ts.isNewExpression(node)) return [handlers.get(declarationOf(checker, node.expression))].filter(Boolean);
    if (!ts.isCallExpression(node)) return [];
    const called = [node.expression, ...node.arguments].map((each) => declarationOf(checker, each));
    return called.filter((each) => each && isCode(each) && isOurs(each));
  };
  return from;
};

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
const decidersIn = (files) =>
  new Map(
    files
      .flatMap((file) => [...below(file)])
      .filter((node) => ts.isPropertyAssignment(node) && node.name.getText() === 'origins')
      .filter(({ initializer }) => ts.isObjectLiteralExpression(initializer))
      .flatMap(({ initializer, parent }) => {
        const decide = decideIn(parent);
        return decide ? initializer.properties.map(({ name }) => [name.getText(), decide]) : [];
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
