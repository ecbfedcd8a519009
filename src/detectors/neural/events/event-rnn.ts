import type { Context } from "../../../core/detect/context";
import { defineEventDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import { sampleIndices, seededRandom } from "../../../core/math/random";
import type { EventSamples } from "../../../core/series/series-samples";
import { eventStreamOf, placeOf, placesOf } from "../../../core/series/event-stream";
import { explainSurprises, MAX_SYMBOLS_NAMED, type Likely } from "../../../core/series/explain-surprises";
import { endsMatter, scoresOf, type Surprises } from "../../../core/series/sequence-scores";
import {
  classCount,
  knownSymbols,
  otherClass,
  symbolClassesOf,
  type SymbolClasses,
} from "../../../core/series/symbol-classes";
import { onSomeBackend } from "../backend/some-backend";
import { chunksOf, sharedChunks, type Chunk } from "./event-chunks";
import { eventRnnParams, eventRnnSpec, type EventRnnParams } from "./event-rnn-params";
import { nextSymbolWorkload, trainNextSymbol, type SpecFor } from "./next-symbol";
import { askNextSymbol, type Answer } from "./next-symbol-answers";

export interface EventRnnModel {
  readonly symbols: SymbolClasses;
  readonly shaping: Pick<EventRnnParams, "network" | "cell" | "embedding" | "first" | "second">;
  readonly weights: readonly Float32Array[];
  /** Whether the end of a sequence counts as an event. */
  readonly ends: boolean;
  readonly sequence: EventRnnParams["sequence"];
  readonly top: number;
}

/** A softmax over more classes would cost more than the recurrence, for symbols that are seldom seen. */
const MAX_SYMBOLS_TOLD_APART = 500;
/** Events that are learned from: of longer logs, pieces drawn from all over. */
const MAX_EVENTS_LEARNED = 100_000;

/**
 * A recurrent network reads the events of a sequence and forecasts the next one. The score of an event is its
 * surprise, -log of its probability, in nats; >= 0. After the last event of a sequence its end is forecast like an
 * event. A sequence's score is its largest or mean surprise, or the share of its events that were not among the `top`
 * likeliest ones (as the paper has it).
 */
export const eventRnn = defineEventDetector({
  id: "event-rnn",
  version: 1,
  label: "Next event (RNN)",
  family: "neural",
  summary:
    "A recurrent network learns which event comes next; events that it finds unlikely are strange, and so are sequences that hold them.",
  blindTo: "Strange sequences that are frequent or alike, and events that could as well have been others.",
  reference:
    "Du, M., Li, F., Zheng, G. & Srikumar, V. (2017). DeepLog: Anomaly detection and diagnosis from system logs through deep learning. CCS.",
  prefers: { scale: "none", encode: "one-hot", why: { code: "sequence.symbols-as-they-are" } },
  params: eventRnnParams,

  async fit(events, params, context): Promise<EventRnnModel> {
    requireSamples(events);
    const symbols = symbolClassesOf(events, MAX_SYMBOLS_TOLD_APART);
    if (symbols.rare.length) context.note({ code: "sequence.rare", values: { count: symbols.rare.length } });
    const stream = eventStreamOf(events, symbols, knownSymbols(symbols, events.vocabulary));
    const ends = endsMatter(events);
    const seed = Math.floor(context.random() * 2 ** 32);
    const { network, cell, embedding, first, second, sequence, top } = params;
    const model = { symbols, shaping: { network, cell, embedding, first, second }, ends, sequence, top };
    const { classes, specFor } = networkOf(model);
    const chunks = someChunks(chunksOf(stream, ends), events.count, context);
    const weights = await onSomeBackend(context, nextSymbolWorkload(specFor, classes), true, (tf) =>
      trainNextSymbol(tf, specFor, stream, chunks, classes, params, seededRandom(seed), context),
    );
    return { ...model, weights: withOther(weights, symbols) };
  },

  async score(model, events, context) {
    const { surprises, outside } = await findSurprises(model, events, context);
    if (model.sequence !== "outside") return scoresOf(events, surprises, model.sequence);
    return scoresOf(events, events.level === "sequence" ? outside : surprises, "mean");
  },

  async explain(model, events, context) {
    const { codes } = knownSymbols(model.symbols, events.vocabulary);
    const likely = new Map<number, Likely>();
    const { surprises } = await findSurprises(model, events, context, (place, answer) => {
      likely.set(place, likeliest(answer, codes));
    });
    const places = placesOf(events);
    return explainSurprises(
      events,
      surprises,
      (event) => likely.get(places[event]!) ?? [], // an event
      (sequence) => likely.get(placeOf(events.starts[sequence + 1]!, sequence)) ?? [], // one more start than sequences
    );
  },
});

function networkOf({ symbols, shaping }: Pick<EventRnnModel, "symbols" | "shaping">): {
  classes: number;
  specFor: SpecFor;
} {
  const classes = classCount(symbols);
  return { classes, specFor: (length) => eventRnnSpec(classes, length, shaping) };
}

function someChunks(chunks: readonly Chunk[], events: number, context: Context): readonly Chunk[] {
  if (events <= MAX_EVENTS_LEARNED) return chunks;
  context.note({ code: "sequence.chunks", values: { events: MAX_EVENTS_LEARNED, of: events } });
  const most = Math.ceil((chunks.length * MAX_EVENTS_LEARNED) / events);
  return Array.from(sampleIndices(chunks.length, most, context.random), (i) => chunks[i]!); // they exist
}

/** Where no rare symbol was seen, what stands for one is the mean of all, which nothing was learned against. */
function withOther(weights: readonly Float32Array[], symbols: SymbolClasses): readonly Float32Array[] {
  const [table, ...others] = weights;
  const other = otherClass(symbols);
  if (!table || symbols.rare.length > 0 || other === 0) return weights;
  const width = table.length / classCount(symbols);
  const filled = table.slice();
  for (let unit = 0; unit < width; unit++) {
    let sum = 0;
    for (let symbol = 0; symbol < other; symbol++) sum += table[symbol * width + unit]!; // a row of the table
    filled[other * width + unit] = sum / other;
  }
  return [filled, ...others];
}

async function findSurprises(
  model: EventRnnModel,
  samples: EventSamples,
  context: Context,
  visit: (place: number, answer: Answer) => void = () => undefined,
): Promise<{ surprises: Surprises; outside: Surprises }> {
  const { symbols, weights, ends, top } = model;
  const known = knownSymbols(symbols, samples.vocabulary);
  const stream = eventStreamOf(samples, symbols, known);
  const { classes, specFor } = networkOf(model);
  const bySurprise = new Float64Array(stream.classes.length).fill(NaN);
  const byRank = new Float64Array(stream.classes.length).fill(NaN);
  const shared = sharedChunks(stream, chunksOf(stream, ends));
  const offsetsAt = new Map(shared.flatMap(({ chunk, offsets }) => placesIn(chunk).map((place) => [place, offsets])));
  const chunks = shared.map(({ chunk }) => chunk);
  await onSomeBackend(context, nextSymbolWorkload(specFor, classes), false, (tf) =>
    askNextSymbol(tf, specFor, weights, stream, chunks, classes, context, (asked, answer) => {
      const own = answer.logits[stream.classes[asked]!]!; // a class
      const surprise = answer.logSum - own;
      const rank = answer.logits.reduce((above, logit) => (logit > own ? above + 1 : above), 0) < top ? 0 : 1;
      for (const offset of offsetsAt.get(asked) ?? [0]) {
        bySurprise[asked + offset] = surprise;
        byRank[asked + offset] = rank;
        visit(asked + offset, answer);
      }
    }),
  );
  const codes = samples.block(0, samples.count);
  const places = placesOf(samples);
  const read = (byPlace: Float64Array, of: (event: number, value: number) => number): Surprises => ({
    ofEvent: Float64Array.from(places, (place, event) => of(event, byPlace[place]!)), // a place
    ofEnd: Float64Array.from(stream.ends, (place) => byPlace[place]!), // an end is a place
  });
  return {
    surprises: read(bySurprise, (event, surprise) => {
      const code = codes[event]!; // an event
      return Math.max(known.least[code]!, surprise + known.within[code]!); // a code of the vocabulary
    }),
    // What was never seen is never expected.
    outside: read(byRank, (event, rank) => (known.least[codes[event]!]! > 0 ? 1 : rank)), // an event has a code
  };
}

/** The places that a chunk forecasts. */
function placesIn({ from, to }: Chunk): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function likeliest({ logits, logSum }: Answer, codes: Int32Array): Likely {
  return [...logits.keys()]
    .filter((symbol) => codes[symbol]! >= 0) // a class
    .sort((a, b) => logits[b]! - logits[a]!) // one logit a class
    .slice(0, MAX_SYMBOLS_NAMED)
    .map((symbol) => ({ symbol: codes[symbol]!, share: Math.exp(logits[symbol]! - logSum) })); // a class with a code
}
