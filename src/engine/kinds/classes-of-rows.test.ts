import { expect, it } from "vitest";
import type { Recipe, Role } from "../../core/prepare/recipe";
import { confusionOf } from "../../core/score/confusion";
import { openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

const withRole = (recipe: Recipe, at: number, role: Role): Recipe => ({
  ...recipe,
  columns: recipe.columns.map((column, i) => (i === at ? { ...column, role } : column)),
});

/** Jobs of four events; each ends as its class says, but one is called otherwise. */
const lines = Array.from({ length: 60 }, (_, job) =>
  ["open", "read", "check", job % 2 ? "fail" : "close"].map(
    (event, at) => `j${job},${at},${event},${(job % 2 === 1) !== (job === 8) ? "broken" : "done"}`,
  ),
).flat();

it("tells which class sequences of events are taken for, and counts each sequence once", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, `job,place,event,outcome\n${lines.join("\n")}`);
  const rowKind = { kind: "events", symbol: 2, sequence: 0, time: 1, level: "sequence" } as const;
  const recipe = withRole({ ...card.recipe, rowKind }, 3, "class");
  const params = { embedding: 4, first: 8, second: 4, passes: 30, learningRate: 0.02, batch: 8 };
  const request = { ...requestFor(card, "sequence-classifier", params), recipe };
  const { classes, order, scores } = await engine.start("run", request, () => undefined).result;
  expect(classes?.names).toEqual(["broken", "done"]);
  const row = (job: number) => 4 * job;
  expect([0, 1, 8].map((job) => classes?.names[classes.likeliest[row(job)]!])).toEqual(["done", "broken", "done"]);
  expect(Math.floor(order[0]! / 4)).toBe(8);
  expect(scores[row(8)]).toBe(scores[row(8) + 3]);
  expect(confusionOf(classes!)).toMatchObject({ rows: 12, unseen: true });
});

it("tells no classes where the detector was taught none", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, `job,place,event,outcome\n${lines.slice(0, 40).join("\n")}`);
  const rowKind = { kind: "events", symbol: 2, sequence: 0, time: 1, level: "sequence" } as const;
  const request = { ...requestFor(card, "sequence-classifier", { passes: 1 }), recipe: { ...card.recipe, rowKind } };
  const { classes, notes } = await engine.start("run", request, () => undefined).result;
  expect(classes).toBeUndefined();
  expect(notes.map(({ code }) => code)).toContain("sequence.no-classes");
});
