import { expect, it } from "vitest";
import { cellOf, type Column } from "../core/data/column";
import { partInKind } from "../core/kinds/kinds";
import { asideRemarks } from "../core/remarks/aside-remarks";
import { isAsItStands } from "../core/remarks/column-remarks";
import { lookAt } from "../io/read/look-at";
import type { MadeUpColumn } from "../testing/made-up-cells";
import { madeUpExport } from "../testing/made-up-exports";
import { randomRuns } from "../testing/random-runs";
import { sourceOf } from "../testing/open-table";
import { createTables } from "./tables";

const EXPORTS = randomRuns(200).numRuns;
const tools = { progress: () => undefined, cancelled: () => false, endsEarly: () => false };

async function opened(text: string) {
  const tables = createTables();
  const source = sourceOf(text, "export.csv");
  const look = await lookAt(source);
  if (look.is !== "table") throw new Error("no table");
  const card = await tables.open(source, look.inspection.plan, tools);
  return { card, columns: tables.get(card.id).dataset.columns };
}

/** What of a column came out otherwise than it was meant. */
function wrongIn(meant: MadeUpColumn, column: Column | undefined): unknown {
  if (!column) return "not there";
  const isWords = column.kind === "category" || column.kind === "text";
  if (meant.kind === "category" ? !isWords : column.kind !== meant.kind) return `is ${column.kind}: ${meant.cells[1]}`;
  const row = meant.values.findIndex((value, at) => {
    const found = cellOf(column, at);
    return typeof value === "number" && typeof found === "number"
      ? Math.abs(found - value) > 1e-9 * Math.max(1, Math.abs(value))
      : found !== value;
  });
  return row < 0 ? null : `${meant.cells[row]} is ${cellOf(column, row)}, not ${meant.values[row]}`;
}

it("reads made-up exports as they are meant, and never says that there is nothing to mend where there is", async () => {
  const wrong: unknown[] = [];
  for (let seed = 0; seed < EXPORTS; seed++) {
    const { text, columns: meant } = madeUpExport(seed);
    const { card, columns } = await opened(text);
    meant.forEach((one, at) => {
      const problem = wrongIn(one, columns[at]);
      if (problem !== null) wrong.push({ seed, column: one.name, problem });
    });
    if (card.read.format !== "delimited") {
      wrong.push({ seed, format: card.read.format });
      continue;
    }
    const { recipe } = card;
    const isUsed = (at: number) => !["unused", null].includes(partInKind(recipe, at, card.columns[at]?.kind ?? "text"));
    const roles = recipe.columns.map(({ role }) => role);
    const isClean = isAsItStands(card.read.report, card, asideRemarks(card.columns, roles, isUsed));
    if (isClean && meant.some(({ isTold }) => isTold))
      wrong.push({ seed, said: "nothing to mend", of: meant.map(({ name }) => name) });
  }
  expect(wrong).toEqual([]);
});
