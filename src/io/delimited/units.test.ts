import { expect, it } from "vitest";
import { inspectTable } from "./inspect-table";
import { readTable } from "./read-table";

const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

async function unitsOf(text: string) {
  const source = { name: "t.csv", blob: new Blob([text]) };
  const { plan } = await inspectTable(source);
  return (await readTable(source, plan, watch)).units;
}

it("keeps the units of cells, and those of a line below the names", async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `2024-01-0${i + 1},${i}.5 °C,${i / 4}`);
  expect(await unitsOf(["day,temp,flow", ...rows].join("\n"))).toEqual(["", "°C", ""]);
  const bare = rows.map((row) => row.replace(" °C", ""));
  expect(await unitsOf(["day,temp,flow", "[-],[°C],[m³/s]", ...bare].join("\n"))).toEqual(["-", "°C", "m³/s"]);
});
