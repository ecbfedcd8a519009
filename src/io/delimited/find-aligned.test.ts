import { expect, it } from "vitest";
import { drawnColumns } from "../../core/data/drawn-columns";
import { alignedColumnsOf } from "./find-aligned";

const STATES = ["Up 3 hours", "Exited (0) 2 days ago", "Up 5 minutes"];
const rows = Array.from(
  { length: 12 },
  (_, i) => `web-${10 + i}        ${(STATES[i % 3] ?? "").padEnd(24)} ${String(i / 4).padStart(5)}`,
);
const names = `NAME          STATUS                     CPU`;
const text = (...lines: readonly string[]) => `${lines.join("\n")}\n`;

it("draws the columns of a table that is aligned by blanks", () => {
  const drawn = alignedColumnsOf(text(names, ...rows));
  expect(drawnColumns(drawn ?? "").starts).toEqual([0, 14, 36]);
});

it.each([
  ["words without a table", text(...Array.from({ length: 12 }, (_, i) => "some words here and there ".repeat(i + 1)))],
  ["a column without a name", text("NAME", ...rows)],
  ["lines with tabs", text(names, ...rows, "a\tb", "")],
  ["few lines", text(names, ...rows.slice(0, 4))],
])("leaves %s", (_, body) => expect(alignedColumnsOf(body)).toBeNull());
