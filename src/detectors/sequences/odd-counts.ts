import { byEventOf, caseAt, casesOf, occurrencesIn, rareAmong, type Cases } from "../../core/findings/cases";
import { countEvidence, countTailsOf, type CountTail } from "../../core/findings/count-tail";
import { defineSequenceTest, tooFewSequences } from "./sequence-test";

/** How often one symbol happens in a sequence, or (null) anything does. */
interface Counted {
  readonly symbol: number | null;
  readonly tails: readonly CountTail[];
  /** Between these nineteen of twenty sequences lie. */
  readonly usual: { readonly low: number; readonly high: number };
}

interface OddCountsModel {
  readonly counted: readonly Counted[];
  /** How many symbols were tried. */
  readonly tried: number;
}

/** Symbols that are counted, the most frequent first. */
const MAX_SYMBOLS = 200;
/** Sequences that repeat an event more often than this are streams; how often no longer tells them apart. */
const MAX_COUNT = 1000;
const EXPECTED_FALSE = 0.2;

/** How often each event happens in a sequence, against counts that spread as these do. */
export const oddCounts = defineSequenceTest<OddCountsModel>({
  id: "odd-counts",
  label: "Odd counts of events",
  summary: "Finds sequences in which something happens far more often, or far more rarely, than in all others.",
  blindTo: "The order of events, and events that a few sequences naturally have many times.",
  reference:
    "Hilbe, J. M. (2011). Negative Binomial Regression, 2nd ed. Cambridge University Press, for the counts; fitted to the lower nine tenths, so that what is strange does not widen what is usual.",
  async fit(samples, context) {
    if (tooFewSequences(samples)) return { counted: [], tried: 0 };
    const cases = casesOf(samples);
    const counts = countsOf(cases);
    const counted: Counted[] = [];
    for (const [at, { symbol, values }] of counts.entries()) {
      const sorted = values.toSorted((a, b) => a - b);
      const at95 = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!; // a share of them
      if (at95(0.9) > MAX_COUNT) continue;
      const one = { symbol, tails: countTailsOf(values), usual: { low: at95(0.025), high: at95(0.95) } };
      const enough = Math.log10((cases.count * counts.length) / EXPECTED_FALSE);
      const strange = values.filter((count) => countEvidence(one.tails, count) >= enough).length;
      // Where many are strange, the counts spread otherwise than was thought.
      if (strange <= rareAmong(cases.count)) counted.push(one);
      await context.checkpoint((at + 1) / counts.length);
    }
    return { counted, tried: counts.length };
  },
  async test(model, samples) {
    const few = tooFewSequences(samples);
    if (few) return few;
    const cases = casesOf(samples);
    const ofCase = strongestIn(model, cases).map(({ evidence }) => evidence);
    return { kind: "tested", evidence: byEventOf(cases, ofCase), things: cases.count };
  },
  async reasons(model, samples, which) {
    const strongest = strongestIn(model, casesOf(samples));
    return which.map((event) => {
      const { counted, count } = strongest[caseAt(samples, event)]!; // of a case
      const { symbol, usual } = counted!; // evidence says that there is one
      const isMore = count > usual.high;
      const values = {
        times: count,
        usual: isMore ? usual.high : usual.low,
        event: samples.vocabulary[symbol ?? -1] ?? "",
      };
      const code =
        symbol === null
          ? (`event-finding.${isMore ? "long" : "short"}` as const)
          : (`event-finding.${isMore ? "often" : "seldom"}` as const);
      return { note: { code, values }, features: [0], expected: null };
    });
  },
});

function countsOf(cases: Cases): { readonly symbol: number | null; readonly values: readonly number[] }[] {
  const { cases: has, times } = occurrencesIn(cases);
  const lengths = Array.from({ length: cases.count }, (_, one) => cases.starts[one + 1]! - cases.starts[one]!); // one more start than cases
  const bySymbol = Array.from({ length: Math.min(MAX_SYMBOLS, cases.symbols) }, (_, symbol) => {
    const values = Array<number>(cases.count).fill(0);
    has[symbol]!.forEach((one, at) => (values[one] = times[symbol]![at]!)); // as many
    return { symbol, values };
  });
  return [{ symbol: null, values: lengths }, ...bySymbol];
}

interface Strongest {
  readonly evidence: number;
  readonly count: number;
  readonly counted: Counted | null;
}

/** By case, what is counted most strangely there. */
function strongestIn({ counted, tried }: OddCountsModel, cases: Cases) {
  const cost = Math.log10(Math.max(1, tried));
  const valuesOf = new Map(countsOf(cases).map(({ symbol, values }) => [symbol, values]));
  const strongest = Array.from({ length: cases.count }, (): Strongest => ({ evidence: 0, count: 0, counted: null }));
  for (const one of counted) {
    const known = new Map<number, number>();
    (valuesOf.get(one.symbol) ?? []).forEach((count, at) => {
      const evidence = known.get(count) ?? countEvidence(one.tails, count) - cost;
      known.set(count, evidence);
      if (evidence > strongest[at]!.evidence) strongest[at] = { evidence, count, counted: one }; // one for each case
    });
  }
  return strongest;
}
