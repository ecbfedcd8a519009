import type { Context } from "../../core/detect/context";
import { partOf } from "../../core/detect/part-of-context";
import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import type { SeriesSamples } from "../../core/series/series-samples";
import type { StrangeStretch } from "./step-test";

/** A stretch of a lane, its steps counted from the first of the lane. */
type InLane = Omit<StrangeStretch, "evidence"> & { readonly evidence: number };

/** Of the time it takes, that which the ordinary course does. */
const LANES_PART = 0.5;

/** What stands out in each channel that neither counts nor beats nor switches, less what it takes to have asked so many. */
export async function overOrdinaryLanes(
  samples: SeriesSamples,
  context: Context,
  look: (lane: OrdinaryLane) => readonly InLane[],
): Promise<StrangeStretch[]> {
  const lanes = (await ordinaryLanes(samples, partOf(context, 0, LANES_PART))).filter(
    ({ kind }) => kind === "ordinary",
  );
  const part = partOf(context, LANES_PART, 1);
  const found: StrangeStretch[] = [];
  for (const [at, lane] of lanes.entries()) {
    for (const one of look(lane))
      found.push({
        ...one,
        from: lane.from + one.from,
        to: lane.from + one.to,
        evidence: one.evidence - Math.log10(lanes.length),
      });
    await part.checkpoint((at + 1) / lanes.length);
  }
  return found;
}
