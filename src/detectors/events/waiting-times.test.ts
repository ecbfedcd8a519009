import { expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { normalDeviates, seededRandom } from "../../core/math/random";
import type { EventSamples } from "../../core/series/series-samples";
import { eventsFrom } from "../../testing/planted-events";
import { testContext } from "../../testing/test-context";
import { waitingTimes } from "./waiting-times";

const CASES = 60;
const LATE = 17;
const DAY = 86_400_000;

/** Orders that are sent after about two days and paid after about ten; one waits 200 days to be sent. */
function orders(level: "event" | "sequence"): EventSamples {
  const normal = normalDeviates(seededRandom(2));
  const events = eventsFrom(
    Array.from({ length: CASES }, () => ["ordered", "sent", "paid"]),
    { level },
  );
  const times = Float64Array.from({ length: CASES }, (_, order) => order * DAY).reduce<number[]>(
    (all, start, order) => {
      const sent = start + (order === LATE ? 200 : 2 * Math.exp(0.3 * normal())) * DAY;
      return [...all, start, sent, sent + 10 * Math.exp(0.3 * normal()) * DAY];
    },
    [],
  );
  return { ...events, times: { values: Float64Array.from(times), isClock: true } };
}

const scored = async (events: EventSamples) => {
  const model = await waitingTimes.fit(events, defaultsOf(waitingTimes.params), testContext());
  return { model, scores: await waitingTimes.score(model, events, testContext()) };
};

it("sees a wait of 200 days among waits of two, though ten are usual elsewhere", async () => {
  const { scores, model } = await scored(orders("event"));
  expect(scores.indexOf(Math.max(...scores))).toBe(3 * LATE + 1);
  const [first, late] = (await waitingTimes.explain?.(model, orders("event"), testContext()))!.slice(3 * LATE);
  expect(first?.values[0]).toBe(0);
  expect(late?.values[0]).toBeGreaterThan(8);
});

it("gives a sequence the score of its oddest wait", async () => {
  const { scores } = await scored(orders("sequence"));
  expect(new Set(scores.slice(3 * LATE, 3 * LATE + 3)).size).toBe(1);
  expect(Math.max(...scores)).toBe(scores[3 * LATE]);
});

it("says nothing where no times are known", async () => {
  const untimed = eventsFrom([
    ["ordered", "sent"],
    ["ordered", "sent", "paid"],
  ]);
  expect(new Set((await scored(untimed)).scores)).toEqual(new Set([0]));
});
