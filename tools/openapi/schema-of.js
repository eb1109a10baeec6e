import ts from 'typescript';

const DATE_TIME = { type: 'string', format: 'date-time' };

/** Names whose shape says less than the name. */
const KNOWN = { Instant: DATE_TIME, LocalDate: { type: 'string', format: 'date' }, Json: {} };

/** Turns types into JSON Schema (2020-12, as OpenAPI 3.1 has it). What has a name of its own becomes a component under it. */
export const schemas = ({ checker, files }) => {
  const components = {};
  const names = namesIn(checker, files);

  const of = (type) => {
    const alias = type.aliasSymbol?.name;
    if (alias && Object.hasOwn(KNOWN, alias)) return KNOWN[alias];
    if (isBranded(type)) return { type: 'string' };
    if (type.isUnion()) return ofUnion(type);
    const name = names.get(type);
    return ofFlags(type) ?? (name ? component(name, type) : ofObject(type));
  };

  const component = (name, type) => {
    if (!Object.hasOwn(components, name)) {
      components[name] = {}; // where it names itself
      components[name] = ofObject(type);
    }
    return { $ref: `#/components/schemas/${name}` };
  };

  const ofUnion = (type) => {
    const literals = type.types.filter((each) => each.isStringLiteral()).map(({ value }) => value);
    const others = merged(
      type.types.filter((each) => !each.isStringLiteral() && !(each.flags & ts.TypeFlags.Undefined)),
    );
    const parts = [...(literals.length > 0 ? [{ type: 'string', enum: literals.toSorted() }] : []), ...others.map(of)];
    return joined([...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]);
  };

  const ofObject = (type) => {
    if (checker.isTupleType(type)) return ofTuple(type);
    if (checker.isArrayType(type)) return { type: 'array', items: of(checker.getTypeArguments(type)[0]) };
    const index = type.getStringIndexType();
    const fields = checker.getPropertiesOfType(type).filter((field) => !isMethod(field));
    if (index && fields.length === 0) return { type: 'object', additionalProperties: of(index) };
    const properties = fields.map((field) => [field.name, of(checker.getTypeOfSymbol(field))]);
    const required = fields.filter((field) => isRequired(checker, field)).map(({ name }) => name);
    return { type: 'object', ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(properties) };
  };

  const ofTuple = (type) => tupleOf(checker.getTypeArguments(type).map(of));

  return { of, components };
};

const tupleOf = (items) => ({
  type: 'array',
  prefixItems: items,
  minItems: items.length,
  maxItems: items.length,
});

const isRequired = (checker, field) =>
  !(field.flags & ts.SymbolFlags.Optional) && !canBeUndefined(checker.getTypeOfSymbol(field));

const ofFlags = ({ flags, value }) => {
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive | ts.TypeFlags.Void)) return {};
  if (flags & ts.TypeFlags.StringLiteral) return { type: 'string', enum: [value] };
  if (flags & ts.TypeFlags.NumberLiteral) return { type: 'integer', enum: [value] };
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  return flags & ts.TypeFlags.Null ? { type: 'null' } : undefined;
};

/** `true | false` is one type to whoever reads. */
const merged = (types) => {
  const [first, ...more] = types.filter(({ flags }) => flags & ts.TypeFlags.BooleanLike);
  return types.filter((type) => type === first || !more.includes(type));
};

/** One type or null is what JSON Schema says in one word. */
const joined = (parts) => {
  const rest = parts.filter(({ type }) => type !== 'null');
  if (rest.length === parts.length) return parts.length === 1 ? parts[0] : { anyOf: parts };
  const [only] = rest;
  const isSimple = rest.length === 1 && typeof only.type === 'string' && !only.enum;
  return isSimple ? { ...only, type: [only.type, 'null'] } : { anyOf: parts };
};

const isBranded = (type) => type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.StringLike);

/** The names that our own sources give to shapes. Of two that are the same shape, the first. */
const namesIn = (checker, files) => {
  const names = new Map();
  const taken = new Set();
  for (const declaration of files.flatMap((file) => file.statements.filter(isShape))) {
    const type = checker.getTypeAtLocation(declaration.name);
    const name = declaration.name.text;
    if (!isObject(checker, type) || names.has(type) || taken.has(name)) continue;
    names.set(type, name);
    taken.add(name);
  }
  return names;
};

const isShape = (node) =>
  (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && !(node.typeParameters?.length > 0);

const isObject = (checker, type) =>
  (type.flags & ts.TypeFlags.Object || (type.isIntersection() && !isBranded(type))) &&
  type.getCallSignatures().length === 0 &&
  !checker.isArrayLikeType(type) &&
  !type.getStringIndexType();

const isMethod = ({ flags }) => Boolean(flags & ts.SymbolFlags.Method);

const canBeUndefined = (type) =>
  type.isUnion() ? type.types.some(canBeUndefined) : Boolean(type.flags & ts.TypeFlags.Undefined);
