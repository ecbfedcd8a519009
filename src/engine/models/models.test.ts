import { describe, expect, it } from "vitest";
import type { Recipe } from "../../core/prepare/recipe";
import { recipeFor } from "../../core/project/recipe-settings";
import { detectors } from "../../detectors/registry";
import { eventLines, rowLines, stepLines } from "../../testing/lines-of-kinds";
import { memoryFiles } from "../../io/keep/memory-files";
import { openTable, requestFor, sourceOf } from "../../testing/open-table";
import { createInlineEngine } from "../inline";
import type { DatasetCard, Engine, KeepModelRequest, ModelCard, RunResult } from "../protocol";

const quiet = () => undefined;
const COUNT = 160;
const tables = {
  rows: ["a,b,c", rowLines(COUNT)],
  series: ["time,level,other", stepLines(COUNT)],
  events: ["sequence,place,event", eventLines(COUNT)],
} as const;
type Kind = keyof typeof tables;

/** Networks learn slowly on the processor; that theirs come back from a file is bound by the contract of their kind. */
const quick = detectors.filter(({ family, test }) => family !== "neural" && family !== "taught" && !test);

const text = (kind: Kind, from = 0, to = COUNT) => [tables[kind][0], ...tables[kind][1].slice(from, to)].join("\n");
const run = (engine: Engine, card: DatasetCard, detector: string, recipe = card.recipe): Promise<RunResult> =>
  engine.start("run", { ...requestFor(card, detector), recipe }, quiet).result;
const combine = (engine: Engine, card: DatasetCard, results: readonly RunResult[]): Promise<RunResult> => {
  const runs = results.map(({ key }) => key);
  return engine.start("combine", { dataset: card.id, runs, weights: runs.map(() => 1), rule: "mean" }, quiet).result;
};
const keep = (engine: Engine, shown: RunResult, members: readonly RunResult[] = [shown], id = "m") => {
  const request: KeepModelRequest = {
    id,
    name: "May",
    madeAt: 1,
    run: shown.key,
    members: members.map(({ key, request: { detector } }) => ({ id: detector, run: key, weight: 1 })),
    threshold: { value: 3, rule: "suggested" },
  };
  return engine.start("keepModel", request, quiet).result;
};

/** The recipe of another table as a kept model reads it. */
function recipeBy(model: ModelCard, card: DatasetCard): Recipe {
  const columns = card.columns.map(({ name, kind }) => ({ name, kind }));
  const laid = recipeFor(model.settings, { columns, recipe: card.recipe }, { isGuessNewer: false, keepsAside: false });
  return { ...laid.recipe, learn: { kind: "model", model: model.id } };
}

/** The file of a model on another machine. */
async function moved(engine: Engine, id: string): Promise<{ readonly there: Engine; readonly model: ModelCard }> {
  const there = createInlineEngine();
  return { there, model: await there.ask("takeModel", { file: await engine.ask("modelFile", { id }) }) };
}

describe.each([
  ["rows", ["matrix"]],
  ["series", ["series", "matrix"]],
  ["events", ["events"]],
] as const)("kept detectors of %s", (kind, accepts) => {
  it("give equal scores, bit for bit, where their file is opened afresh, and as one", async () => {
    const engine = createInlineEngine();
    const card = await openTable(engine, text(kind));
    const ids = quick.filter((one) => (accepts as readonly string[]).includes(one.accepts)).map(({ id }) => id);
    const results: RunResult[] = [];
    for (const id of ids) results.push(await run(engine, card, id));
    const together = await combine(engine, card, results);
    await keep(engine, together, results);
    const { there, model } = await moved(engine, "m");
    const again = await openTable(there, text(kind));
    const recipe = recipeBy(model, again);
    const scored: RunResult[] = [];
    for (const [at, id] of ids.entries()) {
      scored.push(await run(there, again, id, recipe));
      expect([id, ...scored[at]!.scores]).toEqual([id, ...results[at]!.scores]);
      expect(scored[at]!.scale).toEqual(results[at]!.scale);
    }
    expect([...(await combine(there, again, scored)).scores]).toEqual([...together.scores]);
  });
});

it("scores rows of another file by themselves, whatever the order of its columns", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, text("rows", 0, 100));
  await keep(engine, await run(engine, card, "knn"));
  const { there, model } = await moved(engine, "m");
  const turned = (lines: string) => lines.split("\n").map((line) => line.split(",").reverse().join(",")).join("\n"); // prettier-ignore
  const [whole, part] = [
    await openTable(there, turned(text("rows", 100))),
    await openTable(there, turned(text("rows", 130))),
  ];
  const ofWhole = await run(there, whole, "knn", recipeBy(model, whole));
  const ofPart = await run(there, part, "knn", recipeBy(model, part));
  expect([...ofWhole.scores.subarray(30)]).toEqual([...ofPart.scores]);
});

it("reads a channel by its name, and says which is not there", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, text("series"));
  const own = await run(engine, card, "ewma");
  const model = await keep(engine, own);
  const swapped = [ "time,other,level", ...stepLines(COUNT).map((line) => line.split(",")).map(([time, a, b]) => `${time},${b},${a}`)]; // prettier-ignore
  const other = await openTable(engine, swapped.join("\n"));
  expect([...(await run(engine, other, "ewma", recipeBy(model, other))).scores]).toEqual([...own.scores]);
  const without = await openTable(engine, swapped.map((line) => line.split(",").slice(0, 2).join(",")).join("\n")); // prettier-ignore
  await expect(run(engine, without, "ewma", recipeBy(model, without))).rejects.toMatchObject({
    info: { code: "model-lacks", values: { column: "level" } },
  });
});

it("is listed, called otherwise, and deleted; what was never learned is told", async () => {
  const files = memoryFiles({ isLasting: true });
  const engine = createInlineEngine(files);
  const card = await openTable(engine, text("rows"));
  const model = await keep(engine, await run(engine, card, "mcd"));
  expect(model).toMatchObject({ name: "May", learnedFrom: { file: "table.csv", rows: COUNT, of: COUNT } });
  await engine.ask("renameModel", { id: "m", name: "June" });
  const later = createInlineEngine(files);
  expect((await later.ask("models", null)).map(({ name }) => name)).toEqual(["June"]);
  await expect(run(engine, card, "knn", recipeBy(model, card))).rejects.toMatchObject({
    info: { code: "not-in-model" },
  });
  await later.ask("removeModel", { id: "m" });
  expect(await later.ask("models", null)).toEqual([]);
  const open = await openTable(later, text("rows"));
  await expect(run(later, open, "mcd", recipeBy(model, open))).rejects.toMatchObject({ info: { code: "no-model" } });
});

it("refuses what is no model, or half of one, or of a later version", async () => {
  const engine = createInlineEngine();
  const card = await openTable(engine, text("rows"));
  await keep(engine, await run(engine, card, "pca"));
  const bytes = await engine.ask("modelFile", { id: "m" });
  const half = bytes.slice(0, Math.floor(bytes.size / 2));
  for (const file of [new Blob(["a,b\n1,2\n"]), half, new Blob([])])
    await expect(engine.ask("takeModel", { file })).rejects.toMatchObject({ info: { code: "bad-model" } });
  const later = (await bytes.text()).replace('"version":1,', '"version":9,');
  await expect(engine.ask("takeModel", { file: new Blob([later]) })).rejects.toMatchObject({
    info: { code: expect.stringMatching(/model/) as unknown },
  });
});

it("says whether the data has changed, in which column, and whether the file as a whole is stranger", async () => {
  const engine = createInlineEngine();
  const [head, lines] = tables.rows;
  const card = await openTable(engine, text("rows", 0, 80));
  const model = await keep(engine, await run(engine, card, "knn"));
  const check = async (changed: (cells: readonly string[]) => readonly (string | undefined)[]) => {
    const content = [head, ...lines.slice(80).map((line) => changed(line.split(",")).join(","))].join("\n");
    const other = await openTable(engine, content);
    const { key } = await run(engine, other, "knn", recipeBy(model, other));
    return engine.ask("checkModel", { model: "m", run: key });
  };
  const same = await check((cells) => cells);
  expect(same).toMatchObject({ matters: false, verdict: { isStranger: false } });
  const moves = await check(([a, b, c]) => [a, `${Number(b) + 6}`, c]);
  expect(moves).toMatchObject({ matters: true, verdict: { isStranger: true } });
  expect(moves.columns[0]).toMatchObject({ name: "b", isOther: true, times: null });
  const units = await check(([a, b, c]) => [`${Number(a) * 1000}`, b, c]);
  expect(units.columns[0]).toMatchObject({ name: "a", times: 1000 });
});

describe("a file that is scored and let go of", () => {
  const score = (engine: Engine, content: string) =>
    engine.start("scoreFile", { model: "m", source: sourceOf(content) }, quiet).result;

  it.each(["rows", "series", "events"] as const)("of %s has the flags of what was learned from", async (kind) => {
    const engine = createInlineEngine();
    const card = await openTable(engine, text(kind));
    const detector = { rows: "knn", series: "ewma", events: "n-gram" }[kind];
    const own = await run(engine, card, detector);
    await keep(engine, own);
    const found = await score(engine, text(kind));
    const flagged = own.scores.filter((value) => value >= 3).length;
    expect(found).toMatchObject({ rows: COUNT, flagged, renamed: [], check: { matters: false } });
    expect(found.strangest?.row).toBe(own.order[0]);
    // The table on screen is the same file.
    expect(await run(engine, card, detector)).toMatchObject({ key: own.key });
  });

  it("is told to have other units, columns that are missing, called or read otherwise", async () => {
    const engine = createInlineEngine();
    const [, lines] = tables.rows;
    const codes = lines.map((line, row) => `${line},${["x", "y", "z"][row % 3]}`);
    const card = await openTable(engine, ["a,b,c,code", ...codes].join("\n"));
    await keep(engine, await run(engine, card, "mcd"));
    const units = codes.map((line) => line.split(",")).map(([a, ...rest]) => [Number(a) * 1000, ...rest].join(","));
    const large = await score(engine, ["a,B,c,code", ...units].join("\n"));
    expect(large).toMatchObject({ renamed: [{ name: "b", to: "B" }], check: { matters: true } });
    expect(large.check.columns.find(({ name }) => name === "a")).toMatchObject({ times: 1000 });
    const fewer = await score(engine, ["a,b,code", ...codes.map((line) => line.split(",").toSpliced(2, 1).join(","))].join("\n")); // prettier-ignore
    expect(fewer.check.columns.find(({ name }) => name === "c")).toMatchObject({ column: null, readAs: null });
    const numbers = lines.map((line, row) => `${line},${(row * 7919) % 1013}`);
    const coded = await score(engine, ["a,b,c,code", ...numbers].join("\n"));
    expect(coded.check.columns.find(({ name }) => name === "code")).toMatchObject({ column: 3, readAs: null });
    const words = lines.map((line) => line.split(",")).map(([a, b]) => `${a},${b},word ${a} of ${b},x`);
    const read = await score(engine, ["a,b,c,code", ...words].join("\n"));
    expect(read.check.columns.find(({ name }) => name === "c")).toMatchObject({ missingNow: 1 });
  });

  it("is refused in words where it is none", async () => {
    const engine = createInlineEngine();
    const card = await openTable(engine, text("rows"));
    await keep(engine, await run(engine, card, "mcd"));
    await expect(score(engine, "")).rejects.toMatchObject({ info: { code: "empty-file" } });
    // A table of other columns: every value would count as missing.
    await expect(score(engine, "x,y\n1,2\n3,4\n5,6\n")).rejects.toMatchObject({ info: { code: "model-fits-nothing" } });
    const gone = engine.start("scoreFile", { model: "other", source: sourceOf(text("rows")) }, quiet).result;
    await expect(gone).rejects.toMatchObject({ info: { code: "no-model" } });
  });
});
