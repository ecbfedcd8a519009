import { expect, it } from "vitest";
import { quiet } from "../../testing/read-text";
import { delimitedReader } from "./delimited-reader";
import { namesCutOtherwise } from "./names-cut";

it.each([
  [["time temp humidity"], ["time", "temp", "humidity"]],
  [
    ["time;temp;humidity", "", ""],
    ["time", "temp", "humidity"],
  ],
  [['"my time"\ttemp\thumidity'], ["my time", "temp", "humidity"]],
  [
    ["time", '"temp"humidity'],
    ["time", "temp", "humidity"],
  ],
  [
    ["time", 'temp"humidity'],
    ["time", "temp", "humidity"],
  ],
])("finds the names of %j", (line, names) => {
  expect(namesCutOtherwise(line, 3)?.names).toEqual(names);
});

it.each([
  ["a title with another number of words", ["Sales of the year"]],
  ["words that come twice", ["time time humidity"]],
  ["numbers", ["1 2 3"]],
  ["names that lack one, without a quote", ["time", "temperature"]],
  ["two names with quotes", ['a "b"', 'c "d" e']],
  ["a quote at the edge", ["time", '"temp']],
])("leaves alone %s", (_, line) => {
  expect(namesCutOtherwise(line, 3)).toBeNull();
});

const rows = Array.from({ length: 12 }, (_, i) => `2024-01-${String(i + 1).padStart(2, "0")},${i}.5,${i * 3}`).join(
  "\n",
);

it("reads a header that is written with another separator than its rows", async () => {
  const { names, rowCount, notes } = await read(`day temp humidity\n${rows}\n`);
  expect(names).toEqual(["day", "temp", "humidity"]);
  expect(rowCount).toBe(12);
  expect(notes).toContainEqual({ code: "read.header-other-separator", values: { line: 1, names: 3 } });
});

it("takes a title above a table without names for a title", async () => {
  const { names, rowCount } = await read(`Readings of our garden\n${rows}\n`);
  expect(names).toEqual(["column 1", "column 2", "column 3"]);
  expect(rowCount).toBe(12);
});

it("finds where a header lacks a separator", async () => {
  const { names, notes } = await read(`day,"temp"humidity\n${rows}\n`);
  expect(names).toEqual(["day", "temp", "humidity"]);
  expect(notes).toContainEqual({ code: "read.header-lost-separator", values: { line: 1, names: 3 } });
});

/** Reads a text as it is guessed to be written. */
async function read(text: string) {
  const source = { name: "a.csv", files: [{ path: "a.csv", blob: new Blob([text]) }] };
  const { plan } = await delimitedReader.inspect(source, {});
  const { dataset, report } = await delimitedReader.read(source, plan, quiet);
  return { names: dataset.columns.map(({ name }) => name), rowCount: dataset.rowCount, notes: report.notes };
}
