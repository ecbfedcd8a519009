import { studentReader } from "../../core/math/student-reader";
import { studentEvidence } from "../../core/math/student-tail";
import { sizeOf, medianOf } from "../../core/series/course/robust";
import type { Boxes, BoxNorm } from "../../core/series/noise/box-scores";
import { blockGuard, type BlockGuard } from "../../core/series/noise/by-blocks";
import type { Stray } from "./stray";

/** A stretch that is more than such a part of the series is no stretch of it. */
const WIDTHS_WITHIN = 8;
/** Below this a box is of no use to anybody, not even on trial. */
const MIN_EVIDENCE_ON_TRIAL = -3;
/** Wide boxes are looked at so many times on their way by one width: what is found is trimmed step by step. */
const PLACES_PER_WIDTH = 16;
/** What is nearer to 0 is not read: it is ordinary. */
const READ_FROM = 1;
/** Blocks whose largest are compared are so many boxes long, and so many steps at least. */
const BOXES_PER_BLOCK = 4;
const MIN_BLOCK = 32;
/** What blocks say of a width is read off those up to so many times as wide or narrow. */
const MAX_WIDTH_RATIO = 4;
/** The size of what is new is told by each step, less well where their weights are told by the same. */
const STEPS_AS_FREEDOM = 2;
/** What is less skew is straight. */
const MIN_SKEW = 0.01;
/** So many widths beside each other are asked where too few blocks are as long. */
const WIDEST_ASKED = 3;

/** What is ordinary for boxes of a width. */
interface WidthRule {
  readonly width: number;
  readonly norm: BoxNorm;
  /** How many times as much as chance makes it boxes usually add up to, at least 1. */
  readonly wide: number;
  readonly guard: BlockGuard | null;
}

/** What is ordinary for boxes of all widths of one lane, and which boxes are not. */
export interface BoxRules {
  readonly scores: Boxes;
  readonly rules: readonly WidthRule[];
  readonly candidates: Stray[];
}

/**
 * Boxes of each width held against what chance makes of noise that remembers as this does, and against what the blocks of
 * the series say: where each of them has boxes that chance would not make, the series is like that.
 */
export function boxRulesOf(scores: Boxes, widths: readonly number[]): BoxRules {
  const count = scores.sums.length - 1;
  const rules: WidthRule[] = [];
  const seen: { readonly own: Float64Array; readonly rule: WidthRule; readonly stride: number }[] = [];
  for (const width of widths) {
    if (count < WIDTHS_WITHIN * width) break;
    const norm = scores.norm(width);
    if (!(norm.unit > 0)) continue;
    const { unit } = norm;
    const stride = Math.max(1, Math.floor(width / PLACES_PER_WIDTH));
    const sizes = new Float64Array(Math.floor((count - width) / stride) + 1);
    for (let place = 0, from = 0; place < sizes.length; place++, from += stride)
      sizes[place] = (scores.sums[from + width]! - scores.sums[from]!) / unit / scores.louder(from, from + width); // within the sums
    // A series that is less like its model the wider one looks is so for wider boxes yet.
    const wide = Math.max(1, rules.at(-1)?.wide ?? 1, sizeOf(sizes));
    const freedom = freedomOf(scores, norm);
    const read = studentReader(freedom);
    const own = sizes.map((one) => (Math.abs(one) < READ_FROM * wide ? 0 : read(Math.abs(one) / wide)));
    const rule = { width, norm, wide, guard: guardOf(own, width, stride, norm) };
    rules.push(rule);
    seen.push({ own, rule, stride });
  }
  const candidates: Stray[] = [];
  const least = rareFrom(count, widths.length);
  for (const { own, rule, stride } of seen)
    for (let place = 0; place < own.length; place++) {
      if (own[place]! < least) continue; // place < length
      const from = place * stride;
      const total = scores.sums[from + rule.width]! - scores.sums[from]!;
      const stray = { from, to: from + rule.width, height: total / rule.norm.square };
      const evidence = evidenceOf({ scores, rules }, stray, widths.length);
      if (evidence >= MIN_EVIDENCE_ON_TRIAL) candidates.push({ ...stray, evidence });
    }
  return { scores, rules, candidates };
}

/** What is less rare than this is of no use, however few independent boxes there are. */
function rareFrom(count: number, widths: number): number {
  return Math.max(1, Math.log10(Math.max(1, (count * widths) / 100)) + MIN_EVIDENCE_ON_TRIAL);
}

function guardOf(own: Float64Array, width: number, stride: number, { apart }: BoxNorm): BlockGuard | null {
  const length = Math.max(MIN_BLOCK, BOXES_PER_BLOCK * width);
  const alone = length * apart;
  // The largest of so many independent numbers is usually about so large, and is met so often.
  const usual = 2 * Math.log(Math.max(2, 4 * alone));
  return blockGuard(own, Math.round(length / stride), Math.min(length / stride, alone * usual));
}

/** -log10 of how many boxes like this one are expected by chance, where so many widths are tried. */
export function evidenceOf(
  { scores, rules }: Omit<BoxRules, "candidates">,
  { from, to, height }: Omit<Stray, "evidence">,
  widths: number,
): number {
  const width = to - from;
  const rule = rules.findLast((one) => one.width <= width) ?? rules[0];
  if (!rule) return -Infinity;
  const norm = scores.norm(width);
  const plain = (Math.abs(height) * norm.square) / norm.unit / rule.wide / scores.louder(from, to);
  const size = straightened(plain, Math.sign(height) * scores.skew * Math.sqrt(norm.few));
  // Boxes that share most of their steps are one trial, the more so the nearer to 0 (Pickands 1969; Siegmund 1985).
  const apart = Math.min(1, norm.apart * size * size);
  const places = scores.sums.length * apart;
  const trials = Math.log10(Math.max(1, places * Math.max(1, (apart * width) / 3) * widths));
  const { above, wider } = guardFor(rules, width);
  return (studentEvidence(size, freedomOf(scores, norm)) - above) / wider - trials;
}

/** A sum has lighter tails the more numbers it adds up; the size of few steps is known less well. */
function freedomOf({ kurtosis, sums }: Boxes, { few }: BoxNorm): number {
  const ofSum = 4 + 6 / Math.max(1e-9, kurtosis * few);
  return 1 / (1 / ofSum + STEPS_AS_FREEDOM / sums.length);
}

/** A size on the longer side of numbers that are skew, as it would be were they not (Wilson & Hilferty 1931). */
function straightened(size: number, skew: number): number {
  if (!(skew > MIN_SKEW)) return size;
  return Math.max(0, (6 / skew) * (Math.cbrt((skew * size) / 2 + 1) - 1) + skew / 6);
}

function guardFor(rules: readonly WidthRule[], width: number): BlockGuard {
  const told = rules.filter(({ guard }) => guard !== null);
  const near = told.filter((one) => one.width * MAX_WIDTH_RATIO >= width && one.width <= MAX_WIDTH_RATIO * width);
  const asked = near.length > 0 ? near : told.slice(-WIDEST_ASKED);
  const middle = (of: (guard: BlockGuard) => number) => medianOf(asked.map(({ guard }) => of(guard!))); // told
  if (asked.length === 0) return { above: 0, wider: 1 };
  return {
    above: middle(({ above }) => above),
    wider: Math.max(
      1,
      middle(({ wider }) => wider),
    ),
  };
}
