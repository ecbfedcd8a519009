import { describe, expect, it } from "vitest";
import type { MatrixDetector } from "../../core/detect/detector";
import { type AnyParamValues, defaultsOf } from "../../core/detect/param-schema";
import { applyRecipe } from "../../core/prepare/apply-recipe";
import { fitRecipe } from "../../core/prepare/fit-recipe";
import { type KeptModel, preferenceKey } from "../../core/models/kept-model";
import { consensusOf } from "../../core/score/consensus";
import { rankScores } from "../../core/score/rank";
import { onnxExportOf } from "../../detectors/onnx-exports";
import { detectors } from "../../detectors/registry";
import { oddTables, type PreparedTable } from "../../testing/odd-shop";
import { onnxSession } from "../../testing/run-onnx";
import { column, recipe } from "../../testing/small-tables";
import { testContext } from "../../testing/test-context";
import { onnxModelOf, whyNotOnnx } from "./onnx-model";

const ROWS = 90;
const FLAGGED = 8;
const tables = oddTables(ROWS, 1);
const others = oddTables(50, 2, true);
const exported = detectors.filter(
  (one): one is MatrixDetector => one.accepts === "matrix" && "score" in onnxExportOf(one),
);
/** Any result will do: trained for a few steps. */
const brief: Readonly<Record<string, number>> = { steps: 20, epochs: 1, members: 2, batch: 32, transformations: 3, starts: 30 }; // prettier-ignore

function paramsOf(detector: MatrixDetector, more: AnyParamValues = {}): AnyParamValues {
  const usual = Object.entries(defaultsOf(detector.params)).map(([name, value]): [string, typeof value] => [name, brief[name] ?? value]); // prettier-ignore
  return { ...Object.fromEntries(usual), ...more };
}

async function learned(detector: MatrixDetector, { dataset, recipe }: PreparedTable, more?: AnyParamValues) {
  const params = paramsOf(detector, more);
  const fitted = fitRecipe(dataset, recipe, detector.prefers);
  const { samples } = await applyRecipe(fitted, dataset);
  const model = await detector.fit(samples, params, testContext());
  const { sorted } = rankScores(await detector.score(model, samples, testContext()));
  return { detector, fitted, model, params, sorted };
}

type Learned = Awaited<ReturnType<typeof learned>>;

function modelOf(members: readonly Learned[], rule: KeptModel["rule"], threshold: number, reference: Float64Array) {
  const recipes = members.map(({ detector, fitted }) => ({ preference: preferenceKey(detector.prefers), fitted }));
  const kept: Partial<KeptModel> = {
    name: "of a test",
    basis: { recipes: [...new Map(recipes.map((one) => [one.preference, one])).values()], series: null, units: null },
    members: members.map(({ detector: { id, version }, model, params, sorted }) => ({ id, detector: id, version, params, weight: 1, model, reference: sorted })), // prettier-ignore
    rule,
    threshold: { value: threshold, rule: "" },
    reference,
  };
  return kept as KeptModel; // all that a graph is made of
}

async function scoresOf({ detector, fitted, model }: Learned, { dataset }: PreparedTable): Promise<Float64Array> {
  const { samples } = await applyRecipe(fitted, dataset);
  const scores = new Float64Array(dataset.rowCount).fill(NaN);
  const found = await detector.score(model, samples, testContext());
  samples.origin.forEach((row, at) => (scores[row] = found[at]!)); // one for each
  return scores;
}

/** Scores and flags of all tables are those that are wanted. */
async function compared(kept: KeptModel, tried: readonly (readonly [PreparedTable, Float64Array])[], least = 1e-9) {
  expect(whyNotOnnx(kept)).toBeNull();
  const { bytes, inputs, error } = onnxModelOf(kept, { made: "in a test" });
  const session = await onnxSession(bytes, inputs);
  for (const [{ dataset }, wanted] of tried) {
    const { scores, flagged } = await session.run(dataset.columns, dataset.rowCount);
    const limit = Math.max(error, least);
    const size = wanted.reduce((most, score) => Math.max(most, Math.abs(score) || 0), 0);
    wanted.forEach((score, row) => {
      const own = scores[row]!; // a row of both
      const told = `row ${row}: ${own} for ${score}`;
      if (Number.isNaN(score)) expect(own, told).toBeNaN();
      else if (!(Math.abs(own - score) <= limit * Math.abs(score) + 1e-13 * size)) expect.fail(told);
      if (Boolean(flagged[row]) !== score >= kept.threshold.value) expect.fail(`flag of ${told}`);
    });
  }
  await session.release();
}

async function tried(name: string, detector: MatrixDetector, more?: AnyParamValues, least?: number): Promise<void> {
  const [table, other] = [tables[name]!, others[name]!]; // one of them
  const own = await learned(detector, table, more);
  const kept = modelOf([own], null, own.sorted[FLAGGED]!, own.sorted); // more rows than that
  const both = [table, other].map(async (one) => [one, await scoresOf(own, one)] as const);
  await compared(kept, await Promise.all(both), least);
}

/** Of the nearest rows that are equally far, chance decides which count. */
const TIES = 2e-3;

describe("a model as ONNX gives the scores and flags of the app, on five tables", () => {
  it.each(exported.map((detector) => [detector.id, detector] as const))("%s", async (id, detector) => {
    for (const name of Object.keys(tables)) await tried(name, detector, {}, id === "lof" && name === "categories" ? TIES : undefined); // prettier-ignore
  });

  it.each([
    ["iqr", { combine: "mean", side: "high" }],
    ["robust-z", { combine: "mean", side: "low" }],
    ["pca", { measure: "off" }],
    ["pca", { measure: "left out" }],
    ["pca", { measure: "all", standardise: false }],
    ["hbos", { widths: "equal count" }],
    ["hbos", { automatic: false, bins: 7 }],
    ["cblof", { weighted: true }],
    ["knn", { distance: "mean", neighbours: 5 }],
    ["knn", { neighbours: 500 }],
    ["gan", { featureWeight: 0.5 }],
  ] as const)("%s with other settings: %o", async (id, params) => {
    const detector = exported.find((one) => one.id === id);
    if (!detector) throw new Error(`no ${id}`);
    await tried("dates", detector, params);
  });

  // Members without rows that tie but for the last bit, which puts one before the other in the app.
  it.each(["mean", "max", "scaled"] as const)("several as one: %s", async (rule) => {
    const table = tables.dates!; // one of them
    const members = exported.filter(({ id }) => ["mahalanobis", "k-means", "isolation-forest"].includes(id));
    const own: Learned[] = [];
    for (const member of members) own.push(await learned(member, table));
    const combined = async (of: PreparedTable) => {
      const rankings = [];
      for (const one of own)
        rankings.push({ ranking: rankScores(await scoresOf(one, of)), weight: 1, among: one.sorted });
      return consensusOf(rankings, rule, of.dataset.rowCount);
    };
    const scores = await combined(table);
    const { sorted } = rankScores(scores);
    const kept = modelOf(own, rule, sorted[FLAGGED]!, sorted); // more rows than that
    await compared(kept, [[table, scores], [others.dates!, await combined(others.dates!)]]); // prettier-ignore
  });

  it("finds its rank among more values than are kept", async () => {
    const values = Float64Array.from({ length: 20_000 }, (_, at) => Math.sin(at) * at);
    const dataset = { name: "long", rowCount: values.length, columns: [{ kind: "number", name: "v", values }], sourceRows: null } as const; // prettier-ignore
    const table: PreparedTable = { dataset, recipe: recipe([column()]) };
    const ecod = exported.find(({ id }) => id === "ecod")!; // it is there
    const own = await learned(ecod, table);
    await compared(modelOf([own], null, own.sorted[100]!, own.sorted), [[table, await scoresOf(own, table)]]); // more rows than that
  });
});

describe("what cannot be handed over", () => {
  it.each(detectors.map((detector) => [detector.id, detector] as const))(
    "%s is written, or says why it is not",
    (_, detector) => {
      const found = onnxExportOf(detector);
      if ("code" in found) expect(found.values).toEqual({ detector: detector.label });
      else expect(found.score).toBeTypeOf("function");
    },
  );

  it("names the column whose time since the row before is looked at", async () => {
    const { dataset, recipe: plain } = tables.dates!; // one of them
    const [time, ...others] = plain.columns;
    const withGap = { ...plain, columns: [{ ...time!, dateParts: ["gap"] as const }, ...others] }; // there is one
    const robust = exported.find(({ id }) => id === "robust-z")!; // it is there
    const own = await learned(robust, { dataset, recipe: withGap });
    expect(whyNotOnnx(modelOf([own], null, 1, own.sorted))).toEqual({
      code: "onnx.needs-order",
      values: { column: "sold" },
    });
  });
});
