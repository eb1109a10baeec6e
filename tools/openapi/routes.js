import ts from 'typescript';

import { below, decoratorsOf } from './program.js';

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Sse']);

/** Every method of a controller that answers a route: under the id that Nest gives its operation. */
export const routesIn = ({ files, checker }) =>
  files.flatMap((file) =>
    [...below(file)].filter(isController).flatMap((owner) =>
      owner.members.filter(isRoute).map((method) => ({
        id: `${owner.name.text}_${method.name.getText()}`,
        method,
        answer: answerOf(checker, method),
      })),
    ),
  );

const isController = (node) =>
  ts.isClassDeclaration(node) && decoratorsOf(node).some(({ name }) => name === 'Controller');

const isRoute = (node) => ts.isMethodDeclaration(node) && decoratorsOf(node).some(({ name }) => VERBS.has(name));

const answerOf = (checker, method) => {
  const returned = checker.getReturnTypeOfSignature(checker.getSignatureFromDeclaration(method));
  return checker.getAwaitedType(returned) ?? returned;
};
