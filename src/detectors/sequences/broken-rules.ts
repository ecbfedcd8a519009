import { brokenRulesOf, type Rules } from "../../core/findings/broken-rules";
import { byEventOf, caseAt, casesOf } from "../../core/findings/cases";
import { defineSequenceTest, tooFewSequences } from "./sequence-test";

/** What nearly every sequence has, or has once only, is missing from one or is there twice: steps left out or done twice. */
export const brokenRules = defineSequenceTest<Rules>({
  id: "broken-rules",
  label: "Steps left out or done twice",
  summary:
    "Finds sequences without an event that nearly all others have, or with an event twice that all others have once.",
  blindTo: "Events that are optional or repeated in many sequences.",
  reference:
    "Pesic, M., Schonenberg, H. & van der Aalst, W. M. P. (2007). DECLARE: full support for loosely-structured processes. EDOC, for the rules existence and absence-2; weighed against chance by Poisson.",
  fit: async (samples) => (tooFewSequences(samples) ? { broken: [], tried: 0 } : brokenRulesOf(casesOf(samples))),
  async test({ broken, tried }, samples) {
    const few = tooFewSequences(samples);
    if (few) return few;
    const cases = casesOf(samples);
    const ofCase = new Float64Array(cases.count);
    for (const { by, evidence } of broken) for (const one of by) ofCase[one] = Math.max(ofCase[one] ?? 0, evidence);
    return { kind: "tested", evidence: byEventOf(cases, ofCase), things: Math.min(cases.count, Math.max(1, tried)) };
  },
  async reasons({ broken }, samples, which) {
    return which.map((event) => {
      const own = caseAt(samples, event);
      const [first] = broken.filter(({ by }) => by.includes(own)).sort((a, b) => b.evidence - a.evidence);
      const { symbol, rule, by } = first!; // evidence says that there is one
      return {
        note: {
          code: rule === "always" ? "event-finding.left-out" : "event-finding.done-twice",
          values: { event: samples.vocabulary[symbol] ?? "", count: by.length, sequences: samples.starts.length - 1 },
        },
        features: [0],
        expected: null,
      };
    });
  },
});
