import type { SeriesSamples } from "../../core/series/series-samples";
import { defineStepTest, type StrangeStretch } from "../steps/step-test";
import { chartedLanes, foretoldOf, type ChartedLane } from "./charted";

interface Chart {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly blindTo: string;
  readonly reference: string;
  /** What breaks a rule in a lane, its steps counted from the first of the lane. */
  look(lane: ChartedLane, samples: SeriesSamples): readonly StrangeStretch[];
}

/** Three deviations on either side are drawn as limits: control limits since Shewhart (1931). */
const LIMIT = 3;

/** A control chart of each channel: it knows its own error, and draws its centre and its limits. */
export function defineChart({ look, ...words }: Chart) {
  const detector = defineStepTest({
    ...words,
    async look(samples, context) {
      const lanes = chartedLanes(samples, context);
      await context.checkpoint(0.5);
      if ("code" in lanes) return lanes;
      return lanes.flatMap((lane) =>
        look(lane, samples)
          .filter(({ evidence }) => evidence > -Math.log10(samples.count))
          .map((one) => ({
            ...one,
            from: lane.from + one.from,
            to: lane.from + one.to,
            evidence: one.evidence - Math.log10(lanes.length),
          })),
      );
    },
  });
  return {
    ...detector,
    family: "series" as const,
    expect(_model: unknown, samples: SeriesSamples) {
      const lanes = chartedLanes(samples, { note: () => undefined });
      return Promise.resolve(foretoldOf("code" in lanes ? [] : lanes, samples));
    },
    limits(_model: unknown, samples: SeriesSamples) {
      const limits = new Float64Array(samples.width);
      const lanes = chartedLanes(samples, { note: () => undefined });
      if (!("code" in lanes)) for (const { channel, sigma } of lanes) limits[channel] = Math.max(limits[channel]!, LIMIT * sigma); // prettier-ignore
      return limits;
    },
  };
}
