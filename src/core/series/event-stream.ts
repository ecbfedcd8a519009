import type { EventSamples } from "./series-samples";
import { boundaryClass, type KnownSymbols, type SymbolClasses } from "./symbol-classes";

/** Sequences one after the other as classes of symbols, each with a boundary before its first event and after its last. */
export interface EventStream {
  readonly classes: Uint32Array;
  /** How far each place is behind the boundary that its sequence begins with. */
  readonly depths: Uint32Array;
  /** The boundary behind each sequence. */
  readonly ends: Uint32Array;
}

export function eventStreamOf(samples: EventSamples, symbols: SymbolClasses, known: KnownSymbols): EventStream {
  const sequences = samples.starts.length - 1;
  const classes = new Uint32Array(samples.count + 2 * sequences).fill(boundaryClass(symbols));
  const depths = new Uint32Array(classes.length);
  const ends = new Uint32Array(sequences);
  const codes = samples.block(0, samples.count);
  for (let sequence = 0; sequence < sequences; sequence++) {
    const [from, to] = [samples.starts[sequence]!, samples.starts[sequence + 1]!]; // one more start than sequences
    for (let event = from, at = placeOf(from, sequence); event < to; event++, at++)
      classes[at] = known.classes[codes[event]!]!; // a code of the vocabulary
    ends[sequence] = placeOf(to, sequence);
    for (let depth = 0; depth <= to - from + 1; depth++) depths[placeOf(from, sequence) - 1 + depth] = depth;
  }
  return { classes, depths, ends };
}

/** Where an event of a sequence stands in the stream. */
export function placeOf(event: number, sequence: number): number {
  return event + 2 * sequence + 1;
}

/** The place of each event in the stream. */
export function placesOf({ count, starts }: EventSamples): Uint32Array {
  const places = new Uint32Array(count);
  for (let sequence = 0; sequence + 1 < starts.length; sequence++)
    for (let event = starts[sequence]!; event < starts[sequence + 1]!; event++)
      places[event] = placeOf(event, sequence); // sequence + 1 < length
  return places;
}
