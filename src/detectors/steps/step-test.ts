import type { Note } from "../../core/data/note";
import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { scoresOfTest, type FindingReason, type TestOutcome } from "../../core/detect/test-outcome";
import type { SeriesSamples } from "../../core/series/series-samples";

/** A step or a stretch of the samples that stands out. */
export interface StrangeStretch {
  readonly from: number;
  readonly to: number;
  /** -log10 of how many as strange are expected by chance in all the samples. */
  readonly evidence: number;
  readonly reason: () => FindingReason;
}

/** A detector of steps and stretches that knows its own error. */
interface StepTest {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly blindTo: string;
  readonly reference: string;
  /** What stands out; a note says why nothing can be said. */
  look(samples: SeriesSamples, context: Context): Promise<readonly StrangeStretch[] | Note>;
}

const MAX_EVIDENCE = 300;
/** The surest are kept; a test that has more takes something ordinary for strange. */
const MAX_STRETCHES = 2000;

type Seen = readonly StrangeStretch[] | Note;

/** The detector: it learns nothing that it would not learn anew of other samples, and looks once at the same ones. */
export function defineStepTest({ look, ...words }: StepTest) {
  const known = new WeakMap<SeriesSamples, Seen>();

  async function seenIn(samples: SeriesSamples, context: Context): Promise<Seen> {
    const before = known.get(samples);
    const seen = before ?? (await look(samples, context));
    known.set(samples, seen);
    await context.checkpoint(1);
    return seen;
  }

  async function test(_model: unknown, samples: SeriesSamples, context: Context): Promise<TestOutcome> {
    const seen = await seenIn(samples, context);
    if ("code" in seen) return { kind: "silent", why: seen };
    return { kind: "tested", evidence: evidenceOf(seen, samples.count) };
  }

  const detector = {
    ...words,
    version: 1,
    family: "series" as const,
    prefers: { scale: "none", encode: "one-hot", why: { code: "finding.as-read" } } as const,
    params: {},
    async fit(samples: SeriesSamples, _params: unknown, context: Context) {
      requireSamples(samples);
      await seenIn(samples, context);
      return { steps: samples.count };
    },
    async score(model: unknown, samples: SeriesSamples, context: Context) {
      return scoresOfTest(await test(model, samples, context), samples.count);
    },
    test,
    async reasons(_model: unknown, samples: SeriesSamples, which: readonly number[], context: Context) {
      const seen = await seenIn(samples, context);
      const sure = "code" in seen ? [] : surest(seen);
      return which.map((step): FindingReason => {
        const own = sure.find(({ from, to }) => step >= from && step < to);
        return own ? own.reason() : { note: { code: "finding.nothing" }, features: [], expected: null };
      });
    },
  };
  // `defineSeriesDetector` leaves open whether a detector tests.
  return { ...defineSeriesDetector(detector), test };
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
