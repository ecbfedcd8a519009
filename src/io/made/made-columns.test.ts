import { expect, it } from "vitest";
import { cellOf } from "../../core/data/column";
import type { MadeColumn } from "../../core/data/read-plan";
import { sourceOf } from "../../testing/open-table";
import { rawWorkbook, sheetData } from "../../testing/raw-workbook";
import { quiet } from "../../testing/read-text";
import { lookAt } from "../read/look-at";
import { readSource } from "../read/read-source";

async function opened(content: string | Uint8Array<ArrayBuffer>, made: readonly MadeColumn[]) {
  const source = sourceOf(content);
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error("no table");
  const { dataset, kindWhy, hints } = await readSource(source, { ...look.inspection.plan, made }, quiet);
  const cells = (at: number) =>
    Array.from({ length: dataset.rowCount }, (_, row) => {
      const column = dataset.columns[at];
      return column ? cellOf(column, row) : undefined;
    });
  return { names: dataset.columns.map(({ name }) => name), cells, kindWhy, hints };
}

const values = ["0.31", "<0.05", "0.07", "", "> 8", "0.4", "n/a", "0.11", "0.25", "0.19", "0.5", "< 0.05"];
const limits = ["=", "<", "=", null, ">", "=", null, "=", "=", "=", "=", "<"];

it("makes a column that says which numbers are limits, and leaves the numbers as they are", async () => {
  const text = `id,nitrate\n${values.map((value, at) => `p${at},${value}`).join("\n")}\n`;
  const { names, cells, kindWhy } = await opened(text, [{ of: 1, what: "limits" }]);
  expect(names).toEqual(["id", "nitrate", "nitrate limit"]);
  expect(cells(2)).toEqual(limits);
  expect(cells(1).slice(0, 3)).toEqual([0.31, 0.05, 0.07]);
  expect(kindWhy[2]).toEqual({ code: "made.limits", values: { column: "nitrate" } });
});

it("does the same of a workbook, whatever the columns are called", async () => {
  const rows = values.map((value, at) => [
    at * 3 + 0.5,
    /^\d/.test(value) ? Number(value) : value.replace("<", "&lt;"),
  ]);
  const book = await rawWorkbook({ parts: [sheetData([["no limit", "no"], ...rows])] });
  const { names, cells } = await opened(new Uint8Array(await book.arrayBuffer()), [{ of: 1, what: "limits" }]);
  expect(names).toEqual(["no limit", "no", "no limit 2"]);
  expect(cells(2)).toEqual(limits);
});

it("makes templates of sentences, with what each says besides, and leaves the text out", async () => {
  const says = (at: number) =>
    at % 3 === 0 ? `Pump ${at} stopped after ${at * 7} s` : `Door of room ${at} was opened`;
  const text = `n,remark\n${Array.from({ length: 30 }, (_, at) => `${at * 3},${says(at)}`).join("\n")}\n`;
  const { names, cells, kindWhy, hints } = await opened(text, [{ of: 1, what: "templates" }]);
  expect(names).toEqual(["n", "remark", "remark template", "remark variables"]);
  expect(new Set(cells(2))).toEqual(new Set(["Pump <num> stopped after <num> s", "Door of room <num> was opened"]));
  expect(cells(3).slice(0, 4)).toEqual(["0 | 0", "1", "2", "3 | 21"]);
  expect(kindWhy[2]).toEqual({ code: "made.templates", values: { column: "remark", templates: 2, without: 0 } });
  expect(hints?.roles.get(1)?.role).toBe("ignore");
  expect(hints?.roles.get(2)?.role).toBe("feature");
});

it("leaves out what cannot be made of a column", async () => {
  const made: readonly MadeColumn[] = [
    { of: 0, what: "limits" },
    { of: 1, what: "templates" },
    { of: 9, what: "templates" },
  ];
  expect((await opened("word,x\na,1\nb,2.5\nc,3\n", made)).names).toEqual(["word", "x"]);
});
