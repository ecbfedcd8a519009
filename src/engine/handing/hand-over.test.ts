import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BlobReader, BlobWriter, ZipReader } from "@zip.js/zip.js/index-native.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../../core/math/random";
import { openTable, requestFor } from "../../testing/open-table";
import { pythonWith } from "../../../scripts/python.mjs";
import { createInlineEngine } from "../inline";
import type { DatasetCard, HandedOver, RunResult } from "../protocol";

const quiet = () => undefined;
const engine = createInlineEngine();
let card: DatasetCard;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const NAMES = ["Betrag", "Zeit", 'Ort "neu"', "zwei\nZeilen", "Nr"];

/** German sales: decimal commas, points between thousands, a unit, days first, blanks, and names with quotes and line breaks. */
function lines(rows: number, seed: number): string[] {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const german = (value: number, digits: number) => value.toFixed(digits).replace(".", ",").replace(/\B(?=(\d{3})+(?=,))/g, "."); // prettier-ignore
  return Array.from({ length: rows }, (_, row) => {
    const amount = random() < 0.05 ? "k.A." : german(1500 + 400 * normal(), 2);
    const day = 1 + Math.floor(random() * 28);
    const hour = Math.floor(random() ** 2 * 24);
    const time = `${String(day).padStart(2, "0")}.03.2024 ${String(hour).padStart(2, "0")}:15`;
    const place = random() < 0.05 ? "" : ["Köln", 'Bonn "Süd"', "Ulm"][Math.floor(random() ** 2 * 3)]!; // one of three
    return [amount, time, quoted(place), `${german(5 + normal(), 1)} kg`, String(row)].join(";");
  });
}

const fileOf = (rows: number, seed: number) =>
  [NAMES.map((name) => `"${name.replaceAll('"', '""')}"`).join(";"), ...lines(rows, seed), ""].join("\r\n");

beforeAll(async () => {
  card = await openTable(engine, fileOf(200, 1));
});

async function handed(
  detector: string,
  change: Partial<DatasetCard["recipe"]> = {},
): Promise<{ run: RunResult; over: HandedOver }> {
  // prettier-ignore
  const request = { ...requestFor(card, detector), recipe: { ...card.recipe, ...change } };
  const run = await engine.start("run", request, quiet).result;
  const threshold = { value: run.sorted[10]!, rule: "count" }; // more rows than that
  const members = [{ id: detector, run: run.key, weight: 1 }];
  const asked = { run: run.key, name: detector, madeAt: 0, members, threshold, readme: "# read me\n" };
  return { run, over: await engine.start("handOver", asked, quiet).result };
}

async function unpacked(over: HandedOver): Promise<string> {
  if (!("file" in over)) throw new Error(over.whyNot.code);
  const folder = mkdtempSync(join(tmpdir(), "handed-"));
  folders.push(folder);
  for (const entry of await new ZipReader(new BlobReader(over.file)).getEntries())
    if (!entry.directory) writeFileSync(join(folder, entry.filename), new Uint8Array(await (await entry.getData(new BlobWriter())).arrayBuffer())); // prettier-ignore
  return folder;
}

describe("what is handed over", () => {
  it("has the graph, the scripts, and rows to check them by as the file writes them", async () => {
    const { over } = await handed("robust-z");
    expect(over).toMatchObject({ notes: [] });
    const folder = await unpacked(over);
    const model = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")) as {
      reading: unknown;
      inputs: unknown[];
    }; // as it is written
    expect(model.reading).toMatchObject({ delimiter: ";", decimal: ",", columns: NAMES });
    const [amount, time, place, weight] = model.inputs;
    expect(amount).toMatchObject({ column: "Betrag", kind: "number", decimal: ",", thousands: ".", unread: false });
    expect(time).toMatchObject({ kind: "time", clock: "text", order: "day-first", unread: false });
    expect(place).toMatchObject({ column: 'Ort "neu"', kind: "category" });
    expect(weight).toMatchObject({ column: "zwei Zeilen", written: "zwei\nZeilen", unit: "kg", unread: false });
    expect(readFileSync(join(folder, "test.csv"), "utf8")).toContain(" kg;");
    expect(readFileSync(join(folder, "test-scores.csv"), "utf8").trim().split("\n")).toHaveLength(21);
    expect(readFileSync(join(folder, "train.py"), "utf8")).toContain('"method": "robust-z"');
  });

  it("is nothing where the detector judges the table as a whole, and says why", async () => {
    const { over } = await handed("findings");
    expect(over).toEqual({ whyNot: { code: "onnx.whole-table", values: { detector: "Findings" } } });
  });
});

const python = pythonWith(["pandas", "onnxruntime"]);
const withoutRuntime = pythonWith(["pandas"]);
const withDask = pythonWith(["pandas", "dask.dataframe", "sklearn"]);
const SKIPPED = "Python with pandas and onnxruntime is not here";

function ran(of: string, folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(of, args, { cwd: folder, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

function expectChecked(of: string, folder: string): void {
  const { status, said } = ran(of, folder, "score.py", "--check");
  expect(said).toContain("20 of 20 rows");
  expect(status).toBe(0);
}

describe(`run by Python${python ? "" : ` (skipped: ${SKIPPED})`}`, () => {
  it.skipIf(!python)("scores the rows of the file as the app does", async () => {
    const { run, over } = await handed("isolation-forest");
    const folder = await unpacked(over);
    expectChecked(python!, folder);
    writeFileSync(join(folder, "all.csv"), fileOf(200, 1));
    expect(ran(python!, folder, "score.py", "all.csv", "--out", "out.csv")).toMatchObject({ status: 0 });
    const check = `import pandas as pd\nfor one in pd.read_csv("out.csv", sep=";", decimal=",")["score"]: print(repr(one))`;
    const scores = ran(python!, folder, "-c", check).said.trim().split("\n").map(Number); // prettier-ignore
    expect(scores).toHaveLength(200);
    scores.forEach((score, row) => expect(Math.abs(score - run.scores[row]!)).toBeLessThan(1e-9)); // a score each
  });

  it.skipIf(!withDask)("scores parts of a file in several processes, and learns the method anew", async () => {
    const { run, over } = await handed("z-score");
    const folder = await unpacked(over);
    writeFileSync(join(folder, "all.csv"), fileOf(200, 1));
    const dask = ["score_dask.py", "all.csv", "parts", "--workers", "2", "--blocksize", "4kB", "--flagged"];
    expect(ran(withDask!, folder, ...dask)).toMatchObject({ status: 0 });
    const count = `import glob, pandas as pd\nparts = [pd.read_csv(one, sep=";") for one in glob.glob("parts/*.csv")]\nprint(len(parts) > 1, sum(map(len, parts)))`;
    const flagged = run.scores.filter((score) => score >= run.sorted[10]!).length; // more rows than that
    expect(ran(withDask!, folder, "-c", count).said.trim()).toBe(`True ${flagged}`);
    expect(ran(withDask!, folder, "train.py", "all.csv").said).toMatch(/^200 rows, \d+ features\. The strangest:/);
  });

  it.skipIf(!withoutRuntime)(
    "scores by a formula in plain numpy, and refuses another file in clear words",
    async () => {
      const { over } = await handed("mahalanobis");
      const folder = await unpacked(over);
      expectChecked(withoutRuntime!, folder);
      writeFileSync(join(folder, "other.csv"), "a;b\r\n1;2\r\n");
      const refused = ran(withoutRuntime!, folder, "score.py", "other.csv", "--out", "out.csv");
      expect(refused.status).toBe(1);
      expect(refused.said).toMatch(
        /^Nothing was scored\. There is no column 'Betrag'\. The model needs .*the table has 'a', 'b'\./,
      );
    },
  );
});
