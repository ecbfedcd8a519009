import type { EventSamples } from "./series-samples";

/** What a model knows of symbols, so that it can read events with another vocabulary. */
export interface SymbolClasses {
  /** Symbols with a class of their own, by class. The class after them holds all others, the next one is the boundary. */
  readonly symbols: readonly string[];
  /** Symbols that share the class of the others, and how often each was seen. */
  readonly rare: readonly string[];
  readonly rareCounts: readonly number[];
  /** Events that were seen. */
  readonly events: number;
}

/** The most frequent symbols that occur, `most` of them, get a class of their own. */
export function symbolClassesOf(samples: EventSamples, most: number): SymbolClasses {
  const counts = new Float64Array(samples.vocabulary.length);
  samples.block(0, samples.count).forEach((code) => (counts[code]! += 1)); // a code of the vocabulary
  const seen = [...counts.keys()].filter((code) => counts[code]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b); // codes
  const nameOf = (code: number) => samples.vocabulary[code]!; // a code of the vocabulary
  return {
    symbols: seen.slice(0, most).map(nameOf),
    rare: seen.slice(most).map(nameOf),
    rareCounts: seen.slice(most).map((code) => counts[code]!), // counted symbols
    events: samples.count,
  };
}

/** The class of all symbols without one of their own, seen or not. */
export function otherClass({ symbols }: SymbolClasses): number {
  return symbols.length;
}

/** The class of what stands before the first event of a sequence and after its last. */
export function boundaryClass({ symbols }: SymbolClasses): number {
  return symbols.length + 1;
}

export function classCount({ symbols }: SymbolClasses): number {
  return symbols.length + 2;
}

/** The symbols of a vocabulary as a model sees them. */
export interface KnownSymbols {
  /** By code of the vocabulary. */
  readonly classes: Uint32Array;
  /** To be added to the surprise at the class, by code: -log of the symbol's share of its class. */
  readonly within: Float64Array;
  /** The least surprise, by code: above 0 only for symbols that were never seen. */
  readonly least: Float64Array;
  /** The code of each class; -1 where the vocabulary lacks its symbol. */
  readonly codes: Int32Array;
}

export function knownSymbols(known: SymbolClasses, vocabulary: readonly string[]): KnownSymbols {
  const { symbols, rare, rareCounts, events } = known;
  const classOf = new Map(symbols.map((symbol, at) => [symbol, at]));
  const countOf = new Map(rare.map((symbol, at) => [symbol, rareCounts[at]!])); // one for each
  const rareEvents = rareCounts.reduce((sum, count) => sum + count, 0);
  const codes = new Int32Array(classCount(known)).fill(-1);
  vocabulary.forEach((symbol, code) => {
    const own = classOf.get(symbol);
    if (own !== undefined) codes[own] = code;
  });
  return {
    classes: Uint32Array.from(vocabulary, (symbol) => classOf.get(symbol) ?? otherClass(known)),
    // One more event than was seen: the one that is yet to come.
    within: Float64Array.from(vocabulary, (symbol) =>
      classOf.has(symbol) ? 0 : Math.log((rareEvents + 1) / (countOf.get(symbol) ?? 1)),
    ),
    least: Float64Array.from(vocabulary, (symbol) =>
      classOf.has(symbol) || countOf.has(symbol) ? 0 : Math.log(events + 1),
    ),
    codes,
  };
}
