// @ts-check
/**
 * Sentences for people live in src/messages. A text of four words or more that begins with a capital letter, or that
 * ends as a sentence does, is taken for one; the detectors' cards are excepted, of which the catalogue is made.
 * @type {import("eslint").Rule.RuleModule}
 */
export const noSentences = {
  meta: { type: "problem", schema: [] },
  create(context) {
    /** @param {import("estree").Node} node @param {string} text */
    const check = (node, text) => {
      if (isSentence(text) && !isOfCard(node) && !isThrown(node))
        context.report({ node, message: "Words that a person reads live in src/messages: say it as a code and values." });
    };
    return {
      Literal: (node) => typeof node.value === "string" && check(node, node.value),
      TemplateLiteral: (node) => check(node, node.quasis.map(({ value }) => value.cooked ?? "").join("x")),
    };
  },
};
