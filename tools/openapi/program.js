import { join } from 'node:path';

import ts from 'typescript';

/** The server's sources with their types, and what there is to ask of them. */
export const openProgram = (root) => {
  const file = join(root, 'apps/server/tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'apps/server'));
  const sources = fileNames.filter((name) => !/\.spec\.ts$|\/testing\//.test(name));
  const program = ts.createProgram(sources, { ...options, noEmit: true });
  const ours = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('node_modules/'));
  const files = ours.toSorted((a, b) => nearness(b) - nearness(a));
  return { checker: program.getTypeChecker(), files };
};

/** Of two shapes with one name, the name goes to what is nearer to the reader. */
const nearness = ({ fileName }) => ['libs/engine', 'apps/server'].findIndex((place) => fileName.includes(place));

/** Every node below, itself first. */
export function* below(node) {
  yield node;
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* below(child);
}

export const decoratorsOf = (node) =>
  (ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []).flatMap(({ expression }) =>
    ts.isCallExpression(expression) ? [{ name: expression.expression.getText(), args: expression.arguments }] : [],
  );

/** Where something is written, behind imports and re-exports. */
export const declarationOf = (checker, node) => {
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
};
