import { medianOf, sizeOf as sizeOfNearest } from "../../core/series/course/robust";
import type { Context } from "../../core/detect/context";
import { smoothOver, trimmedTo, type Stray } from "./stray";
import { tailOf, evidenceOf, type Tail } from "./tail-of";

export interface ScanPlan {
  /** Widths of windows, ascending. */
  readonly widths: readonly number[];
  /** Numbers beyond this count as far as this where windows are wider than three steps, so that one is no stretch. */
  readonly clip: number;
}

/** Candidates below this are of no use to anybody. */
const MIN_EVIDENCE = 0;
const MIN_EVIDENCE_ON_TRIAL = -3;
const PASSES = 6;
const MAX_STRAYS = 200;
/** Windows beside each other share most of their steps: so many as independent ones are tried for each of these. */
const OVERLAP = 4;
/** Widths beside each other see nearly the same. */
const WIDTHS_AT_ONCE = 2;
const NARROW = 3;
/** A stretch that is more than such a part of the series is no stretch of it. */
const WIDTHS_WITHIN = 8;
/** Means of numbers that are bounded are nearly normal. */
const MIN_FREEDOM_OF_MEANS = 5;
const SHARE_OF_EDGES = 0.3;
/** Where steps say so much of those beside them, the series wanders. */
const SHARE_OF_WANDERING = 0.7;
/** Within so many usual sizes a window is ordinary. */
const ORDINARY = 2.5;

/**
 * Windows of many widths whose mean stands out from what their flanks make likely. How much flanks say is learned from
 * the numbers themselves, by width, so that what wanders is compared with what lies beside it and noise with all; the
 * tail of each width comes from its own windows. What is found is taken away and the rest looked at again, so that
 * nothing hides behind something larger, nor widens what it is measured by. About n for each width.
 */
export async function scan(values: Float64Array, { widths, clip }: ScanPlan, context: Context): Promise<Stray[]> {
  const most = wanders(values) ? Infinity : clip;
  const isBounded = most < Infinity;
  const tame = (of: Float64Array) => of.map((one) => Math.max(-most, Math.min(most, one)));
  const left = values.slice();
  const found: Stray[] = [];
  let rules: WidthRule[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const tamed = tame(left);
    const candidates: Stray[] = [];
    rules = [];
    for (const [at, width] of widths.entries()) {
      const seen = windowsOf(width > NARROW ? tamed : left, width);
      const rule = seen && ruleOf(seen, rules, { widths: widths.length, isBounded });
      if (rule) {
        rules.push(rule);
        candidates.push(...windowsBeyond(seen.heights, rule));
      }
      await context.checkpoint((pass + at / widths.length) / PASSES);
    }
    const sure = candidates.filter(({ evidence }) => evidence >= MIN_EVIDENCE);
    // A long stretch widens what it is measured by: the first of all is taken away on trial, and measured anew.
    const onTrial = pass === 0 && sure.length === 0 ? candidates : [];
    const chosen = apartFromEachOther(sure.length > 0 ? sure : onTrial).slice(0, sure.length > 0 ? MAX_STRAYS : 1);
    if (chosen.length === 0 || found.length + chosen.length > MAX_STRAYS) break;
    for (const one of chosen) {
      const trimmed = trimmedTo(one, one.to - one.from > NARROW ? tamed : left);
      found.push(trimmed);
      smoothOver(left, trimmed);
    }
  }
  const [own, rest] = [tame(values), tame(left)];
  return found
    .map((one) => measuredAnew(one, one.to - one.from > NARROW ? own : values, rest, rules))
    .filter(({ evidence }) => evidence >= MIN_EVIDENCE);
}

/** What wanders is far from its middle for long: cut short it would stand still there. */
function wanders(values: Float64Array): boolean {
  const seen = windowsOf(values, NARROW);
  return seen !== null && seen.share >= SHARE_OF_WANDERING;
}

/** The surest first, each as far from the others as the wider of the two is wide: its shadow is no finding. */
function apartFromEachOther(candidates: Stray[]): Stray[] {
  const chosen: Stray[] = [];
  for (const one of candidates.sort((a, b) => b.evidence - a.evidence)) {
    const isApart = chosen.every((other) => {
      const margin = Math.max(one.to - one.from, other.to - other.from);
      return one.from >= other.to + margin || one.to <= other.from - margin;
    });
    if (isApart) chosen.push(one);
    if (chosen.length >= MAX_STRAYS) break;
  }
  return chosen;
}

/** By what is ordinary once all that was found is taken away. */
function measuredAnew(one: Stray, values: Float64Array, rest: Float64Array, rules: readonly WidthRule[]): Stray {
  const width = one.to - one.from;
  const rule = rules.findLast((each) => each.width <= width);
  if (!rule) return one;
  const mean = (of: Float64Array, from: number, to: number) =>
    of.subarray(from, to).reduce((sum, value) => sum + value, 0) / Math.max(1, to - from);
  const [first, last] = [Math.max(0, one.from - width), Math.min(values.length, one.to + width)];
  const flank = (mean(rest, first, one.from) * (one.from - first) + mean(rest, one.to, last) * (last - one.to)) / Math.max(1, last - first - width); // prettier-ignore
  const height = mean(values, one.from, one.to) - rule.share * flank;
  const tail = height > 0 ? rule.tails.above : rule.tails.below;
  if (!tail || Math.sign(height) !== Math.sign(one.height)) return one;
  return { ...one, height, evidence: evidenceOf(height, tail) - rule.tried };
}

interface SeenWindows {
  readonly width: number;
  readonly count: number;
  readonly share: number;
  readonly heights: Float64Array;
}

function windowsOf(values: Float64Array, width: number): SeenWindows | null {
  const count = values.length;
  if (count < WIDTHS_WITHIN * width || count - width < 7) return null;
  const { inside, beside } = meansOf(values, width);
  const share = shareOf(inside, beside);
  const heights = inside.map((mean, at) => {
    const isWhole = at >= width && at + 2 * width <= count;
    // What wanders is told from both sides only.
    return isWhole || share < SHARE_OF_EDGES ? mean - share * beside[at]! : 0; // as many
  });
  return { width, count, share, heights };
}

/** What is ordinary for windows of a width. */
interface WidthRule {
  readonly width: number;
  /** How much of what lies beside a window is to be expected in it. */
  readonly share: number;
  readonly tails: Tails;
  /** log10 of how many windows are tried that say something of their own. */
  readonly tried: number;
}

function ruleOf(
  { width, count, share, heights }: SeenWindows,
  narrower: readonly WidthRule[],
  { widths, isBounded }: { readonly widths: number; readonly isBounded: boolean },
): WidthRule | null {
  const independent = count / width;
  const tails = independent < FEW_WINDOWS ? tailsByNarrower(heights, width, narrower) : tailsOf(heights, independent);
  const tried = Math.log10((width === 1 ? 1 : OVERLAP) * independent * Math.max(1, widths / WIDTHS_AT_ONCE));
  if (!tails.above && !tails.below) return null;
  if (width <= NARROW) return { width, share, tails, tried };
  // Means of clipped numbers have one tail; each width tells it with some error.
  const told = narrower.filter((one) => one.width > NARROW).map(freedomOf);
  const freedom = Math.max(isBounded ? MIN_FREEDOM_OF_MEANS : 0, medianOf([...told, freedomOf({ tails })]));
  const withIt = (tail: Tail | null) => tail && { ...tail, freedom };
  return { width, share, tails: { above: withIt(tails.above), below: withIt(tails.below) }, tried };
}

function freedomOf({ tails }: Pick<WidthRule, "tails">): number {
  return Math.min(tails.above?.freedom ?? Infinity, tails.below?.freedom ?? Infinity);
}

function windowsBeyond(heights: Float64Array, { width, tails, tried }: WidthRule): Stray[] {
  const found: Stray[] = [];
  heights.forEach((height, from) => {
    const tail = height > 0 ? tails.above : tails.below;
    if (!tail || Math.abs(height) < 2 * tail.scale) return;
    const evidence = evidenceOf(height, tail) - tried;
    if (evidence >= MIN_EVIDENCE_ON_TRIAL) found.push({ from, to: from + width, height, evidence });
  });
  return found;
}

/** So few windows do not tell their own tail: a stretch among them would hide itself. */
const FEW_WINDOWS = 50;
/** How much narrower the windows are that tell how the scale falls with the width. */
const NARROWER = 4;
/** It is taken to fall a little slower than it did, and never faster than that of noise. */
const CAUTION = 0.15;
const FALL_OF_NOISE = 0.5;
/** The half of the windows that is nearest may not be wider than this makes it. */
const MIN_OF_OWN = 0.6;

/** The tail of few wide windows, by how the scale of narrower ones falls with their width. */
function tailsByNarrower(heights: Float64Array, width: number, narrower: readonly WidthRule[]): Tails {
  const last = narrower.at(-1);
  const before = narrower.findLast((one) => last && one.width * NARROWER <= last.width) ?? narrower[0];
  if (!last || !before) return tailsOf(heights, heights.length / width);
  const scaleOf = ({ tails }: WidthRule) => Math.max(tails.above?.scale ?? 0, tails.below?.scale ?? 0);
  const fell = Math.log(scaleOf(before) / scaleOf(last));
  const fall = before.width < last.width ? fell / Math.log(last.width / before.width) - CAUTION : 0;
  const scale = scaleOf(last) * (last.width / width) ** Math.max(-FALL_OF_NOISE, Math.min(FALL_OF_NOISE, fall));
  const tail = { scale: Math.max(scale, MIN_OF_OWN * sizeOfNearest(heights)), freedom: freedomOf(last) };
  return { above: tail, below: tail };
}

interface Tails {
  readonly above: Tail | null;
  readonly below: Tail | null;
}

const MIN_PER_SIDE = 400;

/** Many numbers tell each side by itself. */
function tailsOf(heights: Float64Array, independent: number): Tails {
  if (independent < 2 * MIN_PER_SIDE) {
    const both = tailOf(heights.map(Math.abs), independent);
    return { above: both, below: both };
  }
  const above = heights.filter((height) => height > 0);
  const below = heights.filter((height) => height < 0).map(Math.abs);
  return { above: tailOf(above, independent / 2), below: tailOf(below, independent / 2) };
}

/** The mean of each window, and that of as many steps on each side of it. */
function meansOf(
  values: Float64Array,
  width: number,
): { readonly inside: Float64Array; readonly beside: Float64Array } {
  const count = values.length;
  const sums = new Float64Array(count + 1);
  for (let at = 0; at < count; at++) sums[at + 1] = sums[at]! + values[at]!; // at < count
  const inside = new Float64Array(count - width + 1);
  const beside = new Float64Array(inside.length);
  for (let from = 0; from < inside.length; from++) {
    const [to, first, last] = [from + width, Math.max(0, from - width), Math.min(count, from + 2 * width)];
    const own = sums[to]! - sums[from]!; // to <= count
    inside[from] = own / width;
    beside[from] = (sums[last]! - sums[first]! - own) / (last - first - width);
  }
  return { inside, beside };
}

/** How much of what lies beside a window is to be expected in it, 0 to 1, as ordinary windows say. */
function shareOf(inside: Float64Array, beside: Float64Array): number {
  const [mostBeside, mostInside] = [ORDINARY * sizeOfNearest(beside), ORDINARY * sizeOfNearest(inside)];
  let [both, square] = [0, 0];
  for (let at = 0; at < inside.length; at++) {
    const [own, flank] = [inside[at]!, beside[at]!]; // as many
    if (Math.abs(own) > mostInside || Math.abs(flank) > mostBeside) continue;
    both += flank * own;
    square += flank * flank;
  }
  return square > 0 ? Math.max(0, Math.min(1, both / square)) : 0;
}
