import { expect, it } from "vitest";
import { eventsKind } from "../../testing/made-up-series";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

/** Forty sequences of a b c d; the seventh ends with a c b d. */
function csv(): string {
  const lines = ["trace,event"];
  for (let trace = 0; trace < 40; trace++)
    for (const event of `abcd${trace === 6 ? "acbd" : "abcd"}`) lines.push(`t${trace},${event}`);
  return lines.join("\n");
}

it("tells events apart where sequences are scored as a whole, as it does where each event is", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, csv());
  const run = async (detector: string, level: "event" | "sequence") => {
    const recipe = { ...card.recipe, rowKind: eventsKind({ symbol: 1, sequence: 0, level }) };
    return engine.start("run", { ...requestFor(card, detector), recipe }, () => undefined).result;
  };
  const whole = await run("n-gram", "sequence");
  expect(new Set(whole.scores.slice(48, 56)).size).toBe(1);
  const each = await run("n-gram", "event");
  const { scores, scale } = await engine.ask("eventScores", { run: whole.key });
  expect(scores).toEqual(each.scores);
  expect(scale).toEqual(each.scale);
  const own = [...scores.slice(48, 56)];
  expect(own.indexOf(Math.max(...own))).toBe(5);
  // What was sent away was a copy.
  expect((await engine.ask("eventScores", { run: whole.key })).scores).toHaveLength(320);

  const counts = await run("event-counts", "sequence");
  const request = { dataset: card.id, runs: [whole.key, counts.key], weights: [1, 1], rule: "mean" as const };
  const both = await engine.start("combine", request, () => undefined).result;
  const told = [...(await engine.ask("eventScores", { run: both.key })).scores.slice(48, 56)];
  expect(told.indexOf(Math.max(...told))).toBe(5);
});

it("refuses where the rows are no events", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, "a,b\n1,2\n3,4\n5,9\n7,7\n");
  const rows = await engine.start("run", requestFor(card, "robust-z"), () => undefined).result;
  await expect(engine.ask("eventScores", { run: rows.key })).rejects.toMatchObject({
    info: { code: "illegal-parameter" },
  });
});
