import { expect, it } from "vitest";
import { exportWords, numbersCsv, openTable, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { ExportRequest } from "../protocol";

const quiet = () => undefined;
const CSV = numbersCsv({ rows: 40, strange: 20 });

/** The names and the cells of an export of forty rows, of which row 21 alone is flagged. */
async function exported(more: (other: string) => Partial<ExportRequest>) {
  const engine = createInlineEngine();
  const card = await openTable(engine, CSV);
  const run = await engine.start("run", requestFor(card, "robust-z"), quiet).result;
  const other = await engine.start("run", requestFor(card, "z-score"), quiet).result;
  const request: ExportRequest = {
    dataset: card.id,
    run: run.key,
    threshold: run.sorted[0]!,
    rows: "all",
    format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: false },
    words: exportWords,
    cells: "as-written",
    ...more(other.key),
  };
  const { file, changes } = await engine.start("exportRows", request, quiet).result;
  const [names = [], ...lines] = (await file.text())
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
  return { names, lines, other, changes };
}

const written = (line: readonly string[] = []) => line.slice(0, 4).join(",");
const asInFile = CSV.trim().split("\n").slice(1);

it("writes the table without what is flagged, in the order of the file and cell by cell as it stands", async () => {
  const { lines } = await exported(() => ({ rows: "unflagged" }));
  expect(lines.map(written)).toEqual(asInFile.filter((_, at) => at !== 20));
});

it("writes the rows that are given, in their order", async () => {
  const { lines } = await exported(() => ({ rows: Uint32Array.of(7, 20, 3) }));
  expect(lines.map(written)).toEqual([7, 20, 3].map((row) => asInFile[row]));
});

it("leaves the reasons out where nobody wants them", async () => {
  expect((await exported(() => ({}))).names).toContain(exportWords.reasons);
  expect((await exported(() => ({ withoutReasons: true }))).names).not.toContain(exportWords.reasons);
});

it("tells what another detector flags, by its own threshold", async () => {
  const { names, lines, other } = await exported((run) => ({ flagsOf: [{ name: "other", run, threshold: 2 }] }));
  const at = names.indexOf("other");
  expect(lines.map((line) => line[at])).toEqual(Array.from(other.scores, (score) => (score >= 2 ? "1" : "0")));
  expect(lines.some((line) => line[at] === "1")).toBe(true);
});

it("tells what a person said of a row, guarded as any other text, and nothing of the others", async () => {
  const names = { mark: "mark", note: "note", tags: "tags" };
  const byRow = new Map([[3, { mark: "anomaly", note: "=1+1", tags: "a; b" }]]);
  const { names: header, lines } = await exported(() => ({ marks: { names, byRow }, withoutReasons: true }));
  expect(header.slice(-3)).toEqual(["mark", "note", "tags"]);
  expect(lines[3]?.slice(-3)).toEqual(["anomaly", "=1+1", "a; b"]);
  expect(lines[4]?.slice(-3)).toEqual(["", "", ""]);
});

it.each(["emptied", "expected"] as const)(
  "writes all rows with strange cells %s, and lists each change",
  async (how) => {
    const words = { row: "row", column: "column", was: "was", becomes: "is now", why: "why" };
    const { names, lines, changes } = await exported(() => ({ clean: { how, words } }));
    expect(names).toEqual(CSV.split("\n")[0]?.split(","));
    const [head = "", ...listed] = (await changes?.file.text())?.trim().split("\r\n") ?? [];
    expect(head).toBe("row,column,was,is now,why");
    expect(listed).toHaveLength(changes?.count ?? 0);
    expect(listed.length).toBeGreaterThan(0);
    const differing = lines.flatMap((line, row) =>
      line.flatMap((cell, at) => (cell === asInFile[row]?.split(",")[at] ? [] : [{ row, at, cell }])),
    );
    expect(differing.map(({ row, at }) => [String(row + 1), names[at]])).toEqual(
      listed.map((line) => line.split(",").slice(0, 2)),
    );
    for (const { row, cell, at } of differing) {
      expect(row).toBe(20);
      if (how === "emptied") expect(cell).toBe("");
      else {
        const others = asInFile.flatMap((line, one) => (one === 20 ? [] : [Number(line.split(",")[at])]));
        expect(Number(cell)).toBeGreaterThanOrEqual(Math.min(...others));
        expect(Number(cell)).toBeLessThanOrEqual(Math.max(...others));
      }
    }
  },
);
