import { expect, it } from "vitest";
import { eventsKind } from "../../testing/made-up-series";
import { openTable } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

const csv = `block,event\n${["a,read", "b,write", "a,read", "b,", "a,close", "b,read"].join("\n")}\n`;

it("gives events as sequences, the rows and symbols of each in order", async () => {
  const engine = createInlineEngine();
  const { id, recipe } = await openTable(engine, csv);
  const rowKind = eventsKind({ symbol: 1, sequence: 0 });
  const events = await engine.ask("eventSequences", { dataset: id, recipe: { ...recipe, rowKind } });
  expect(recipe.rowKind).toEqual({ kind: "rows" });
  expect(events.names).toEqual(["a", "b"]);
  expect([...events.starts]).toEqual([0, 3, 6]);
  expect([...events.rows]).toEqual([0, 2, 4, 1, 3, 5]);
  const told = Array.from(events.symbols, (symbol) => events.vocabulary[symbol]);
  expect(told).toEqual(["read", "read", "close", "write", "", "read"]);
  expect([...events.counts]).toEqual([3, 1, 1, 1]);
  expect(events.notes.map(({ code }) => code)).toEqual(["events.no-symbol"]);
  // Asked again they are all there: what was sent away was a copy.
  expect((await engine.ask("eventSequences", { dataset: id, recipe: { ...recipe, rowKind } })).rows).toHaveLength(6);
  await expect(engine.ask("eventSequences", { dataset: id, recipe })).rejects.toMatchObject({
    info: { code: "illegal-parameter" },
  });
});
