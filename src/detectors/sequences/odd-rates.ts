import { burstsIn, type Burst } from "../../core/findings/bursts";
import { caseAt } from "../../core/findings/cases";
import type { EventSamples } from "../../core/series/series-samples";
import { defineSequenceTest } from "./sequence-test";

/** What is counted in time: everything, events of one symbol, events of one sequence. */
type Counted =
  { readonly of: "all" } | { readonly of: "symbol"; readonly symbol: number } | { readonly of: "sequence"; readonly sequence: number }; // prettier-ignore

interface Found {
  readonly counted: Counted;
  /** Of each the evidence as of one event: spans of what happens rarely are few, and each of them counts for more. */
  readonly bursts: readonly Burst[];
}

interface OddRatesModel {
  readonly found: readonly Found[];
  /** All spans of time that were looked at. */
  readonly spans: number;
}

/** Sequences are streams, in which a rate means something, from so many events on average. */
const MIN_EVENTS_OF_STREAM = 20;
/** Symbols and sequences that are counted each for itself, the most frequent first. */
const MAX_COUNTED = 60;
const EXPECTED_FALSE = 0.2;
/** Who makes so much of a burst makes it. */
const MIN_SHARE_OF_ONE = 0.8;
/** More spans with a burst than this are the way of the stream. */
const MAX_BURSTS = 5;
const MAX_BURST_SHARE = 0.01;

/** How often something happens in spans of time of one length. */
export const oddRates = defineSequenceTest<OddRatesModel>({
  id: "odd-rates",
  label: "Bursts of events",
  summary: "Finds times when far more happens than usual: overall, of one kind of event, or in one sequence.",
  blindTo: "Slow increases, and times when less happens than usual.",
  reference:
    "Kulldorff, M. (2001). Prospective time periodic geographical disease surveillance using a scan statistic. JRSS A 164(1); with spans of one length and counts by a negative binomial.",
  async fit(samples, context) {
    const sequences = samples.starts.length - 1;
    const { times } = samples;
    if (!times || samples.count < MIN_EVENTS_OF_STREAM * sequences) return { found: [], spans: 0 };
    const everything = countedIn(samples);
    const found: Found[] = [];
    let spans = 0;
    for (const [at, counted] of everything.entries()) {
      const isOf = memberOf(counted, samples);
      const looked = burstsIn(times.values.filter((_, event) => isOf(event)));
      spans += looked.spans;
      const enough = Math.log10((looked.spans * everything.length) / EXPECTED_FALSE);
      const sure = looked.bursts.filter(({ evidence }) => evidence >= enough).length;
      if (sure <= Math.max(MAX_BURSTS, MAX_BURST_SHARE * looked.spans)) {
        const asOfEvent = Math.log10(samples.count / Math.max(1, looked.spans * everything.length));
        found.push({ counted, bursts: looked.bursts.map((one) => ({ ...one, evidence: one.evidence + asOfEvent })) });
      }
      await context.checkpoint((at + 1) / everything.length);
    }
    return { found, spans };
  },
  async test(model, samples) {
    if (model.spans === 0) return { kind: "silent", why: { code: "event-finding.no-rates" } };
    const evidence = Float64Array.from(strongestIn(model, samples), (one) => one?.burst.evidence ?? 0);
    return { kind: "tested", evidence };
  },
  async reasons(model, samples, which) {
    const strongest = strongestIn(model, samples);
    return which.map((event) => {
      const { counted, burst } = strongest[event]!; // evidence says that there is one
      const values = { times: burst.count, usual: burst.usual };
      const name = counted.of === "symbol" ? (samples.vocabulary[counted.symbol] ?? "") : "";
      const note =
        counted.of === "symbol"
          ? { code: "event-finding.burst-of-one" as const, values: { ...values, event: name } }
          : { code: counted.of === "all" ? ("event-finding.burst" as const) : ("event-finding.burst-in-one" as const), values }; // prettier-ignore
      return { note, features: [0], expected: null };
    });
  },
});

function countedIn({ starts, vocabulary }: EventSamples): Counted[] {
  const sequences = starts.length - 1;
  return [
    { of: "all" },
    // The vocabulary begins with the most frequent symbols.
    ...Array.from({ length: Math.min(MAX_COUNTED, vocabulary.length) }, (_, symbol): Counted => ({ of: "symbol", symbol })), // prettier-ignore
    ...(sequences < 2 || sequences > MAX_COUNTED
      ? []
      : Array.from({ length: sequences }, (_, sequence): Counted => ({ of: "sequence", sequence }))),
  ];
}

function memberOf(counted: Counted, samples: EventSamples): (event: number) => boolean {
  const codes = samples.block(0, samples.count);
  switch (counted.of) {
    case "all":
      return () => true;
    case "symbol":
      return (event) => codes[event] === counted.symbol;
    case "sequence":
      return (event) => caseAt(samples, event) === counted.sequence;
    default:
      return counted satisfies never;
  }
}

/** By event, the burst that it is a part of for which there is most evidence. */
function strongestIn({ found }: OddRatesModel, samples: EventSamples) {
  const strongest = Array<{ counted: Counted; burst: Burst } | null>(samples.count).fill(null);
  for (const { counted, bursts } of found) {
    const isOf = memberOf(counted, samples);
    const telling = bursts.filter(({ evidence }) => evidence >= 1);
    if (telling.length === 0) continue;
    const times = samples.times?.values ?? [];
    const within = telling.map((): number[] => []);
    times.forEach((time, event) => {
      if (isOf(event)) within[telling.findIndex(({ from, to }) => time >= from && time < to)]?.push(event);
    });
    telling.forEach((burst, at) => {
      for (const event of madeBy(samples, within[at]!))
        // one list for each
        if (burst.evidence > (strongest[event]?.burst.evidence ?? 0)) strongest[event] = { counted, burst };
    });
  }
  return strongest;
}

/** The events of a burst: those of one sequence, where it alone makes nearly all of it. */
function madeBy(samples: EventSamples, events: readonly number[]): readonly number[] {
  const bySequence = new Map<number, number[]>();
  for (const event of events) {
    const own = bySequence.get(caseAt(samples, event));
    if (own) own.push(event);
    else bySequence.set(caseAt(samples, event), [event]);
  }
  const most = [...bySequence.values()].reduce((top, own) => (own.length > top.length ? own : top), []);
  return most.length >= MIN_SHARE_OF_ONE * events.length ? most : events;
}
