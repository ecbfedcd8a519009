import { expect, it } from "vitest";
import { inspectTable } from "./inspect-table";
import { readTable } from "./read-table";
import { cellsOf } from "../../testing/read-text";

const watch = { onProgress: () => undefined, checkpoint: () => Promise.resolve() };

async function opened(text: string) {
  const source = { name: "spool.lst", blob: new Blob([text]) };
  const { plan } = await inspectTable(source);
  return { plan, table: await readTable(source, plan, watch) };
}

const RULE = "----------- -------------------- ------";
const names = (i: number) => ["Ada King", "Bob Lee Ray", "Cy"][i % 3] ?? "";
const rows = Array.from({ length: 12 }, (_, i) => `${String(7300 + i).padStart(11)} ${names(i).padEnd(20)} ${i / 4}`);
const heading = `EMPLOYEE_ID NAME                 SALARY`;

it("cuts where a line of dashes below the names draws columns, so that words keep their blanks", async () => {
  const { plan, table } = await opened(`\n${heading}\n${RULE}\n${rows.join("\n")}\n\n12 rows selected.\n`);
  expect(plan.settings.delimiter).toBe(RULE);
  expect(table.dataset.columns.map(({ name, kind }) => [name, kind])).toEqual([
    ["EMPLOYEE_ID", "number"],
    ["NAME", "category"],
    ["SALARY", "number"],
  ]);
  expect(cellsOf(table, 1).slice(0, 3)).toEqual(["Ada King", "Bob Lee Ray", "Cy"]);
  expect(cellsOf(table, 2)).toEqual(rows.map((_, i) => i / 4));
  expect(table.report.notes).toMatchObject([{ code: "read.aside-foot", values: { count: 1, line: 17 } }]);
});

it("leaves out the names and the line of a further page", async () => {
  const page = `${heading}\r\n${RULE}\r\n`;
  const { table } = await opened(
    `${page}${rows.slice(0, 7).join("\r\n")}\r\n\r\n${page}${rows.slice(7).join("\r\n")}\r\n`,
  );
  expect(table.dataset.rowCount).toBe(12);
  expect(table.report.notes.map(({ code }) => code)).toEqual(["read.aside-repeated-header", "read.aside-rule"]);
});

it("takes no such line for one that the lines below do not keep to", async () => {
  const { plan } = await opened(`a,b\n--- ---\n${rows.map((_, i) => `some words ${i},${i / 4}`).join("\n")}\n`);
  expect(plan.settings.delimiter).toBe(",");
});
