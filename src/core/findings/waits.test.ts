import { expect, it } from "vitest";
import { drawFrom } from "../../testing/made-up-findings/draw";
import { eventsFrom } from "../../testing/planted-events";
import { usualWaitsOf, waitEvidence, waitKey, waitsOf } from "./waits";

/** Cases of three events; the second comes after some hours, the third after some minutes. */
function timed(seed: number, longest = 0) {
  const draw = drawFrom(seed);
  const samples = eventsFrom(Array.from({ length: 120 }, () => ["ask", "answer", "thank"]));
  const times = new Float64Array(samples.count);
  for (let event = 0; event < times.length; event += 3) {
    times[event] = 1000 * event;
    times[event + 1] = times[event]! + draw.logNormal(10_000, 0.4);
    times[event + 2] = times[event + 1]! + draw.logNormal(100, 0.4);
  }
  if (longest > 0) times[62] = times[61]! + longest;
  return { samples, waits: waitsOf(samples, times) };
}

it("compares a wait with others between the same two events", () => {
  // As long as the first wait usually is, in place of the second.
  const { samples, waits } = timed(1, 10_000);
  const usual = usualWaitsOf(samples, waits)!;
  const evidence = [...waits.keys()].map((event) =>
    event % 3 ? waitEvidence(usual, waitKey(samples, event), waits[event]!) : 0,
  );
  expect(evidence.indexOf(Math.max(...evidence))).toBe(62);
  expect(evidence[62]).toBeGreaterThan(Math.log10(240 / 0.2));
  expect(evidence.filter((one) => one > 2).length).toBeLessThanOrEqual(6);
});

it("says nothing where the clock does not tell events apart", () => {
  const { samples } = timed(2);
  expect(usualWaitsOf(samples, waitsOf(samples, new Float64Array(samples.count)))).toBeNull();
});
