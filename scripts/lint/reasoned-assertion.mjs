// @ts-check
const LINES_ABOVE = 3;

/**
 * A type assertion overrules the checker, so it needs a sentence that says why it is true: a comment on its line or
 * just above. `as const` only narrows and needs none.
 * @type {import("eslint").Rule.RuleModule}
 */
export const reasonedAssertion = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: { bare: "An `as` needs its reason in a comment on its line or just above." },
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
        for (let line = node.loc.start.line - LINES_ABOVE; line <= node.loc.end.line; line++) {
          if (commentLines.has(line)) return;
        }
        context.report({ node, messageId: "bare" });
      },
    };
  },
};
