import type { Context } from "../../core/detect/context";
import type { OrdinaryLane } from "../../core/series/course/lanes-of";
import { scan } from "./scan";
import type { Stray } from "./stray";

const WIDTHS = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];

const known = new WeakMap<OrdinaryLane, readonly Stray[]>();

/** Stretches of a lane at another level, sought once. */
export async function levelsOf(lane: OrdinaryLane, context: Context): Promise<readonly Stray[]> {
  const before = known.get(lane);
  if (before) return before;
  const found = await scan(lane.course.residual, WIDTHS, context);
  known.set(lane, found);
  return found;
}
