import { shuffle } from "../../../core/math/random";
import type { EventSamples } from "../../../core/series/series-samples";
import { boundaryClass, knownSymbols, type SymbolClasses } from "../../../core/series/symbol-classes";

/** Sequences as a network reads them: their last events, filled up in front with what stands before a sequence. */
export interface ReadSequences {
  readonly count: number;
  /** How many numbers stand for a sequence: its length, filled up, whatever others there are. */
  lengthOf(sequence: number): number;
  /** [sequences, length] of sequences that are equally long. */
  read(sequences: Uint32Array): Float32Array;
}

/** Lengths are filled up to one of few, so that sequences of about the same length share a batch. */
const SHORT_LENGTHS = { up: 32, by: 4 };
const LONG_BY = 16;

export function readSequences(events: EventSamples, symbols: SymbolClasses, longest: number): ReadSequences {
  const { starts, vocabulary } = events;
  const codes = events.block(0, events.count);
  const { classes } = knownSymbols(symbols, vocabulary);
  const filling = boundaryClass(symbols);
  const eventsOf = (sequence: number) => Math.min(longest, starts[sequence + 1]! - starts[sequence]!); // one more start than sequences
  const lengthOf = (sequence: number) => {
    const own = Math.max(1, eventsOf(sequence));
    const by = own <= SHORT_LENGTHS.up ? SHORT_LENGTHS.by : LONG_BY;
    return by * Math.ceil(own / by);
  };
  return {
    count: starts.length - 1,
    lengthOf,
    read(sequences) {
      const length = lengthOf(sequences[0] ?? 0);
      const out = new Float32Array(sequences.length * length).fill(filling);
      sequences.forEach((sequence, row) => {
        const [own, end] = [eventsOf(sequence), starts[sequence + 1]!]; // one more start than sequences
        for (let at = 0; at < own; at++) out[(row + 1) * length - own + at] = classes[codes[end - own + at]!]!; // a code of the vocabulary
      });
      return out;
    },
  };
}

/** The sequences in batches of at most `size` that are equally long. */
export function equallyLong({ lengthOf }: ReadSequences, sequences: Uint32Array, size: number): Uint32Array[] {
  const byLength = new Map<number, number[]>();
  for (const sequence of sequences) {
    const own = byLength.get(lengthOf(sequence)) ?? [];
    byLength.set(lengthOf(sequence), own);
    own.push(sequence);
  }
  return [...byLength.values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / size) }, (_, i) =>
      Uint32Array.from(own.slice(i * size, (i + 1) * size)),
    ),
  );
}

/** Endless batches in random order; sequences of one length meet others in every pass. */
export function shuffledSequences(
  read: ReadSequences,
  sequences: Uint32Array,
  size: number,
  random: () => number,
): () => Uint32Array {
  let rest: Uint32Array[] = [];
  return () => {
    if (rest.length === 0) {
      const mixed = shuffle<number, Uint32Array>(sequences.slice(), random);
      rest = shuffle<Uint32Array, Uint32Array[]>(equallyLong(read, mixed, size), random);
    }
    return rest.pop() ?? new Uint32Array();
  };
}
