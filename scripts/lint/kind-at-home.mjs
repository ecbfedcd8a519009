// @ts-check

const KINDS = new Set(["rows", "series", "events", "images"]);
const SAMPLES = new Set(["matrix", "series", "events", "images"]);
/** Functions that narrow to one kind: for the homes and for what belongs to that kind alone. */
const NARROWING = new Set(["kindIf", "requireKind", "useRowKind"]);
const LOOK_UP = new Set(["get", "has", "includes", "indexOf"]);

/**
 * What the rows of a table are is asked in one place of each floor, so that another kind of row is an addition and no
 * search. Elsewhere nothing branches on the name of a kind. With `mayNarrow`, which is
 * for what belongs to one kind, a file may take its own kind and nothing else.
 * @type {import("eslint").Rule.RuleModule}
 */
export const kindAtHome = {
  meta: {
    type: "problem",
    schema: [{ type: "object", properties: { mayNarrow: { type: "boolean" } }, additionalProperties: false }],
    messages: {
      asks: "Which kind of row it is, only the homes of the kinds ask: see docs/adding-a-kind.md.",
      narrows: "Only what belongs to one kind of row takes rows to be of it: see docs/adding-a-kind.md.",
    },
  },
  create(context) {
    const mayNarrow = context.options[0]?.mayNarrow === true;
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();
    const typeOf = (/** @type {any} */ node) => checker.getNonNullableType(services.getTypeAtLocation(node));
    const partsOf = (/** @type {any} */ type) => (type.isUnion() ? type.types : [type]);

    /** Whether an expression is one of several names of `names`, and could be no other word. */
    const isOneOf = (/** @type {any} */ node, /** @type {Set<string>} */ names) => {
      const parts = partsOf(typeOf(node));
      return (
        parts.length > 1 && parts.every((/** @type {any} */ part) => part.isStringLiteral() && names.has(part.value))
      );
    };
    const isName = (/** @type {any} */ node) => isOneOf(node, KINDS) || isOneOf(node, SAMPLES);
    const isLiteral = (/** @type {any} */ node) => node.type === "Literal" || typeOf(node).isStringLiteral();
    /** What is written out and no name of a kind: asking for types takes long, and here they could say nothing else. */
    const isOtherWord = (/** @type {any} */ node) =>
      node.type === "Literal" && !KINDS.has(node.value) && !SAMPLES.has(node.value);
    /** Whether an object is a kind of row: each part of its type is declared among the kinds of the core. */
    const isRowKind = (/** @type {any} */ node) =>
      partsOf(typeOf(node)).every((/** @type {any} */ part) => {
        const kind = part.getProperty?.("kind");
        const named = kind && checker.getTypeOfSymbol(kind);
        return (
          named?.isStringLiteral() &&
          KINDS.has(named.value) &&
          kind.declarations?.some((/** @type {any} */ one) => one.getSourceFile().fileName.includes("/core/kinds/"))
        );
      });
    const asks = (/** @type {any} */ node) => context.report({ node, messageId: "asks" });

    return {
      BinaryExpression(/** @type {any} */ node) {
        const { operator, left, right } = node;
        if (operator === "in") return isRowKind(right) && asks(node);
        if (!/^[!=]==?$/.test(operator)) return;
        if ([left, right].some(isOtherWord)) return;
        const [one, other] = isLiteral(right) ? [left, right] : [right, left];
        if (!isLiteral(other) || !isName(one)) return;
        // What a detector looks at is narrowed by what belongs to one kind.
        if (!(mayNarrow && isAccepts(one))) asks(node);
      },
      SwitchStatement: (/** @type {any} */ node) => isName(node.discriminant) && asks(node),
      MemberExpression(/** @type {any} */ node) {
        if (node.computed && isName(node.property)) asks(node);
      },
      ObjectExpression(/** @type {any} */ node) {
        const keys = node.properties.filter((/** @type {any} */ { key }) => KINDS.has(key?.name ?? key?.value));
        if (keys.length > 2) asks(node);
      },
      TSTypeReference: (/** @type {any} */ node) => node.typeName.name === "RowKindName" && asks(node),
      CallExpression(/** @type {any} */ node) {
        const { callee, arguments: given } = node;
        if (callee.type === "MemberExpression" && LOOK_UP.has(callee.property.name) && given[0] && isName(given[0]))
          asks(node);
        if (!mayNarrow && NARROWING.has(callee.name)) context.report({ node, messageId: "narrows" });
      },
    };

    function isAccepts(/** @type {any} */ node) {
      return node.type === "MemberExpression" && node.property.name === "accepts";
    }
  },
};
