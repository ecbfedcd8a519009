import type { Context } from "../../core/detect/context";
import { boxScoresOf } from "../../core/series/noise/box-scores";
import { tamed } from "../../core/series/noise/tamed";
import { boxRulesOf, evidenceOf, type BoxRules } from "./box-rules";
import { apartFromEachOther, type Stray } from "./stray";
import { trimmedTo, widestOf } from "./trim";

const PASSES = 5;
const MAX_STRAYS = 200;
/** Stretches so long that the noise seems to remember them are taken away before it is asked what it remembers. */
const MAX_LONG = 4;
const ROUNDS = MAX_LONG + PASSES;

/**
 * Stretches whose level stands out of noise that remembers. What is found is taken away and the rest looked at again, so
 * that nothing hides behind something larger, nor widens what it is measured by. About n for each width.
 * @param widths of the boxes, ascending
 */
export async function scan(values: Float64Array, widths: readonly number[], context: Context): Promise<Stray[]> {
  const left = values.slice();
  const found: Stray[] = [];
  const own = tamed(values);
  let seen: BoxRules | null = null;
  for (let round = 0; round < MAX_LONG; round++) {
    const long = widestOf(tamed(left), widths);
    if (!long) break;
    const rest = left.slice();
    takeAway(rest, long);
    seen = boxRulesOf(boxScoresOf(tamed(rest)), widths);
    await context.checkpoint((round + 1) / ROUNDS);
    const measured = measuredAnew(long, own, rest, seen, widths.length);
    if (!(measured.evidence >= 0)) break;
    found.push(measured);
    left.set(rest);
  }
  for (let pass = 0; pass < PASSES; pass++) {
    const scores = boxScoresOf(tamed(left));
    if (!(scores.norm(1).unit > 0)) return [];
    seen = boxRulesOf(scores, widths);
    await context.checkpoint((MAX_LONG + pass + 1) / ROUNDS);
    const sure = seen.candidates.filter(({ evidence }) => evidence >= 0);
    // What is nearly sure may widen what it is measured by: the first of all is taken away on trial, and measured anew.
    const isTrial = pass === 0 && sure.length === 0;
    const chosen = apartFromEachOther(isTrial ? seen.candidates : sure, isTrial ? 1 : MAX_STRAYS);
    if (chosen.length === 0 || found.length + chosen.length > MAX_STRAYS) break;
    for (const one of chosen) {
      const trimmed = trimmedTo(one, scores);
      takeAway(left, trimmed);
      // What is left over of a stretch that is no box is a part of it.
      if (!found.some(({ from, to }) => from <= trimmed.from && trimmed.to <= to)) found.push(trimmed);
    }
  }
  if (!seen) return [];
  const rules = seen;
  const rest = tamed(left);
  return found.map((one) => measuredAnew(one, own, rest, rules, widths.length)).filter(({ evidence }) => evidence >= 0);
}

function takeAway(values: Float64Array, { from, to, height }: Stray): void {
  for (let at = from; at < to; at++) values[at]! -= height; // steps of the lane
}

/** By what is ordinary once what was found is taken away. */
function measuredAnew(one: Stray, values: Float64Array, rest: Float64Array, rules: BoxRules, widths: number): Stray {
  const height = rules.scores.heightIn(values, rest, one.from, one.to);
  const measured = { ...one, height };
  return { ...measured, evidence: evidenceOf(rules, measured, widths) };
}
