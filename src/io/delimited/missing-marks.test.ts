import { expect, it } from "vitest";
import { cellOf } from "../../core/data/column";
import type { Dialect } from "../../core/data/dialect";
import { inspectTable } from "./inspect-table";
import { readTable } from "./read-table";

const quiet = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

async function open(text: string, fixed: Partial<Dialect> = {}) {
  const source = { name: "table.csv", blob: new Blob([text]) };
  const { plan, guesses } = await inspectTable(source, fixed);
  const { dataset } = await readTable(source, plan, quiet);
  const columns = dataset.columns.map((column) =>
    Array.from({ length: dataset.rowCount }, (_, row) => cellOf(column, row)),
  );
  return { columns, guess: guesses.find(({ field }) => field === "missingIn")! };
}

const rows = Array.from(
  { length: 30 },
  (_, i) => `${i},${i % 5 === 1 ? "--" : i / 2},${["a", "--", ".", "n/a"][i % 4]}`,
);
const table = `n,value,line\n${rows.join("\n")}\n`;

it("marks mean no value among numbers, and are words among words, which is asked", async () => {
  const { columns, guess } = await open(table);
  expect(columns[1]!.slice(0, 3)).toEqual([0, null, 1]);
  expect(columns[2]!.slice(0, 4)).toEqual(["a", "--", ".", null]);
  expect(guess).toMatchObject({ value: "values", sure: false, alternatives: ["everywhere"] });
  expect(guess.why).toEqual({ code: "dialect.missingIn.met", values: { columns: ["line"], words: "--  ." } });
});

it("marks mean no value in columns of words, too, once a person says so", async () => {
  const { columns } = await open(table, { missingIn: "everywhere" });
  expect(columns[2]!.slice(0, 4)).toEqual(["a", null, null, null]);
});

it("nothing is asked where no mark stands among words, and a column of nothing but marks is empty", async () => {
  const { columns, guess } = await open(`n,empty\n${rows.map((_, i) => `${i},-`).join("\n")}\n`);
  expect(guess.sure).toBe(true);
  expect(columns[1]!.every((cell) => cell === null)).toBe(true);
});
