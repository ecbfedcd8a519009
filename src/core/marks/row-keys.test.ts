import { expect, it } from "vitest";
import { RecordHash } from "./record-hash";
import { RowKeys } from "./row-keys";

function keysOf(records: readonly (readonly string[])[]): RowKeys {
  const high = new Uint32Array(records.length);
  const low = new Uint32Array(records.length);
  const hash = new RecordHash();
  records.forEach((cells, row) => {
    hash.begin();
    for (const cell of cells) hash.add(cell);
    hash.finish();
    high[row] = hash.high;
    low[row] = hash.low;
  });
  return new RowKeys(high, low);
}

const all = (keys: RowKeys, rows: number) => Array.from({ length: rows }, (_, row) => keys.keyOf(row));

it("gives every row a key of its own and finds it again, equal rows by which of them it is", () => {
  const keys = keysOf([["a", "1"], ["b", "2"], ["a", "1"], ["a", "1"], ["c"]]);
  const found = all(keys, 5);
  expect(new Set(found).size).toBe(5);
  expect(found.map((key) => keys.rowOf(key))).toEqual([0, 1, 2, 3, 4]);
  expect(found[2]).toBe(found[0]?.replace(/0$/, "1"));
});

it("gives a row the same key whatever delimiter its record is cut by", () => {
  const cut = keysOf([["Müller, Anna", "1.50", "x y"]]);
  const uncut = keysOf([['"Müller, Anna";1.50;x y']]);
  expect(uncut.keyOf(0)).toBe(cut.keyOf(0));
});

it("finds rows where others were inserted and doubled, and says of a row that is gone that it is", () => {
  const before = Array.from({ length: 500 }, (_, row) => [`row ${row}`, String((row * 37) % 11)]);
  const marked = all(keysOf(before), 500);
  const inserted = Array.from({ length: 100 }, (_, at) => [`new ${at}`, "0"]);
  const after = before.flatMap((record, row) => [
    ...(row % 5 === 0 ? [inserted[row / 5]!] : []),
    record,
    ...(row % 25 === 0 ? [record] : []),
  ]);
  const keys = keysOf(after);
  expect(marked.every((key, row) => after[keys.rowOf(key)] === before[row])).toBe(true);
  const without = keysOf(after.filter((record) => record !== before[7]));
  expect(without.rowOf(marked[7]!)).toBe(-1);
  expect(without.rowOf("no key at all")).toBe(-1);
});

it("tells many records apart", () => {
  const rows = 100_000;
  const high = new Uint32Array(rows);
  const low = new Uint32Array(rows);
  const hash = new RecordHash();
  for (let row = 0; row < rows; row++) {
    hash.begin();
    hash.add(String(row));
    hash.finish();
    high[row] = hash.high;
    low[row] = hash.low;
  }
  const keys = new RowKeys(high, low);
  let doubled = 0;
  for (let row = 0; row < rows; row++) if (!keys.keyOf(row).endsWith(".0")) doubled += 1;
  expect(doubled).toBe(0);
});
