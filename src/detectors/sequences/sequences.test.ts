import { describe, expect, it } from "vitest";
import { defaultsOf } from "../../core/detect/param-schema";
import { drawFrom } from "../../testing/made-up-findings/draw";
import { CLAIMS, ORDERS, usualCase } from "../../testing/made-up-findings/logs/process";
import { eventsFrom } from "../../testing/planted-events";
import { testContext } from "../../testing/test-context";
import { eventFindings } from "../findings/findings";
import type { Member } from "../findings/findings-of";
import type { EventSamples } from "../../core/series/series-samples";
import { brokenRules } from "./broken-rules";
import { oddCounts } from "./odd-counts";
import { rareEvents } from "./rare-events";
import { rareOrders } from "./rare-orders";
import { swappedOrders } from "./swapped-orders";

const usual = (seed: number, count = 200, process = ORDERS) => {
  const draw = drawFrom(seed);
  return Array.from({ length: count }, () => usualCase(draw, process).map(({ symbol }) => symbol));
};

/** The cases that stand out for sure, each with the sentence. */
async function foundBy(detector: Member<EventSamples>, cases: readonly (readonly string[])[]) {
  const samples = eventsFrom(cases);
  const model = await detector.fit(samples, defaultsOf(detector.params), testContext());
  const outcome = await detector.test(model, samples, testContext());
  if (outcome.kind === "silent") return [];
  const { evidence, things = samples.count } = outcome;
  const standing = cases.flatMap((_, one) => {
    const event = samples.starts[one]!; // a case
    return evidence[event]! >= Math.log10(things / 0.2) ? [{ one, event }] : [];
  });
  const reasons = await detector.reasons!(
    model,
    samples,
    standing.map(({ event }) => event),
    testContext(),
  ); // each says why
  return standing.map(({ one }, at) => ({ one, note: reasons[at]!.note })); // one for each
}

describe("what stands out among sequences", () => {
  it("finds an order that the process does not allow, and says which", async () => {
    const cases = usual(1);
    cases[17] = ["order received", "payment received", "order confirmed", "goods picked", "goods shipped", "invoice sent", "order closed"]; // prettier-ignore
    const found = await foundBy(rareOrders, cases);
    expect(found.map(({ one }) => one)).toEqual([17]);
    expect(found[0]!.note.code).toMatch(/^event-finding\.order$/);
    expect(found[0]!.note.values).toMatchObject({ count: 1, sequences: 200 });
  });

  it("finds a sequence that begins or ends where others do not", async () => {
    const cases = usual(2);
    cases[5] = cases[5]!.slice(0, 3);
    expect(await foundBy(rareOrders, cases)).toEqual([
      { one: 5, note: { code: "event-finding.ends", values: { count: 1, sequences: 200, event: cases[5].at(-1) } } },
    ]);
  });

  it("finds a step that is left out, and one that is done twice", async () => {
    const cases = usual(3);
    cases[40] = cases[40]!.filter((event) => event !== "goods shipped");
    cases[90] = cases[90]!.flatMap((event) => (event === "invoice sent" ? [event, event] : [event]));
    const about = (event: string) => ({ event, count: 1, sequences: 200 });
    expect(await foundBy(brokenRules, cases)).toEqual([
      { one: 40, note: { code: "event-finding.left-out", values: about("goods shipped") } },
      { one: 90, note: { code: "event-finding.done-twice", values: about("invoice sent") } },
    ]);
  });

  it("finds what happens far too often, in two of 43 sequences", async () => {
    const draw = drawFrom(4);
    const cases = Array.from({ length: 43 }, (_, at) => [
      "login",
      ...Array.from({ length: 2 + draw.poisson(5) }, () => draw.oneOf(["view", "view", "search"])),
      ...Array<string>(at === 7 || at === 30 ? 14 : Number(draw.chance(0.3))).fill("export"),
      "logout",
    ]);
    const found = await foundBy(oddCounts, cases);
    expect(found.map(({ one }) => one)).toEqual([7, 30]);
    expect(found[0]!.note).toMatchObject({ code: "event-finding.often", values: { times: 14, event: "export" } });
  });

  it("finds what happens before all that it comes after elsewhere, however far apart", async () => {
    const cases = usual(6, 70);
    for (const at of [8, 33, 51]) {
      const moved = cases[at]!.filter((event) => event !== "payment received");
      cases[at] = [moved[0]!, "payment received", ...moved.slice(1)];
    }
    const found = await foundBy(swappedOrders, cases);
    expect(found.map(({ one }) => one)).toEqual([8, 33, 51]);
    expect(found[0]!.note).toMatchObject({ code: "event-finding.swapped", values: { before: "payment received" } });
  });

  it("finds an event that no other sequence has, where all others are frequent", async () => {
    const cases = usual(5);
    cases[12] = [...cases[12]!.slice(0, 4), "override", ...cases[12]!.slice(4)];
    const samples = eventsFrom(cases);
    const model = await rareEvents.fit(samples, {}, testContext());
    const outcome = await rareEvents.test(model, samples, testContext());
    if (outcome.kind === "silent") throw new Error("silent");
    const standing = [...outcome.evidence.keys()].filter((event) => outcome.evidence[event]! > 2);
    expect(standing).toEqual([samples.starts[12]! + 4]);
    const [reason] = await rareEvents.reasons!(model, samples, standing, testContext());
    expect(reason!.note.values).toEqual({ event: "override", count: 1, sequences: 200 });
  });

  it("takes no sequence for strange where all of them are as usual, whoever looks", async () => {
    let found = 0;
    const all = { ...eventFindings, test: eventFindings.test! }; // it tests
    for (let seed = 10; seed < 20; seed++)
      found += (await foundBy(all, usual(seed, 150, seed % 2 ? ORDERS : CLAIMS))).length;
    expect(found).toBeLessThanOrEqual(2);
  });
});
