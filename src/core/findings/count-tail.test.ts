import { describe, expect, it } from "vitest";
import { drawFrom } from "../../testing/made-up-findings/draw";
import { countEvidence, countTailsOf } from "./count-tail";

/** How often one of `runs` samples has a count whose evidence says that none of `size` such counts should. */
function falseAlarms(draw: () => number, size: number, runs: number): number {
  let alarms = 0;
  for (let run = 0; run < runs; run++) {
    const counts = Array.from({ length: size }, draw);
    const tails = countTailsOf(counts);
    if (counts.some((count) => countEvidence(tails, count) >= Math.log10(size))) alarms++;
  }
  return alarms / runs;
}

describe("counts that spread as these do", () => {
  const draw = drawFrom(11);
  it.each([
    ["Poisson", () => draw.poisson(4)],
    ["over-dispersed", () => draw.negativeBinomial(8, 1.2)],
    ["mostly nought", () => (draw.chance(0.8) ? 0 : 1 + draw.negativeBinomial(5, 0.6))],
  ])("calls few counts strange that are %s", (_name, one) => {
    // One would be due in each sample without the bound on how wide the counts may be.
    expect(falseAlarms(one, 300, 30)).toBeLessThanOrEqual(0.5);
  });

  it("finds two large counts among 43, each of which would widen what is usual", () => {
    const counts = [...Array.from({ length: 41 }, () => Number(draw.chance(0.2))), 15, 20];
    const tails = countTailsOf(counts);
    expect(countEvidence(tails, 15)).toBeGreaterThan(3.5);
    expect(countEvidence(tails, 1)).toBeLessThan(1);
  });

  it("finds a count far too low", () => {
    const counts = [...Array.from({ length: 200 }, () => draw.poisson(60)), 4];
    expect(countEvidence(countTailsOf(counts), 4)).toBeGreaterThan(5);
  });

  it("says nothing of counts that are all alike", () => {
    for (const value of [0, 1, 7]) expect(countEvidence(countTailsOf(Array(50).fill(value)), value)).toBeLessThan(1);
  });
});
