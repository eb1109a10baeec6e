const TESTING = '@edict/kernel/testing';
const TESTS = new Set(['it', 'test']);
const ASSERTING = ['expect', 'assert', 'alarmLaw', 'answersAlways'];

const isNode = (value) => typeof value?.type === 'string';

const children = (node) =>
  Object.entries(node).flatMap(([key, value]) => (key === 'parent' ? [] : [value].flat().filter(isNode)));

const within = (node) => [node, ...children(node).flatMap(within)];

const mentions = (node, names) => within(node).some(({ type, name }) => type === 'Identifier' && names.has(name));

const importsOf = (node) =>
  node.type === 'ImportDeclaration' && node.source.value === TESTING
    ? node.specifiers.map(({ local }) => local.name)
    : [];

/** The name and the body of what may be a helper. */
const helperOf = ({ type, id, init, body }) => {
  if (type === 'VariableDeclarator' && init) return [[id.name, init]];
  return type === 'FunctionDeclaration' && body ? [[id.name, body]] : [];
};

/** What asserts by itself, what comes from the kernel's test tools, and every function of the file that leads to one of these. */
const asserting = (program) => {
  const nodes = within(program);
  const names = new Set([...ASSERTING, ...nodes.flatMap(importsOf)]);
  const helpers = nodes.flatMap(helperOf);
  for (let before = -1; before !== names.size;) {
    before = names.size;
    for (const [name, body] of helpers) if (mentions(body, names)) names.add(name);
  }
  return names;
};

/** `it`, `it.each(…)`: the name that a call of a test begins with. */
const rootOf = (node) => {
  const inner = node.object ?? node.callee ?? node.tag;
  return inner ? rootOf(inner) : node.name;
};

/** A lint rule: a test that leads to no assertion proves nothing. Follows the helpers of its file, whatever they are called. */
export const assertsSomething = {
  meta: { type: 'problem', messages: { nothing: 'This test asserts nothing.' }, schema: [] },
  create: ({ sourceCode, report }) => {
    const names = asserting(sourceCode.ast);
    return {
      CallExpression(node) {
        const body = node.arguments.at(1);
        if (TESTS.has(rootOf(node)) && body && !mentions(body, names)) report({ node, messageId: 'nothing' });
      },
    };
  },
};
