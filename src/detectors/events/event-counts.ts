import { defineEventDetector } from "../../core/detect/detector";
import { defaultsOf } from "../../core/detect/param-schema";
import { requireSamples } from "../../core/detect/require-samples";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { Attribution } from "../../core/explain/attribution";
import type { EventSamples } from "../../core/series/series-samples";
import { isolationForest } from "../forest/isolation-forest";
import type { IsolationForest } from "../forest/isolation-tree";
import {
  boundaryClass,
  knownSymbols,
  symbolClassesOf,
  type KnownSymbols,
  type SymbolClasses,
} from "../../core/series/symbol-classes";

export interface EventCountsModel {
  readonly symbols: SymbolClasses;
  readonly forest: IsolationForest;
}

/** Counts of rarer symbols are put together: a split of a forest would hardly ever fall on one of them. */
const MAX_SYMBOLS_COUNTED = 500;
const { trees, subsample } = isolationForest.params;

/**
 * An isolation forest over sequences, whose features are how often each symbol occurs. Every event gets the score of
 * its sequence, in (0, 1]; one with a symbol that was never seen counts as set apart by the first split.
 */
export const eventCounts = defineEventDetector({
  id: "event-counts",
  version: 1,
  label: "Event counts",
  family: "events",
  summary: "Counts how often each event occurs in a sequence; sequences with odd counts are strange.",
  blindTo: "The order of events; and a single long stream, which has nothing to be compared with.",
  reference:
    "He, S., Zhu, J., He, P. & Lyu, M. R. (2016). Experience report: system log analysis for anomaly detection. ISSRE; with the isolation forest of Liu, F. T., Ting, K. M. & Zhou, Z.-H. (2008).",
  prefers: { scale: "none", encode: "one-hot", why: { code: "sequence.symbols-as-they-are" } },
  params: {
    trees: { ...trees },
    subsample: {
      ...subsample,
      label: "Sequences per tree",
      help: "Each tree sees this many random sequences; few keep groups of strange ones from hiding each other.",
    },
  },
  async fit(events, params, context): Promise<EventCountsModel> {
    requireSamples(events);
    const symbols = symbolClassesOf(events, MAX_SYMBOLS_COUNTED);
    const rows = countsOf(events, symbols, knownSymbols(symbols, events.vocabulary));
    if (rows.count === 1) context.note({ code: "sequence.one-sequence" });
    const forest = await isolationForest.fit(rows, { ...defaultsOf(isolationForest.params), ...params }, context);
    return { symbols, forest };
  },
  async score({ symbols, forest }, events, context) {
    const rows = countsOf(events, symbols, knownSymbols(symbols, events.vocabulary));
    const scores = await isolationForest.score(forest, rows, context);
    const unseen = unseenIn(events, symbols);
    // No tree knows of such a symbol; a split that does would set the sequence apart at once.
    const apart = forest.usual > 0 ? 2 ** (-1 / forest.usual) : 1;
    return byEvent(events, (sequence) => Math.max(scores[sequence]!, unseen[sequence] ? apart : 0)); // a sequence
  },
  /** What the count of the event's symbol says, shared by all such events of the sequence. */
  async explain({ symbols, forest }, events, context): Promise<readonly Attribution[]> {
    const known = knownSymbols(symbols, events.vocabulary);
    const rows = countsOf(events, symbols, known);
    const bySequence = (await isolationForest.explain?.(forest, rows, context)) ?? [];
    const codes = events.block(0, events.count);
    const shares = byEvent(events, (sequence, event) => {
      const symbol = known.classes[codes[event]!]!; // a code of the vocabulary
      if (known.least[codes[event]!]! > 0) return 1; // a code of the vocabulary
      return bySequence[sequence]!.values[symbol]! / rows.block(sequence, sequence + 1)[symbol]!; // a sequence; counted there
    });
    return Array.from(shares, (share) => ({ over: "features", values: Float32Array.of(share), additive: false }));
  },
});

function byEvent({ count, starts }: EventSamples, of: (sequence: number, event: number) => number): Float64Array {
  const values = new Float64Array(count);
  for (let sequence = 0; sequence + 1 < starts.length; sequence++)
    for (let event = starts[sequence]!; event < starts[sequence + 1]!; event++) values[event] = of(sequence, event); // sequence + 1 < length
  return values;
}

/** By sequence, whether a symbol occurs that was never seen before. */
function unseenIn({ block, starts, vocabulary }: EventSamples, symbols: SymbolClasses): boolean[] {
  const { least } = knownSymbols(symbols, vocabulary);
  return Array.from(starts.slice(1), (end, sequence) => block(starts[sequence]!, end).some((code) => least[code]! > 0)); // a code
}

/** How often each class of symbols occurs in each sequence, as rows of a matrix, counted when they are asked for. */
function countsOf(events: EventSamples, symbols: SymbolClasses, { classes }: KnownSymbols): MatrixSamples {
  const { starts } = events;
  const width = boundaryClass(symbols);
  const empty = matrixSamples(new Float32Array(0), [...symbols.symbols, ""], starts.slice(0, -1));
  return {
    ...empty,
    block(from, to) {
      const counts = new Float32Array((to - from) * width);
      for (let sequence = from; sequence < to; sequence++)
        for (const code of events.block(starts[sequence]!, starts[sequence + 1]!))
          // one more start than sequences
          counts[(sequence - from) * width + classes[code]!]!++; // a code of the vocabulary
      return counts;
    },
  };
}
