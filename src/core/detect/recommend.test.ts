import { describe, expect, it } from "vitest";
import { detectorVerdicts, recommendedFor, startingSetFor } from "./recommend";
import { recommendRules } from "./recommend-rules";
import type { TableFacts } from "./table-facts";

/** A table that nothing speaks against: 1,000 rows of ten numbers. */
const plain: TableFacts = {
  rows: 1000,
  features: 10,
  wideFeatures: 10,
  oneHotFeatures: 0,
  numericColumns: 10,
  categoryColumns: 0,
  timeColumns: 0,
  missingShare: 0,
  duplicateShare: 0,
  heavyTails: 0,
  halfEqual: 0,
};
const verdictOf = (detector: string, change: Partial<TableFacts> = {}) =>
  detectorVerdicts({ ...plain, ...change }).find((one) => one.detector === detector);
const reasonsOf = (detector: string, change: Partial<TableFacts> = {}) =>
  verdictOf(detector, change)?.reasons.map(({ code }) => code.replace("recommend.", "")) ?? [];

interface Case {
  readonly rule: string;
  /** Just inside and just outside of the condition. */
  readonly inside: Partial<TableFacts>;
  readonly outside: Partial<TableFacts>;
  readonly good?: string;
  readonly careful?: string;
}

const cases: readonly Case[] = [
  { rule: "few-rows", inside: { rows: 49 }, outside: { rows: 50 }, good: "robust-z", careful: "isolation-forest" },
  { rule: "few-rows-to-learn", inside: { rows: 299 }, outside: { rows: 300 }, careful: "autoencoder" },
  { rule: "one-feature", inside: { features: 1 }, outside: { features: 2 }, good: "robust-z", careful: "mcd" },
  { rule: "rows-per-feature", inside: { features: 334 }, outside: { features: 333 }, careful: "mahalanobis" },
  {
    rule: "many-features",
    inside: { wideFeatures: 101 },
    outside: { wideFeatures: 100 },
    good: "ecod",
    careful: "knn",
  },
  {
    rule: "many-features-to-learn",
    inside: { wideFeatures: 101 },
    outside: { wideFeatures: 100 },
    careful: "autoencoder",
  },
  {
    rule: "only-words",
    inside: { numericColumns: 0, categoryColumns: 3 },
    outside: { numericColumns: 1, categoryColumns: 3 },
    good: "copod",
    careful: "k-means",
  },
  { rule: "mostly-levels", inside: { oneHotFeatures: 5 }, outside: { oneHotFeatures: 4 }, careful: "lof" },
  { rule: "duplicates", inside: { duplicateShare: 0.2 }, outside: { duplicateShare: 0.19 }, careful: "knn" },
  { rule: "missing", inside: { missingShare: 0.31 }, outside: { missingShare: 0.3 }, careful: "pca" },
  { rule: "heavy-tails", inside: { heavyTails: 3 }, outside: { heavyTails: 2 }, good: "ecod", careful: "z-score" },
  { rule: "half-equal", inside: { halfEqual: 3 }, outside: { halfEqual: 2 }, careful: "robust-z" },
  { rule: "sampled-neighbours", inside: { rows: 110_000 }, outside: { rows: 109_000 }, careful: "knn" },
  { rule: "sampled-boundary", inside: { rows: 20_001 }, outside: { rows: 20_000 }, careful: "one-class-svm" },
  { rule: "one-pass", inside: { rows: 100_000 }, outside: { rows: 99_999 }, good: "hbos" },
  { rule: "unsuspicious", inside: { rows: 50 }, outside: { rows: 49 }, good: "unsuspicious-neighbours" },
  { rule: "enough-to-train", inside: { rows: 300 }, outside: { rows: 299 }, good: "autoencoder" },
  { rule: "splits", inside: { rows: 50 }, outside: { features: 0 }, good: "isolation-forest" },
  { rule: "relations", inside: { rows: 100 }, outside: { rows: 99 }, good: "mcd" },
  { rule: "neighbours", inside: { rows: 100 }, outside: { rows: 99 }, good: "knn" },
];

describe("the rules", () => {
  it.each(cases)("$rule holds up to its border", ({ rule, inside, outside, good, careful }) => {
    if (good !== undefined) {
      expect(verdictOf(good, inside)?.verdict).toBe("good");
      expect(reasonsOf(good, inside)).toContain(rule);
      expect(reasonsOf(good, outside)).not.toContain(rule);
    }
    if (careful !== undefined) {
      expect(verdictOf(careful, inside)?.verdict).toBe("careful");
      expect(reasonsOf(careful, inside)).toContain(rule);
      expect(reasonsOf(careful, outside)).not.toContain(rule);
    }
  });

  it("warn of the local outlier factor on every table", () => {
    expect(reasonsOf("lof")).toEqual(["only-local"]);
    expect(verdictOf("lof")?.verdict).toBe("careful");
  });

  it("are all tested, and none speaks for and against the same detector", () => {
    expect(recommendRules.map(({ id }) => id).sort()).toEqual([...cases.map(({ rule }) => rule), "only-local"].sort());
    for (const { recommend, distrust } of recommendRules)
      expect(recommend.filter((id) => distrust.includes(id))).toEqual([]);
  });
});

describe("the verdicts", () => {
  it("put what suits the table first and leave out whom no rule names", () => {
    const verdicts = detectorVerdicts(plain);
    expect(verdicts.map(({ detector, verdict }) => [detector, verdict])).toEqual([
      ["unsuspicious-neighbours", "good"],
      ["autoencoder", "good"],
      ["mcd", "good"],
      ["isolation-forest", "good"],
      ["knn", "good"],
      ["lof", "careful"],
    ]);
  });

  it("let a reason against outweigh reasons for, and give the numbers", () => {
    expect(verdictOf("knn", { duplicateShare: 0.5 })).toEqual({
      detector: "knn",
      verdict: "careful",
      reasons: [{ code: "recommend.duplicates", values: { percent: 50 } }],
    });
  });
});

describe("the choice for a table", () => {
  const codes = (facts: Partial<TableFacts>) =>
    recommendedFor({ ...plain, ...facts }).reasons.map(({ code }) => code.replace("recommend.", ""));
  const members = (facts: Partial<TableFacts>) => recommendedFor({ ...plain, ...facts }).members;

  it("is the two that rank best together", () => {
    expect(members({})).toEqual(["unsuspicious-neighbours", "autoencoder"]);
    expect(codes({})).toEqual(["unsuspicious", "enough-to-train"]);
  });

  it("is the leading one alone where a person chose the rows to learn from", () => {
    expect(recommendedFor(plain, true)).toMatchObject({
      members: ["unsuspicious-neighbours"],
      reasons: [{ code: "recommend.rows-chosen" }],
    });
    expect(recommendedFor({ ...plain, missingShare: 0.5 }, true).members).not.toContain("unsuspicious-neighbours");
  });

  it("replaces whom the table does not suit and says why", () => {
    expect(members({ wideFeatures: 400, features: 400 })).toEqual(["unsuspicious-neighbours"]);
    expect(codes({ wideFeatures: 400, features: 400 })).toEqual(["unsuspicious", "many-features-to-learn"]);
    expect(members({ rows: 200 })).toEqual(["unsuspicious-neighbours", "mcd"]);
    expect(codes({ rows: 200 })).toEqual(["unsuspicious", "relations", "few-rows-to-learn"]);
    expect(members({ rows: 20 })).toEqual(["robust-z", "ecod", "knn"]);
    expect(members({ missingShare: 0.5 })).toEqual(["isolation-forest", "robust-z", "ecod"]);
  });

  it("never names a detector to be careful with, and at least one, whatever the table", () => {
    const values: Partial<Record<keyof TableFacts, readonly number[]>> = {
      rows: [0, 1, 40, 1e6],
      features: [0, 1, 10, 5000],
      numericColumns: [0, 10],
      heavyTails: [0, 10],
      halfEqual: [0, 10],
      missingShare: [0, 1],
      duplicateShare: [0, 1],
    };
    let tables: Partial<TableFacts>[] = [{ categoryColumns: 2 }];
    for (const [name, some] of Object.entries(values))
      tables = tables.flatMap((facts) => some.map((value) => ({ ...facts, [name]: value })));
    for (const facts of tables) {
      const careful = detectorVerdicts({ ...plain, ...facts }).filter(({ verdict }) => verdict === "careful");
      const chosen = members(facts);
      expect(chosen.length).toBeGreaterThan(0);
      expect(chosen.filter((id) => careful.some(({ detector }) => detector === id))).toEqual([]);
    }
  });
});

it("adds the detector of relations to the quick set only where they can be learned", () => {
  const quick = ["isolation-forest", "robust-z"];
  expect(startingSetFor(quick, plain)).toEqual(["isolation-forest", "robust-z", "mcd"]);
  expect(startingSetFor(["mcd", "robust-z"], plain)).toEqual(["mcd", "robust-z"]);
  expect(startingSetFor(quick, { ...plain, numericColumns: 1 })).toEqual(quick);
  // Heavy gaps speak against it.
  expect(startingSetFor(quick, { ...plain, missingShare: 0.4 })).toEqual(quick);
});
