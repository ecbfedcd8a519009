import type { Note } from "../../core/data/note";
import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import type { FindingReason } from "../../core/detect/test-outcome";
import type { SeriesSamples } from "../../core/series/series-samples";
import { tested, type OwnTest } from "../findings/tested";

/** A step or a stretch of the samples that stands out. */
export interface StrangeStretch {
  readonly from: number;
  readonly to: number;
  /** -log10 of how many as strange are expected by chance in all the samples. */
  readonly evidence: number;
  readonly reason: () => FindingReason;
}

/** A detector of steps and stretches that knows its own error. */
interface StepTest extends Omit<OwnTest<SeriesSamples, unknown>, "fit" | "test" | "reasons"> {
  /** What stands out; a note says why nothing can be said. */
  look(samples: SeriesSamples, context: Context): Promise<readonly StrangeStretch[] | Note>;
  /** Looks at when rows came and not at what they hold: where nothing was measured is what it finds. */
  readonly ofTimes?: boolean;
}

const MAX_EVIDENCE = 300;
/** The surest are kept; a test that has more takes something ordinary for strange. */
const MAX_STRETCHES = 2000;

type Seen = readonly StrangeStretch[] | Note;

/** The detector: it learns nothing that it would not learn anew of other samples, and looks once at the same ones. */
export function defineStepTest({ look, ofTimes = false, ...words }: StepTest) {
  const known = new WeakMap<SeriesSamples, Seen>();

  async function seenIn(samples: SeriesSamples, context: Context): Promise<Seen> {
    const before = known.get(samples);
    const seen = before ?? onlyMeasured(await look(samples, context), samples);
    known.set(samples, seen);
    await context.checkpoint(1);
    return seen;
  }

  function onlyMeasured(seen: Seen, samples: SeriesSamples): Seen {
    return ofTimes || "code" in seen ? seen : measured(seen, samples);
  }

  const detector = tested({
    ...words,
    async fit(samples: SeriesSamples, context) {
      await seenIn(samples, context);
      return { steps: samples.count };
    },
    async test(_model, samples, context) {
      const seen = await seenIn(samples, context);
      if ("code" in seen) return { kind: "silent", why: seen };
      return { kind: "tested", evidence: evidenceOf(seen, samples.count) };
    },
    async reasons(_model, samples, which, context) {
      const seen = await seenIn(samples, context);
      const sure = "code" in seen ? [] : surest(seen);
      return which.map((step): FindingReason => {
        const own = sure.find(({ from, to }) => step >= from && step < to);
        return own ? own.reason() : { note: { code: "finding.nothing" }, features: [], expected: null };
      });
    },
  });
  // `defineSeriesDetector` leaves open whether a detector tests.
  return { ...defineSeriesDetector(detector), test: detector.test };
}

/**
 * Nothing can stand out of what was put where nothing was measured: stretches without such steps at their ends, and none
 * that mostly consists of them.
 */
function measured(seen: readonly StrangeStretch[], samples: SeriesSamples): readonly StrangeStretch[] {
  const { isFilled } = samples;
  if (!isFilled) return seen;
  return surest(seen).flatMap((one) => {
    const { features } = one.reason();
    const isGuess = (step: number) => features.some((channel) => isFilled(step, channel));
    let { from, to } = one;
    while (from < to && isGuess(from)) from++;
    while (to > from && isGuess(to - 1)) to--;
    let guesses = 0;
    for (let step = from; step < to; step++) if (isGuess(step)) guesses++;
    return 2 * guesses < to - from ? [{ ...one, from, to }] : [];
  });
}

function surest(seen: readonly StrangeStretch[]): StrangeStretch[] {
  return seen.toSorted((one, other) => other.evidence - one.evidence).slice(0, MAX_STRETCHES);
}

/** Of so few as one in the samples, each step of it may bear evidence as if each of them were asked. */
function evidenceOf(seen: readonly StrangeStretch[], count: number): Float64Array {
  const evidence = new Float64Array(count);
  for (const one of surest(seen)) {
    const own = Math.max(0, Math.min(MAX_EVIDENCE, one.evidence + Math.log10(count)));
    for (let step = one.from; step < one.to; step++) if (evidence[step] === 0) evidence[step] = own;
  }
  return evidence;
}
