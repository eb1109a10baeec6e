import ts from 'typescript';

const K = ts.SyntaxKind;

const SWAPS = new Map([
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.QuestionQuestionToken, '&&'],
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
]);
const CONSTANTS = { [K.TrueKeyword]: ['false'], [K.FalseKeyword]: ['true'], [K.TemplateExpression]: ["''"] };
const METHODS = { some: 'every', every: 'some', find: 'findLast', findLast: 'find' };
const TRANSPARENT = new Set(['filter', 'toSorted', 'sort', 'slice', 'toReversed']);
const NAMING = new Set(['type', 'kind', 'status', 'state', 'key', 'code', 'category', 'source']);

const isWording = (node) => ts.isStringLiteral(node) || ts.isTemplateExpression(node);

/** What is said to people is not proved by specs: the texts of refusals and of errors. */
const isSaid = (node) => {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return true;
  return ts.isCallExpression(parent) && parent.expression.getText() === 'refuse' && parent.arguments[0] !== node;
};

/** A literal that decides something: the type of an event, the code of a refusal, the case of a switch, what is compared. */
const isName = ({ parent }) =>
  (ts.isPropertyAssignment(parent) && NAMING.has(parent.name.getText())) ||
  (ts.isCallExpression(parent) && parent.expression.getText() === 'refuse') ||
  ts.isCaseClause(parent);

const ofCondition = (node) => {
  const { parent } = node;
  const decides =
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node);
  return decides ? ['true', 'false'] : [];
};

const ofLiteral = (node) => {
  if (ts.isNumericLiteral(node)) return [String(Number(node.text.replaceAll('_', '')) + 1)];
  if (ts.isStringLiteral(node) && isName(node)) return ["'mutated'"];
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) return ['[]'];
  return CONSTANTS[node.kind] ?? [];
};

const ofCall = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { expression: target, name } = node.expression;
  const args = node.arguments.map((arg) => arg.getText()).join(', ');
  if (Object.hasOwn(METHODS, name.text)) return [`${target.getText()}.${METHODS[name.text]}(${args})`];
  return TRANSPARENT.has(name.text) ? [target.getText()] : [];
};

const ofOperator = (node) => {
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) return [node.operand.getText()];
  if (!ts.isBinaryExpression(node) || !SWAPS.has(node.operatorToken.kind)) return [];
  return [`(${node.left.getText()} ${SWAPS.get(node.operatorToken.kind)} ${node.right.getText()})`];
};

/** How a table is stored and named changes no answer, or changes it only together with its readers. */
const STORAGE = new Set(['indexes', 'version']);
const isStorage = (node) => ts.isPropertyAssignment(node) && STORAGE.has(node.name.getText());

const SILENT = [
  ...[ts.isTypeNode, ts.isTypeAliasDeclaration, ts.isInterfaceDeclaration],
  ...[ts.isImportDeclaration, ts.isExportDeclaration, ts.isThrowStatement, isStorage],
  (node) => isWording(node) && isSaid(node),
];
const isSilent = (node) => SILENT.some((is) => is(node));

/** All small lies that can be told about a file: `{ file, line, start, end, before, after }`. */
export const mutantsOf = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const visit = (node) => {
    if (isSilent(node)) return;
    const [start, end] = [node.getStart(), node.end];
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    for (const after of [...ofCondition(node), ...ofLiteral(node), ...ofCall(node), ...ofOperator(node)])
      mutants.push({ file, line, start, end, before: text.slice(start, end), after });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return mutants;
};

export const applied = ({ start, end, after }, text) => text.slice(0, start) + after + text.slice(end);
