import { momentsOf } from "../math/moments";
import { selectQuantiles } from "../math/quantile-select";
import { runsOf } from "../data/profile-numeric";
import { fitScaling, signedLog } from "./fit-scaling";
import type { FittedFeature, Scaling, WithinGroups } from "./fitted-recipe";
import { rowsOfOwnSpread, rowsPerGroup, type RowsByGroup } from "./group-rows";
import type { FeatureReader } from "./read-feature";
import type { MissingRule, ScaleRule } from "./recipe";

/** What is the same for every feature of a fit. */
export interface FitRows {
  readonly rowCount: number;
  /** The rows to learn from, ascending. */
  readonly kept: Uint32Array;
  /** Those rows by group, where numbers are compared within groups. */
  readonly groups: RowsByGroup | null;
  readonly scratch: FitScratch;
}

/** Room for one feature of all rows, used again for each: a million rows are 8 MB. */
export interface FitScratch {
  readonly raw: Float64Array;
  readonly present: Float64Array;
}

/** How a feature wants to be fitted. */
export interface FeaturePlan {
  /** How the fill is found, or the fill itself. */
  readonly missing: MissingRule | number;
  readonly log: boolean;
  readonly scale: ScaleRule;
  /** The least scale; see `fitScaling`. */
  readonly unit?: number;
  readonly withinGroups?: boolean;
}

type Learnt = Pick<FittedFeature, "fill" | "log" | "scaling" | "within">;

/**
 * Learns what missing values become, and centre and scale from the values that are there: a column that
 * is half imputed keeps the spread of its real half. Null when every row would have the same value.
 */
export function fitFeature(read: FeatureReader, plan: FeaturePlan, rows: FitRows): Learnt | null {
  const { rowCount, kept, groups, scratch } = rows;
  read(0, rowCount, scratch.raw);
  const present = presentValues(scratch, kept);
  const fill = fillOf(present, plan.missing);
  if (plan.log) for (let i = 0; i < present.length; i++) present[i] = signedLog(present[i]!); // i < length
  const filled = plan.log ? signedLog(fill) : fill;
  const hasMissing = present.length < kept.length;
  const only = onlyValueOf(present);
  if (present.length === 0 || (only !== null && (!hasMissing || filled === only))) return null;
  // Where the only difference is between the values and what stands for the missing, that is the spread.
  const scaling = fitScaling(only === null ? present : Float64Array.of(only, filled), plan.scale, plan.unit);
  const within = plan.withinGroups && groups ? fitWithin(plan, groups, scratch, { ...scaling, fill }) : null;
  return { fill, log: plan.log, scaling, within };
}

/** The value that all have, null when there are two or none. */
function onlyValueOf(values: Float64Array): number | null {
  const first = values[0];
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** The values of the given rows that are not missing, at the start of the scratch. */
function presentValues({ raw, present }: FitScratch, rows: Uint32Array): Float64Array {
  let count = 0;
  for (const row of rows) {
    const value = raw[row]!; // rows are below rowCount
    if (value === value) present[count++] = value;
  }
  return present.subarray(0, count);
}

/** Reorders `present`. */
function fillOf(present: Float64Array, rule: MissingRule | number): number {
  if (typeof rule === "number") return rule;
  if (rule.kind === "constant") {
    const value = typeof rule.value === "number" ? rule.value : Number.parseFloat(rule.value);
    if (Number.isFinite(value)) return value;
  }
  if (present.length === 0) return 0;
  switch (rule.kind) {
    case "mean":
      return momentsOf(present).mean;
    case "most-frequent":
      return runsOf(present.sort()).top?.value ?? 0;
    case "constant": // one that is no number
    case "median":
    case "drop-row": // rows with missing values are gone; the median serves those of later data
      return selectQuantiles(present, [0.5])[0] ?? 0;
    default:
      return rule satisfies never;
  }
}

function fitWithin(
  plan: FeaturePlan,
  { rows, starts }: RowsByGroup,
  scratch: FitScratch,
  all: Scaling & { readonly fill: number },
): WithinGroups {
  const count = starts.length - 2; // the last part holds the rows without a group
  const fills = new Float64Array(count).fill(all.fill);
  const centers = new Float64Array(count).fill(all.center);
  const scales = new Float64Array(count).fill(all.scale);
  const sizes = new Uint32Array(count);
  for (let group = 0; group < count; group++) {
    const present = presentValues(scratch, rows.subarray(starts[group], starts[group + 1]));
    if (present.length < rowsPerGroup) continue;
    fills[group] = fillOf(present.slice(), plan.missing);
    if (plan.log) for (let i = 0; i < present.length; i++) present[i] = signedLog(present[i]!); // i < length
    const only = onlyValueOf(present);
    if (only !== null) {
      centers[group] = only; // a group that never varies is compared on the scale of all
      continue;
    }
    const own = fitScaling(present, plan.scale, plan.unit);
    centers[group] = own.center;
    scales[group] = own.scale;
    sizes[group] = present.length;
  }
  borrowSpreads(scales, sizes);
  return { fills, centers, scales };
}

/**
 * The spread of a small group as if the rows that it lacks had the usual spread of the groups: of ten values alone it
 * would often be half or twice what it is. Groups that are large enough keep their own.
 */
function borrowSpreads(scales: Float64Array, sizes: Uint32Array): void {
  const own = scales.filter((_, group) => sizes[group]! > 0).sort(); // one size for each group
  if (own.length === 0) return;
  const usual = own[own.length >>> 1]!; // there are some
  sizes.forEach((size, group) => {
    const lacking = rowsOfOwnSpread - size;
    if (size === 0 || lacking <= 0) return;
    scales[group] = Math.sqrt((size * scales[group]! ** 2 + lacking * usual ** 2) / rowsOfOwnSpread); // one for each group
  });
}
