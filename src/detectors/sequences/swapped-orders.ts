import { byEventOf, caseAt, casesOf } from "../../core/findings/cases";
import { swappedOrdersOf, type SwappedOrders } from "../../core/findings/swapped-orders";
import { defineSequenceTest, tooFewSequences } from "./sequence-test";

/** Two events that happen in one order in all other sequences, however far apart. */
export const swappedOrders = defineSequenceTest<SwappedOrders>({
  id: "swapped-orders",
  label: "Events in the wrong order",
  summary: "Finds sequences in which two events come in the opposite order to all others, however far apart.",
  blindTo: "Events that come in either order in many sequences, and what happens more than once.",
  reference:
    "Pesic, M., Schonenberg, H. & van der Aalst, W. M. P. (2007). DECLARE: full support for loosely-structured processes. EDOC, for the rule precedence; weighed against a coin by the binomial distribution.",
  fit: async (samples) => (tooFewSequences(samples) ? { swapped: [], tried: 0 } : swappedOrdersOf(casesOf(samples))),
  async test({ swapped, tried }, samples) {
    const few = tooFewSequences(samples);
    if (few) return few;
    const cases = casesOf(samples);
    const ofCase = new Float64Array(cases.count);
    for (const { by, evidence } of swapped) for (const one of by) ofCase[one] = Math.max(ofCase[one] ?? 0, evidence);
    return { kind: "tested", evidence: byEventOf(cases, ofCase), things: Math.max(cases.count, tried) };
  },
  async reasons({ swapped }, samples, which) {
    return which.map((event) => {
      const own = caseAt(samples, event);
      const [surest] = swapped.filter(({ by }) => by.includes(own)).sort((a, b) => b.evidence - a.evidence);
      const { first, then, by, both } = surest!; // evidence says that there is one
      const [before, after] = [samples.vocabulary[then] ?? "", samples.vocabulary[first] ?? ""];
      const values = { before, after, count: by.length, sequences: both };
      return { note: { code: "event-finding.swapped", values }, features: [0], expected: null };
    });
  },
});
