import { streamXlsxRows } from "hucre/xlsx";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { expect, it } from "vitest";
import { exportWords, requestFor } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { ExportRequest } from "../protocol";

const quiet = () => undefined;

async function exported(text: string, more: Partial<ExportRequest>) {
  const engine = createInlineEngine();
  const source = { name: "file.csv", files: [{ path: "file.csv", blob: new Blob([text]) }] };
  const look = await engine.ask("inspect", { source });
  if (look.is !== "table") throw new Error("no table");
  const card = await engine.start("open", { source, plan: look.inspection.plan }, quiet).result;
  const run = await engine.start("run", requestFor(card, "robust-z"), quiet).result;
  const request: ExportRequest = {
    dataset: card.id,
    run: run.key,
    threshold: Infinity,
    rows: "all",
    format: { separator: ",", quote: '"', decimal: ".", bom: false, guard: true },
    words: exportWords,
    cells: "as-written",
    ...more,
  };
  const long = engine.start("countCells", { ...request, of: "long-cells" }, quiet);
  return { ...(await engine.start("exportRows", request, quiet).result), run, long: await long.result };
}

async function rowsOfParquet(file: Blob) {
  const bytes = await file.arrayBuffer();
  const rows: readonly Readonly<Record<string, unknown>>[] = await parquetReadObjects({ file: bytes });
  return { rows, schema: parquetMetadata(bytes).schema };
}

async function rowsOfSheet(file: Blob, sheet = 0) {
  const rows: unknown[][] = [];
  for await (const { values } of streamXlsxRows(new Uint8Array(await file.arrayBuffer()), { sheet })) rows.push(values);
  return rows;
}

const LONG = "x".repeat(40_000);
const TABLE = [
  "id;value;amount;when;day;word;score",
  "007;1,50;3;2024-04-01T00:00:00+02:00;01.02.2024;rot;1",
  "008;<0,4;4;2024-04-01T01:00:00+02:00;02.02.2024;=1+1;2",
  '009;12,5;5;2024-04-01T02:30:15+02:00;03.02.2024;"a;""b""";3',
  "010;0,1;;not a time;n/a;_x0041_ é\u0001;4",
  `011;-7,25;7;2024-04-01T04:00:00+02:00;05.02.2024;${LONG};5`,
].join("\n");

it("writes Parquet with numbers as numbers, times as times and words as they stand", async () => {
  const { file, guarded, run } = await exported(TABLE, { file: "parquet" });
  const { rows, schema } = await rowsOfParquet(file);
  expect(guarded).toBe(0);
  expect(rows.map((row) => row["id"])).toEqual(["007", "008", "009", "010", "011"]);
  expect(rows.map((row) => row["value"])).toEqual([1.5, 0.4, 12.5, 0.1, -7.25]);
  expect(rows.map((row) => row["amount"])).toEqual([3, 4, 5, null, 7]);
  expect(rows[0]?.["when"]).toEqual(new Date(Date.UTC(2024, 2, 31, 22)));
  expect(rows[3]?.["when"]).toBeNull();
  expect(rows[0]?.["day"]).toEqual(new Date(Date.UTC(2024, 1, 1)));
  expect(rows.slice(1, 4).map((row) => row["word"])).toEqual(["=1+1", 'a;"b"', "_x0041_ é\u0001"]);
  expect(rows.map((row) => row["score (2)"])).toEqual(Array.from(run.scores, (score) => Number(score.toPrecision(6))));
  expect(rows.map((row) => row[exportWords.sourceRow])).toEqual([1, 2, 3, 4, 5]);
  const typeOf = (name: string) => schema.find((element) => element.name === name);
  expect(typeOf("amount")?.type).toBe("INT32");
  // Whether a time gives a zone is kept.
  expect(typeOf("when")?.logical_type).toMatchObject({ isAdjustedToUTC: true });
  expect(typeOf("day")?.logical_type).toMatchObject({ isAdjustedToUTC: false });
});

it("writes Excel with the hour that the file shows, and what is no plain number as it stands", async () => {
  const { file, guarded, long } = await exported(TABLE, { file: "xlsx" });
  const rows = await rowsOfSheet(file);
  expect([guarded, long]).toEqual([0, 1]);
  expect(rows[0]?.slice(0, 8)).toEqual([..."id;value;amount;when;day;word;score".split(";"), exportWords.sourceRow]);
  const column = (at: number) => rows.slice(1).map((row) => row[at] ?? null);
  expect(column(0)).toEqual(["007", "008", "009", "010", "011"]);
  expect(column(1)).toEqual([1.5, "<0,4", 12.5, 0.1, -7.25]);
  expect(column(2)).toEqual([3, 4, 5, null, 7]);
  expect(column(3)[2]).toEqual(new Date(Date.UTC(2024, 3, 1, 2, 30, 15)));
  expect(column(3)[3]).toBe("not a time");
  expect(column(4).slice(0, 4)).toEqual([
    new Date(Date.UTC(2024, 1, 1)),
    new Date(Date.UTC(2024, 1, 2)),
    new Date(Date.UTC(2024, 1, 3)),
    "n/a",
  ]);
  expect(column(5).slice(0, 3)).toEqual(["rot", "=1+1", 'a;"b"']);
  expect(column(5)[4]).toBe(LONG.slice(0, 32_767));
});

it.each(["parquet", "xlsx"] as const)(
  "writes many rows as %s in portions, flagged ones the strangest first",
  async (file) => {
    const lines = Array.from({ length: 60_000 }, (_, row) => `${row},${(row * 7919) % 60_013},w${row % 5}`);
    const text = ["n,m,w", ...lines].join("\n");
    const all = await exported(text, { file });
    const numbersIn = async (blob: Blob) =>
      file === "xlsx"
        ? (await rowsOfSheet(blob)).slice(1).map(([n]) => n)
        : (await rowsOfParquet(blob)).rows.map((row) => row["n"]);
    expect(await numbersIn(all.file)).toEqual(lines.map((_, row) => row));
    const threshold = all.run.sorted[500]!;
    const flagged = await exported(text, { file, rows: "flagged", threshold });
    expect(await numbersIn(flagged.file)).toEqual(Array.from(all.run.order.subarray(0, 501)));
  },
);
