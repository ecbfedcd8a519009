import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import {
  category,
  column,
  numbers,
  one,
  prefer,
  prepare,
  recipe,
  table,
  text,
  times,
} from "../../testing/small-tables";
import { applyRecipe } from "./apply-recipe";
import { fitRecipe } from "./fit-recipe";
import type { EncodeRule, ScaleRule } from "./recipe";

describe("groups", () => {
  const count = 80;
  const site = category(
    "site",
    Array.from({ length: count }, (_, i) => (i < 79 ? i % 2 : 2)),
    ["a", "b", "tiny"],
  );
  const levels = Array.from({ length: count }, (_, i) => (i % 2 ? 1000 : 0) + (i % 7));
  const level = numbers("level", ...levels);
  const own = recipe([column({ role: "group" }), column()], { withinGroup: true });

  it("compare numbers with their own group, and small groups with all", async () => {
    const { rows, names } = await prepare(table(site, level), own, prefer("standard"));
    expect(names).toEqual(["level"]);
    expect(Math.abs(rows[0]![0]! - rows[7]![0]!)).toBeLessThan(0.5);
    expect(rows[79]![0]).toBeCloseTo((1002 - 502.9) / 500, 1);
  });

  it.each(["standard", "robust"] as const)(
    "fill what is missing with what is usual in the group (%s)",
    async (scale) => {
      const gappy = numbers("level", ...levels.map((value, row) => (row === 30 || row === 31 ? NaN : value)));
      const plain = recipe([column({ role: "group" }), column({ missingSignal: false })], { withinGroup: true });
      const { rows } = await prepare(table(site, gappy), plain, prefer(scale));
      expect(Math.abs(rows[30]![0]!)).toBeLessThan(0.2);
      expect(Math.abs(rows[31]![0]!)).toBeLessThan(0.2);
      // A row whose group is too small is compared with all, and so is what stands for its missing value.
      const last = numbers("level", ...levels.map((value, row) => (row === 79 ? NaN : value)));
      const { rows: others } = await prepare(table(site, last), plain, prefer(scale));
      expect(Math.abs(others[79]![0]!)).toBeLessThan(1.2);
    },
  );

  it("count unknown groups as small", async () => {
    const other = table(category("site", new Array<number>(count).fill(0), ["elsewhere"]), level);
    const { rows } = await prepare(table(site, level), own, prefer("standard"), other);
    expect(rows[1]![0]! - rows[0]![0]!).toBeGreaterThan(1.5);
  });

  it("say when all are too small", async () => {
    const { codes } = await prepare(
      table(site, level),
      recipe([column(), column({ role: "group" })], { withinGroup: true }),
      prefer("none"),
    );
    expect(codes).toContain("prepare.groups-too-small");
  });
});

describe("classes", () => {
  const letters = Array.from({ length: 40 }, (_, i) => (i < 35 ? i % 3 : i === 39 ? -1 : 3));
  const kind = category("kind", letters, ["a", "b", "c", "rare"]);
  const level = numbers("level", ...letters.map((_, i) => i));
  const own = recipe([column({ role: "class" }), column()]);

  it("stand beside the samples, and no detector sees them as a feature", async () => {
    const { names, classes, codes } = await prepare(table(kind, level), own, prefer("none"));
    expect(names).toEqual(["level"]);
    expect(classes).toEqual(Int32Array.from(letters, (letter) => (letter === 3 ? -1 : letter)));
    expect(codes).toEqual([]);
  });

  it("keep their numbers in other data, where new ones are unknown", async () => {
    const other = table(category("kind", [0, 1, 2], ["c", "new", "a"]), numbers("level", 1, 2, 3));
    expect((await prepare(table(kind, level), own, prefer("none"), other)).classes).toEqual(Int32Array.of(2, -1, 0));
  });

  it("are none without two values of enough rows, and are never the label", async () => {
    const few = await prepare(table(category("kind", letters.map((x) => (x ? -1 : 0)), ["a"]), level), own, prefer("none")); // prettier-ignore
    expect([few.classes, few.codes]).toEqual([undefined, ["prepare.classes-too-few"]]);
    const labelled = recipe([column({ role: "label" }), column()]);
    expect((await prepare(table(kind, level), labelled, prefer("none"))).classes).toBeUndefined();
  });
});

describe("other data", () => {
  const own = recipe([column(), column()]);
  const data = table(numbers("a", 1, 2, 3), numbers("b", 10, 20, 40));

  it("finds columns that moved and counts lost ones as missing", async () => {
    const moved = await prepare(data, own, prefer("none"), table(text("new", "x"), numbers("b", 7), numbers("a", 5)));
    expect([moved.rows, [...moved.featureColumns]]).toEqual([[[5, 7]], [2, 1]]);
    const lost = await prepare(data, own, prefer("none"), table(numbers("a", 5), text("b", "7")));
    expect(lost.rows).toEqual([[5, 20]]);
    expect(lost.notes).toEqual([{ code: "prepare.column-absent", values: { count: 1, names: ["b"] } }]);
  });

  const cell = fc.oneof(fc.double(), fc.constant(NaN), fc.constant(Infinity));
  const rowsOf = fc.array(
    fc.tuple(cell, fc.integer({ min: -1, max: 3 }), fc.integer({ min: -1_000_000_000, max: 2_000_000_000 })),
    {
      minLength: 3,
      maxLength: 60,
    },
  );
  const datasetOf = (rows: readonly (readonly [number, number, number])[]) =>
    table(
      numbers("__proto__", ...rows.map(([value]) => value)),
      category(
        "c",
        rows.map(([, code]) => code),
        ["a", "__proto__", "", "d"],
      ),
      times("t", ...rows.map(([, , time]) => time)),
    );

  it("comes out row by row the same, whatever is beside it", async () => {
    const rules = fc.record({
      scale: fc.constantFrom<ScaleRule>("standard", "robust", "min-max", "none"),
      encode: fc.constantFrom<EncodeRule>("one-hot", "frequency", "rare-level"),
      log: fc.boolean(),
      missingSignal: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(rowsOf, rules, fc.nat(), async (rows, { scale, encode, log, missingSignal }, pick) => {
        const whole = datasetOf(rows);
        const own = recipe([
          column({ log, missingSignal }),
          column({ missing: { kind: "most-frequent" }, missingSignal }),
          column({ dateParts: ["hour", "weekday", "elapsed"] }),
        ]);
        fc.pre(new Set(rows.map(([, , time]) => time)).size > 1);
        const fitted = fitRecipe(whole, own, prefer(scale, encode));
        expect(fitRecipe(whole, own, prefer(scale, encode))).toEqual(fitted);
        const all = (await applyRecipe(fitted, whole)).samples;
        const row = pick % rows.length;
        const alone = (await applyRecipe(fitted, datasetOf([rows[row]!]))).samples;
        expect(alone.block(0, 1)).toEqual(all.block(row, row + 1));
        expect(all.block(0, all.count).every(Number.isFinite)).toBe(true);
      }),
      randomRuns(150),
    );
  });
});

describe("size", () => {
  it("prepares 5,000 columns, and blocks join without a seam", async () => {
    const wide = table(
      ...Array.from({ length: 5000 }, (_, c) =>
        numbers(`w${c}`, ...Array.from({ length: 200 }, (_, i) => (i * (c + 1)) % 17)),
      ),
    );
    const { rows, names } = await prepare(wide, recipe(wide.columns.map(() => column())), prefer("none"));
    expect(names).toHaveLength(5000 - Math.floor(5000 / 17));
    expect(rows[150]![names.indexOf("w4998")]).toBe((150 * 4999) % 17);
    expect(rows[199]![0]).toBe(199 % 17);
  });

  it("reports progress that only rises, and drops rows across blocks", async () => {
    const count = 100_000;
    const long = table(numbers("x", ...Array.from({ length: count }, (_, i) => (i % 3 === 0 && i < 90_000 ? NaN : i))));
    const fitted = fitRecipe(long, one({ missing: { kind: "drop-row" } }), prefer("none"));
    const seen: number[] = [];
    const { samples } = await applyRecipe(fitted, long, async (done) => void seen.push(done));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.every((done, i) => done <= 1 && (i === 0 || done >= seen[i - 1]!))).toBe(true);
    expect(seen.at(-1)).toBe(1);
    expect([...samples.block(0, samples.count)]).toEqual([...samples.origin]);
    await expect(applyRecipe(fitted, long, () => Promise.reject(new Error("stop")))).rejects.toThrow("stop");
  });

  it("leaves its input as it was", async () => {
    const data = table(numbers("x", 3, 1, NaN, 2), category("c", [0, 1, -1, 1], ["a", "b"]), times("t", 3, 1, 2, NaN));
    const before = structuredClone(data);
    await prepare(
      data,
      recipe([column({ log: true }), column(), column({ dateParts: ["gap", "hour"] })]),
      prefer("robust"),
    );
    expect(data).toEqual(before);
  });
});
