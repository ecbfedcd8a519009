import { expect, it } from "vitest";
import { openTable } from "../../testing/open-table";
import { createInlineEngine } from "../inline";

const LINES = Array.from(
  { length: 120 },
  (_, row) => `shop ${row % 40},${(row * 1.5).toFixed(2)},2025-01-${10 + (row % 20)}`,
);
const all = Uint32Array.from({ length: 120 }, (_, row) => row);

async function keysIn(text: string) {
  const engine = createInlineEngine();
  const { id, rowCount } = await openTable(engine, text);
  const rows = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const keys = await engine.ask("rowKeys", { dataset: id, rows });
  return { keys, find: (some: readonly string[]) => engine.ask("rowsOfKeys", { dataset: id, keys: some }) };
}

it("finds rows again in a newer version of the file, and says which are gone", async () => {
  const { keys } = await keysIn(["shop,amount,day", ...LINES].join("\n"));
  expect(keys).toHaveLength(120);
  const newer = [...LINES.slice(0, 50), "new,1.00,2025-02-01", ...LINES.slice(50, 119)];
  const { find } = await keysIn(["shop,amount,day", ...newer].join("\n"));
  expect([...(await find(keys))]).toEqual([...all].map((row) => (row < 50 ? row : row < 119 ? row + 1 : -1)));
});

it("finds rows again where the file is read by another delimiter, or written with one", async () => {
  const { keys } = await keysIn(["shop,amount,day", ...LINES].join("\n"));
  const others = ["shop;amount;day", ...LINES].map((line) => line.replaceAll(",", ";")).join("\n");
  const { find } = await keysIn(others);
  expect([...(await find(keys))]).toEqual([...all]);
});

it("finds rows by a column that another file has, too, as written or by what it says", async () => {
  const engine = createInlineEngine();
  const text = ["id,shop,amount", "007,a,1.50", "008,a,2", "9,b,3", "9,c,4"].join("\n");
  const { id } = await openTable(engine, text);
  const find = (...keys: { name: string; values: string[] }[]) => engine.ask("rowsByKey", { dataset: id, keys });
  const [best, ...others] = await find(
    { name: "shop", values: ["a", "b"] },
    { name: " ID", values: ["007", "8", "9", "77", ""] },
    { name: "elsewhere", values: ["007"] },
  );
  expect({ name: best?.name, rows: [...(best?.rows ?? [])] }).toEqual({ name: " ID", rows: [0, 1, -2, -1, -1] });
  expect(others).toMatchObject([{ name: "shop", found: 1 }]);
  expect(await find({ name: "row", values: ["2", "5"] })).toMatchObject([{ name: "row", found: 1 }]);
});
