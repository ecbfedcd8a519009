// @ts-check
/**
 * A type assertion overrules the checker, so it needs a sentence that says why it is true: a comment on its line or
 * on the line above its statement. `as const` only narrows and needs none.
 * @type {import("eslint").Rule.RuleModule}
 */
export const reasonedAssertion = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { bare: "An `as` needs its reason in a comment on the same line or on the line above." },
  },
  create(context) {
    const commentLines = new Set();
    for (const { loc } of context.sourceCode.getAllComments()) {
      if (!loc) continue;
      for (let line = loc.start.line; line <= loc.end.line; line++) commentLines.add(line);
    }
    return {
      /** @param {any} node the parser's TSAsExpression, which ESLint's own types do not know */
      TSAsExpression(node) {
        if (node.typeAnnotation.typeName?.name === "const") return;
        let statement = node;
        while (statement.parent && !/Statement|Declaration|Definition|^Program$/.test(statement.type)) {
          statement = statement.parent;
        }
        const lines = [node.loc.start.line - 1, node.loc.start.line, node.loc.end.line, statement.loc.start.line - 1];
        if (!lines.some((line) => commentLines.has(line))) context.report({ node, messageId: "bare" });
      },
    };
  },
};
