// @ts-check
const LINES_ABOVE = 3;
/** What only points at another reason: it goes stale when that one moves. */
const EMPTY_REASON = /^\s*(?:as|see) (?:above|before|below)\b|^\s*(?:likewise|the same|ditto)\s*[.]?\s*$/i;

/**
 * A type assertion overrules the checker, so it needs a sentence that says why it is true: a comment on its line or
 * just above. `as const` only narrows and needs none. A reason that only points at another one is none, beside `!` too.
 * @type {import("eslint").Rule.RuleModule}
 */
export const reasonedAssertion = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      bare: "An `as` needs its reason in a comment on its line or just above.",
      empty: "Say the reason itself, not where it stands.",
    },
  },
  create(context) {
    const commentLines = new Set();
    for (const { type, value, loc } of context.sourceCode.getAllComments()) {
      if (!loc) continue;
      if (type === "Line" && EMPTY_REASON.test(value)) context.report({ loc, messageId: "empty" });
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
