import type { Context } from "../../core/detect/context";
import type { OrdinaryLane } from "../../core/series/course/lanes-of";
import { meanScoresOf } from "../../core/series/noise/mean-scores";
import { tamed } from "../../core/series/noise/tamed";
import { boxRulesOf } from "./box-rules";
import { scan } from "./scan";
import { apartFromEachOther, type Stray } from "./stray";
import { trimmedTo } from "./trim";

const WIDTHS = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];
/** What comes and goes slowly takes its time, and comes in few of the blocks that tell what the series does by its nature. */
const MIN_SLOW = 12;
const SLOW_WITHIN = 32;
const MAX_SLOW = 50;
/** How far noise wanders in the long run is told by few turns of it: a slow stretch has to be so much surer (-log10). */
const DOUBT_OF_SLOW = 2;
/** Two ways to look: each is asked. */
const WAYS = Math.log10(2);

interface Levels {
  /** Stretches with edges. */
  readonly sharp: readonly Stray[];
  /** Those and what comes and goes slowly. */
  readonly all: readonly Stray[];
}

const known = new WeakMap<OrdinaryLane, Levels>();

/** Stretches of a lane at another level, by their edges or by what they are as a whole, sought once. */
export async function levelsOf(lane: OrdinaryLane, context: Context): Promise<Levels> {
  const before = known.get(lane);
  if (before) return before;
  const { residual } = lane.course;
  const sharp = await scan(residual, WIDTHS, context);
  const slow = slowOnes(flattened(residual, sharp));
  const all = [...sharp, ...slow]
    .map((one) => ({ ...one, evidence: one.evidence - WAYS }))
    .filter(({ evidence }) => evidence >= 0);
  known.set(lane, { sharp, all });
  return { sharp, all };
}

/** The lane without stretches at another level. */
export function flattened(residual: Float64Array, levels: readonly Stray[]): Float64Array {
  const flat = residual.slice();
  for (const { from, to, height } of levels) for (let at = from; at < to; at++) flat[at]! -= height; // steps of the lane
  return flat;
}

/**
 * What comes and goes slowly, by its mean. All of it is in what the noise is taken to remember: without the largest of them
 * a series that wanders would seem to wander less.
 */
function slowOnes(values: Float64Array): Stray[] {
  const boxes = meanScoresOf(tamed(values));
  if (!(boxes.norm(1).unit > 0)) return [];
  const widths = WIDTHS.filter((width) => width >= MIN_SLOW && width * SLOW_WITHIN <= values.length);
  const sure = boxRulesOf(boxes, widths).candidates.filter(({ evidence }) => evidence >= DOUBT_OF_SLOW);
  return apartFromEachOther(sure, MAX_SLOW).map((one) => {
    const trimmed = trimmedTo(one, boxes);
    return { ...trimmed, evidence: one.evidence - DOUBT_OF_SLOW };
  });
}
