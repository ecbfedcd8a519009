import fc from "fast-check";
import { expect, it } from "vitest";
import { NAMES_IN_EXPORTS } from "../../core/data/exported-names";
import { exportWords, openTable, requestFor } from "../../testing/open-table";
import { randomRuns } from "../../testing/random-runs";
import { createInlineEngine } from "../inline";
import type { CsvFormat, DatasetCard, Engine } from "../protocol";

const quiet = () => undefined;
const [english] = NAMES_IN_EXPORTS;
const [sourceRow = "", score = "", percentile = "", score100 = "", flagged = "", stability = "", reasons = ""] =
  english?.columns ?? [];
const words = { ...exportWords, sourceRow, score, percentile, score100, flagged, stability, reasons };

/** How one value may be written, by kinds of columns. */
const written = {
  number: (value: number) => [value.toFixed(2), `${value.toFixed(1)}0`, ` ${value}`, `${value} kg`, `<${value}`],
  german: (value: number) => [String(value).replace(".", ","), value.toFixed(2).replace(".", ",")],
  word: (value: number) => [`w${Math.round(value) % 5}`, `"w ""${Math.round(value) % 3}"""`, "n/a"],
  time: (value: number) => [
    new Date(1.7e12 + value * 6e6).toISOString(),
    new Date(1.7e12).toUTCString().replace(",", ""),
  ],
};

const kinds = fc.array(fc.constantFrom("number" as const, "word" as const, "time" as const), {
  minLength: 1,
  maxLength: 4,
});
const value = fc.double({ min: -500, max: 500, noNaN: true }).map((one) => Math.round(one * 100) / 100);
const cell = fc.tuple(value, fc.nat(9));
const file = fc
  .record({
    kinds,
    isGerman: fc.boolean(),
    rows: fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 30, maxLength: 60 }),
  })
  .map(({ kinds: own, isGerman, rows }) => {
    const all = ["number" as const, ...own];
    const delimiter = isGerman ? ";" : ",";
    const lines = rows.map((row) =>
      all.map((kind, column) => {
        const [number, pick] = row[column]!; // five of them
        const ways = written[kind === "number" && isGerman ? "german" : kind](number);
        // Most cells are written plainly, so that the column is of its kind.
        return ways[pick < 8 ? 0 : pick % ways.length]!;
      }),
    );
    return [all.map((kind, column) => `${kind} ${column}`), ...lines].map((line) => line.join(delimiter)).join("\n");
  });

async function scoresOf(engine: Engine, card: DatasetCard) {
  return engine.start("run", requestFor(card, "isolation-forest", { trees: 10 }), quiet).result;
}

it("scores the same when it is opened again, untouched", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const engine = createInlineEngine();
      const card = await openTable(engine, text);
      if (!card.recipe.columns.some(({ role }) => role === "feature")) return;
      const run = await scoresOf(engine, card);
      const format = formatOf(text);
      const request = { dataset: card.id, run: run.key, threshold: Infinity, rows: "all", format, words } as const;
      const { file: exported } = await engine.start("exportRows", { ...request, cells: "as-written" }, quiet).result;
      const again = await openTable(engine, await exported.text());
      const width = card.columns.length;
      expect(again.columns.slice(0, width).map(({ name, kind }) => [name, kind])).toEqual(
        card.columns.map(({ name, kind }) => [name, kind]),
      );
      expect(again.columns.slice(width).map(({ role }) => role)).toEqual(Array.from({ length: 6 }, () => "ignore"));
      expect((await scoresOf(engine, again)).scores).toEqual(run.scores);
    }),
    randomRuns(30),
  );
});

function formatOf(text: string): CsvFormat {
  const isGerman = text.split("\n")[0]!.includes(";");
  return { separator: isGerman ? ";" : ",", quote: '"', decimal: isGerman ? "," : ".", bom: false, guard: false };
}
