import { expect, it } from "vitest";
import { drawFrom } from "../../testing/made-up-findings/draw";
import { burstsIn } from "./bursts";

const stream = (seed: number, count = 400) => {
  const draw = drawFrom(seed);
  let now = 1e12;
  return Float64Array.from({ length: count }, () => (now += draw.exponential(60_000)));
};

it("finds the span in which far more happens", () => {
  const times = stream(1);
  const begin = times[250]!;
  const { bursts, spans } = burstsIn(
    Float64Array.from([...times, ...Array.from({ length: 40 }, (_, at) => begin + at)]),
  );
  const [surest] = [...bursts].sort((a, b) => b.evidence - a.evidence);
  expect(surest!.from <= begin && begin + 40 < surest!.to).toBe(true);
  expect(surest!.count).toBeGreaterThanOrEqual(40);
  expect(surest!.evidence).toBeGreaterThan(Math.log10(spans / 0.2));
});

it("is sure of none where events come as they may", () => {
  let sure = 0;
  for (let seed = 2; seed < 22; seed++) {
    const { bursts, spans } = burstsIn(stream(seed));
    sure += bursts.filter(({ evidence }) => evidence >= Math.log10(spans / 0.2)).length;
  }
  // 4 are due in twenty.
  expect(sure).toBeLessThanOrEqual(6);
  expect(burstsIn(stream(30, 10)).spans).toBe(0);
});
