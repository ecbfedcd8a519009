import type { Context } from "../../core/detect/context";
import { defineEventDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { EventSamples } from "../../core/series/series-samples";
import { eventStreamOf, placesOf, type EventStream } from "../../core/series/event-stream";
import { explainSurprises, MAX_SYMBOLS_NAMED, type Likely } from "../../core/series/explain-surprises";
import { countGrams, likelyClasses, probabilityAt, runsOf, type GramCounts, type Runs } from "./n-gram-counts";
import { endsMatter, scoresOf, sequenceParam, type Surprises } from "../../core/series/sequence-scores";
import {
  classCount,
  knownSymbols,
  symbolClassesOf,
  type KnownSymbols,
  type SymbolClasses,
} from "../../core/series/symbol-classes";

export interface NGramModel {
  readonly symbols: SymbolClasses;
  readonly counts: GramCounts;
  readonly smoothing: number;
  /** Whether the end of a sequence counts as an event. */
  readonly ends: boolean;
  /** Events and, where they count, ends. */
  readonly events: number;
  readonly sequence: "max" | "mean";
}

/** Events between two yields. */
const EVENTS_PER_YIELD = 20_000;

/** -log of the probability of each event after the few before it, in nats; >= 0. */
export const nGram = defineEventDetector({
  id: "n-gram",
  version: 1,
  label: "n-gram surprise",
  family: "events",
  summary: "Counts which event follows which few others; an event that rarely followed them is strange.",
  blindTo: "Patterns longer than the few events that it looks at, and how often something happens.",
  reference:
    "Jurafsky, D. & Martin, J. H. (2009). Speech and Language Processing, 2nd ed. Prentice Hall, ch. 4; smoothed as in MacKay, D. J. C. & Peto, L. C. B. (1995). A hierarchical Dirichlet language model. Natural Language Engineering 1(3).",
  prefers: { scale: "none", encode: "one-hot", why: { code: "sequence.symbols-as-they-are" } },
  params: {
    order: {
      kind: "integer",
      label: "Length (n)",
      help: "How many events in a row are looked at: longer knows longer patterns, and has seen each of them less often.",
      default: 2,
      min: 1,
      max: 6,
      main: true,
    },
    smoothing: {
      kind: "number",
      label: "Smoothing",
      help: "How many events what is known of shorter patterns weighs as much as: more makes patterns that were seen once less surprising.",
      default: 1,
      min: 0.01,
      max: 100,
      scale: "log",
      main: true,
    },
    ...sequenceParam,
    sequence: { ...sequenceParam.sequence, default: "mean" },
  },
  async fit(events, { order, smoothing, sequence }, context): Promise<NGramModel> {
    requireSamples(events);
    const symbols = symbolClassesOf(events, Infinity);
    const stream = eventStreamOf(events, symbols, knownSymbols(symbols, events.vocabulary));
    await context.checkpoint(0.2);
    const ends = endsMatter(events);
    const targets = targetsOf(stream, ends);
    const counts = countGrams(stream, classCount(symbols), targets, order);
    await context.checkpoint(1);
    return { symbols, counts, smoothing, ends, events: targets.length, sequence };
  },
  async score(model, events, context) {
    const { surprises } = await findSurprises(model, events, context);
    return scoresOf(events, surprises, model.sequence);
  },
  async explain(model, events, context) {
    const { surprises, stream, runs, known } = await findSurprises(model, events, context);
    const likelyAtPlace = (at: number) => likelyAt(model, runs, known, at);
    const places = placesOf(events);
    return explainSurprises(
      events,
      surprises,
      (event) => likelyAtPlace(places[event]!), // an event
      (sequence) => likelyAtPlace(stream.ends[sequence]!), // a sequence
    );
  },
});

/** The places that are forecast: all events and, where they count, ends. */
function targetsOf({ classes, depths, ends }: EventStream, withEnds: boolean): Uint32Array {
  const isEnd = new Uint8Array(classes.length);
  for (const at of ends) isEnd[at] = 1;
  return Uint32Array.from(classes.keys()).filter((at) => depths[at]! > 0 && (withEnds || !isEnd[at])); // places
}

async function findSurprises(model: NGramModel, samples: EventSamples, context: Context) {
  const { symbols, counts, smoothing, ends, events } = model;
  const known = knownSymbols(symbols, samples.vocabulary);
  const stream = eventStreamOf(samples, symbols, known);
  const runs = runsOf(stream, counts);
  await context.checkpoint(0.3);
  const surpriseAt = (at: number) => -Math.log(probabilityAt(counts, runs, at, stream.classes[at]!, smoothing, events)); // a place
  const codes = samples.block(0, samples.count);
  const places = placesOf(samples);
  const ofEvent = new Float64Array(samples.count);
  for (let event = 0; event < samples.count; event++) {
    const code = codes[event]!; // an event
    ofEvent[event] = Math.max(known.least[code]!, surpriseAt(places[event]!) + known.within[code]!); // a code of the vocabulary
    if (event % EVENTS_PER_YIELD === EVENTS_PER_YIELD - 1)
      await context.checkpoint(0.3 + (0.7 * event) / samples.count);
  }
  const ofEnd = Float64Array.from(stream.ends, (at) => (ends ? surpriseAt(at) : NaN));
  await context.checkpoint(1);
  return { surprises: { ofEvent, ofEnd } satisfies Surprises, stream, runs, known };
}

function likelyAt(model: NGramModel, runs: Runs, { codes }: KnownSymbols, at: number): Likely {
  const { counts, smoothing, events } = model;
  return likelyClasses(counts, runs, at)
    .filter((one) => codes[one]! >= 0) // a class
    .slice(0, MAX_SYMBOLS_NAMED)
    .map((one) => ({ symbol: codes[one]!, share: probabilityAt(counts, runs, at, one, smoothing, events) })); // a class with a code
}
