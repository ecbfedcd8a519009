import { medianOf, sizeOf } from "../course/robust";
import { studentEvidence } from "../../math/student-tail";
import { leastSquaresLeft } from "./least-squares";
import { usualDifference } from "./differences";

/** From some step on a series leaves its level little by little, to the end of what was looked at. */
export interface Drift {
  /** The step from which on it shows. */
  readonly at: number;
  /** The step at which it bends. */
  readonly start: number;
  readonly before: number;
  /** Where it has come to at the end. */
  readonly after: number;
  readonly evidence: number;
}

const MIN_STEPS = 192;
const BLOCKS = 64;
/** It begins no sooner and no later than this share of the steps. */
const MIN_BEGIN = 0.25;
const MAX_BEGIN = 0.85;
/** Before it begins the series rises by no more than this share of the drift. */
const QUIET_SHARE = 0.2;
const FREEDOM = 6;
const PRICE_OF_BEGINNINGS = Math.log10(16);
/** Usual sizes that a drift has to be off before it shows. */
const SIZES_TO_SHOW = 2;

/**
 * A level that bends and then runs straight on: it has to fit better than a step and than a curve does, which bends everywhere, and rise
 * further than the part before it makes likely for windows as long. Medians of 64 blocks, n log n.
 */
export function driftIn(values: Float64Array): Drift | null {
  if (values.length < MIN_STEPS) return null;
  const size = values.length / BLOCKS;
  const blocks = Float64Array.from({ length: BLOCKS }, (_, at) =>
    medianOf(values.subarray(Math.floor(at * size), Math.floor((at + 1) * size))),
  );
  const bend = bestBend(blocks);
  const quiet = blocks.subarray(0, bend.at);
  const left = BLOCKS - bend.at;
  const rise = bend.slope * left;
  if (bend.left >= Math.min(leastSquaresLeft(blocks, [one, place, square, cube]), leftByStep(blocks))) return null;
  if (Math.abs(riseOf(quiet)) > QUIET_SHARE * Math.abs(rise)) return null;
  const usual = usualDifference(quiet, [Math.floor(bend.at / 8), Math.floor(bend.at / 4)], left);
  const half = medianOf(blocks.subarray(bend.at + Math.floor(left / 2))) - medianOf(quiet);
  if (!(usual > 0) || Math.sign(half) !== Math.sign(rise)) return null;
  const evidence = studentEvidence(half / usual, FREEDOM) - PRICE_OF_BEGINNINGS;
  if (evidence < 0) return null;
  const start = Math.floor(bend.at * size);
  const before = medianOf(values.subarray(0, start));
  const noise = sizeOf(values.subarray(0, start).map((value) => value - before));
  const hidden = Math.min(0.8, (SIZES_TO_SHOW * noise) / Math.abs(rise));
  const at = Math.min(values.length - 1, Math.ceil(start + hidden * (values.length - start)));
  return { at, start, before, after: before + rise, evidence };
}

const one = () => 1;
const place = (at: number) => at / BLOCKS;
const square = (at: number) => place(at) ** 2;
const cube = (at: number) => place(at) ** 3;

function bestBend(blocks: Float64Array): { readonly at: number; readonly slope: number; readonly left: number } {
  let best = { at: 0, slope: 0, left: Infinity };
  for (let at = Math.ceil(MIN_BEGIN * BLOCKS); at <= MAX_BEGIN * BLOCKS; at++) {
    const bent = (step: number) => Math.max(0, step - at);
    const left = leastSquaresLeft(blocks, [one, bent]);
    if (left < best.left) best = { at, slope: slopeOn(blocks, bent), left };
  }
  return best;
}

/** By the step that fits best. */
function leftByStep(blocks: Float64Array): number {
  let left = Infinity;
  for (let at = 1; at < BLOCKS; at++)
    left = Math.min(left, leastSquaresLeft(blocks, [one, (step) => Number(step >= at)]));
  return left;
}

function slopeOn(values: Float64Array, bent: (at: number) => number): number {
  const x = Float64Array.from(values, (_, at) => bent(at));
  const [middle, mean] = [x, values].map((all) => all.reduce((sum, each) => sum + each, 0) / all.length);
  let [both, own] = [0, 0];
  values.forEach((value, at) => {
    both += (x[at]! - middle!) * (value - mean!); // one for each value
    own += (x[at]! - middle!) ** 2;
  });
  return own > 0 ? both / own : 0;
}

/** By how much a straight line rises over the values. */
function riseOf(values: Float64Array): number {
  return slopeOn(values, (at) => at) * values.length;
}
