import type { Note } from "../../core/data/note";
import { byEventOf, caseAt, casesOf } from "../../core/findings/cases";
import { togetherEvidence } from "../../core/findings/poisson";
import { keysOf, rareOrdersOf, type RareOrder } from "../../core/findings/rare-orders";
import type { EventSamples } from "../../core/series/series-samples";
import { defineSequenceTest, tooFewSequences } from "./sequence-test";

interface RareOrdersModel {
  readonly rare: readonly RareOrder[];
}

/**
 * Events that come right after each other in hardly any sequence, though by chance they would in many: something sees to
 * the order, and these sequences broke it. What one sequence breaks is weighed together.
 */
export const rareOrders = defineSequenceTest<RareOrdersModel>({
  id: "rare-orders",
  label: "Rare orders of events",
  summary: "Finds events that follow each other in hardly any sequence, though by chance they would in many.",
  blindTo:
    "Orders that take more than two events to see, and rare events, which are hardly ever expected to follow each other.",
  reference:
    "van der Aalst, W. M. P., Weijters, T. & Maruster, L. (2004). Workflow mining: discovering process models from event logs. IEEE TKDE 16(9), for orders of two events; weighed against chance by Poisson, products of p-values by Fisher.",
  fit: async (samples) => ({ rare: tooFewSequences(samples) ? [] : rareOrdersOf(casesOf(samples)) }),
  async test(model, samples) {
    const few = tooFewSequences(samples);
    if (few) return few;
    const cases = casesOf(samples);
    const found = foundIn(model, samples);
    const ofCase = Float64Array.from({ length: cases.count }, (_, one) =>
      togetherEvidence((found.get(one) ?? []).map(({ evidence }) => evidence)),
    );
    return { kind: "tested", evidence: byEventOf(cases, ofCase), things: cases.count };
  },
  async reasons(model, samples, which) {
    const found = foundIn(model, samples);
    return which.map((event) => {
      const [rarest] = (found.get(caseAt(samples, event)) ?? []).toSorted((a, b) => b.evidence - a.evidence);
      return { note: noteOf(samples, rarest!), features: [0], expected: null }; // evidence says that there is one
    });
  },
});

/** The rare orders of each case that has some. */
function foundIn({ rare }: RareOrdersModel, samples: EventSamples): Map<number, readonly RareOrder[]> {
  const { count, starts, codes, symbols } = casesOf(samples);
  const byKey = new Map(rare.map((one) => [one.before * (symbols + 1) + one.after, one]));
  const found = new Map<number, readonly RareOrder[]>();
  if (byKey.size === 0) return found;
  for (let one = 0; one < count; one++) {
    const own = [...keysOf(codes, starts[one]!, starts[one + 1]!, symbols)].flatMap((key) => byKey.get(key) ?? []);
    if (own.length > 0) found.set(one, own);
  }
  return found;
}

function noteOf({ vocabulary, starts }: EventSamples, { before, after, seen }: RareOrder): Note {
  const values = { count: seen, sequences: starts.length - 1 };
  const [first, second] = [vocabulary[before], vocabulary[after]];
  if (first === undefined) return { code: "event-finding.begins", values: { ...values, event: second ?? "" } };
  if (second === undefined) return { code: "event-finding.ends", values: { ...values, event: first } };
  return { code: "event-finding.order", values: { ...values, before: first, after: second } };
}
