import { describe, expect, it } from "vitest";
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
import type { Dataset } from "../data/dataset";
import { fitRecipe } from "./fit-recipe";
import { originalValueOf } from "./original-value";
import type { ColumnRecipe, Recipe, ScaleRule } from "./recipe";

describe("missing numbers", () => {
  const data = table(numbers("x", 1, NaN, 1, 10));
  it.each<[ColumnRecipe["missing"], number]>([
    [{ kind: "median" }, 1],
    [{ kind: "mean" }, 4],
    [{ kind: "most-frequent" }, 1],
    [{ kind: "constant", value: -5 }, -5],
    [{ kind: "constant", value: "-5.5" }, -5.5],
    [{ kind: "constant", value: "unknown" }, 1],
  ])("become %o", async (missing, expected) => {
    expect((await prepare(data, one({ missing }))).rows).toEqual([[1], [expected], [1], [10]]);
  });

  it("drop their row", async () => {
    const { rows, samples, dropped, codes } = await prepare(data, one({ missing: { kind: "drop-row" } }));
    expect(rows).toEqual([[1], [1], [10]]);
    expect([...samples.origin]).toEqual([0, 2, 3]);
    expect([dropped, codes]).toEqual([1, ["prepare.rows-dropped"]]);
  });

  it("are a feature of their own, once for columns that are missing together", async () => {
    const both = table(numbers("x", 1, NaN, 2), numbers("y", 5, NaN, 6));
    const { names, rows, codes } = await prepare(
      both,
      recipe([column({ missingSignal: true }), column({ missingSignal: true })]),
    );
    expect(names).toEqual(["x", "x is missing", "y"]);
    expect(rows[1]).toEqual([1.5, 1, 5.5]);
    expect(codes).toEqual(["prepare.same-missing"]);
  });

  it("tell rows apart by themselves where there is one value or none", async () => {
    const { names, rows } = await prepare(table(numbers("x", 7, NaN, 7)), one({ missingSignal: true }));
    expect(names).toEqual(["x is missing"]);
    expect(rows).toEqual([[0], [1], [0]]);
  });

  it("do not shrink the spread of the values that are there", () => {
    const half = table(numbers("x", ...Array.from({ length: 20 }, (_, i) => (i < 15 ? NaN : i))));
    const [feature] = fitRecipe(half, one(), prefer("robust")).features;
    expect(feature?.scaling).toMatchObject({ center: 17, scale: 2 / 1.349 });
  });
});

describe("numbers", () => {
  it("are scaled in Float64: epoch seconds keep their digits", async () => {
    const { rows } = await prepare(table(numbers("x", 1.7e9, 1.7e9 + 1, 1.7e9 + 2)), one(), prefer("min-max"));
    expect(rows).toEqual([[0], [0.5], [1]]);
  });

  it.each<ScaleRule>(["standard", "robust", "min-max", "none"])(
    "stay finite and ordered at every extreme: %s",
    async (scale) => {
      const values = [-Infinity, -1.7e308, -1, 5e-324, 1e-308, 2, 1e308, Infinity];
      for (const log of [false, true]) {
        const { rows } = await prepare(table(numbers("x", ...values)), one({ log }), prefer(scale));
        const flat = rows.flat();
        expect(flat.every((value, i) => Number.isFinite(value) && (i === 0 || value >= flat[i - 1]!))).toBe(true);
      }
    },
  );

  it("keep infinities the strangest without drowning the rest", async () => {
    const { rows } = await prepare(table(numbers("x", 1, 2, 3, Infinity, -Infinity)), one(), prefer("robust"));
    const [low, , high, above, below] = rows.flat() as [number, number, number, number, number];
    expect(above).toBeGreaterThan(high);
    expect(below).toBeLessThan(low);
    expect(above).toBeLessThan(10);
    const constant = await prepare(table(numbers("x", 5, 5, Infinity)), one(), prefer("robust"));
    expect(constant.rows[2]![0]).toBeGreaterThan(constant.rows[0]![0]!);
  });

  it("take the log before they are scaled, and find their way back", async () => {
    const { rows, fitted } = await prepare(
      table(numbers("x", -100, 0, 10, 1e6)),
      one({ log: true }),
      prefer("standard"),
    );
    const back = rows.map(([value]) => originalValueOf(fitted.features[0]!, value!)!);
    [-100, 0, 10, 1e6].forEach((value, i) => expect(back[i]).toBeCloseTo(value, value === 1e6 ? 0 : 3));
  });

  it("are left out where they are constant, and said so", async () => {
    const { names, notes } = await prepare(
      table(numbers("a", 4, 4), numbers("b", 1, 2), text("t", "x", "y")),
      recipe([column(), column(), column()]),
    );
    expect(names).toEqual(["b"]);
    expect(notes).toEqual([
      { code: "prepare.constant", values: { count: 1, names: ["a"] } },
      { code: "prepare.text-left-out", values: { count: 1, names: ["t"] } },
    ]);
  });
});

describe("categories", () => {
  const data = table(category("c", [0, 0, 0, 1, -1, 2], ["a", "__proto__", "constructor"]));
  const mostFrequent = { missing: { kind: "most-frequent" } } as const;

  it("become a column per level, most frequent first; missing ones the usual level", async () => {
    const { names, rows } = await prepare(data, one(mostFrequent), prefer("standard", "one-hot"));
    expect(names).toEqual(["c = a", "c = __proto__", "c = constructor"]);
    expect(rows.slice(2)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("become shares beyond the limit", async () => {
    const { names, rows } = await prepare(
      data,
      recipe([column(mostFrequent)], { oneHotLimit: 2 }),
      prefer("none", "one-hot"),
    );
    expect(names).toEqual(["c: frequency"]);
    expect(rows.flat().map((share) => Math.round(share * 5))).toEqual([3, 3, 3, 1, 3, 1]);
  });

  it("become bits of rarity; levels not seen before are the rarest", async () => {
    const other = table(category("c", [0, 1, 2], ["toString", "constructor", "a"]));
    const { rows } = await prepare(data, one(mostFrequent), prefer("none"), other);
    expect(rows.flat()).toEqual([Math.log2(9), -Math.log2(2 / 9), -Math.log2(4 / 9)].map(Math.fround));
  });

  it("count missing cells as a level of their own under a constant", async () => {
    const own = one({ missing: { kind: "constant", value: "unknown" } });
    const { names, rows } = await prepare(data, own, prefer("none", "one-hot"));
    expect(names).toContain("c = unknown");
    expect(rows[4]![names.indexOf("c = unknown")]).toBe(1);
    expect((await prepare(data, own)).rows[4]).toEqual([Math.fround(-Math.log2(2 / 11))]);
  });

  it("do not make one bit of chance look like a spread", async () => {
    const even = table(
      category(
        "c",
        Array.from({ length: 401 }, (_, i) => i % 4),
        ["a", "b", "c", "d"],
      ),
    );
    const { rows } = await prepare(even, one(), prefer("standard"));
    expect(Math.max(...rows.flat().map(Math.abs))).toBeLessThan(0.05);
  });

  it("do not fill the memory with indicators", () => {
    const codes = Array.from({ length: 100_000 }, (_, i) => i % 11);
    const shared = category("c", codes, Array.from("abcdefghijk"));
    const wide = table(...Array.from({ length: 60 }, () => shared));
    const { features, notes } = fitRecipe(wide, recipe(wide.columns.map(() => column())), prefer("none", "one-hot"));
    expect(features.length * wide.rowCount).toBeLessThanOrEqual(60e6);
    expect(notes.map(({ code }) => code)).toEqual(["prepare.one-hot-too-wide"]);
  });
});

describe("times", () => {
  const day = 86_400_000;
  const hour = 3_600_000;
  const at = [...Array.from({ length: 40 }, (_, i) => (i % 20) * day + (9 + (i % 8)) * hour), 3 * hour, NaN];
  const data = table(times("when", ...at));

  it("are points on a circle, or rare hours", async () => {
    const waves = await prepare(data, one({ dateParts: ["hour", "weekday"] }), prefer("standard", "one-hot"));
    expect(waves.names).toEqual(["when: hour (sin)", "when: hour (cos)", "when: weekday (sin)", "when: weekday (cos)"]);
    const [sin, cos] = waves.rows[40]!;
    expect(sin! ** 2 + cos! ** 2).toBeCloseTo(1, 6);
    const rarity = await prepare(data, one({ dateParts: ["hour"] }), prefer("none"));
    expect(rarity.names).toEqual(["when: hour"]);
    expect(rarity.rows[40]![0]).toBe(Math.max(...rarity.rows.flat()));
  });

  it("are the days since the first and the time since the last", async () => {
    const { names, rows } = await prepare(
      table(times("when", 3 * day, 0, NaN, day)),
      one({ dateParts: ["elapsed", "gap"] }),
    );
    expect(names).toEqual(["when: elapsed", "when: gap"]);
    expect(rows.map(([days]) => days)).toEqual([3, 0, 1, 1]);
  });
});

describe("nothing left", () => {
  it.each<[string, Dataset, Recipe, string]>([
    ["no rows", table(numbers("x")), one(), "no-rows"],
    ["every row dropped", table(numbers("x", NaN, NaN)), one({ missing: { kind: "drop-row" } }), "no-rows"],
    ["no columns", { name: "t", rowCount: 2, columns: [], sourceRows: null }, recipe([]), "no-features"],
    ["no feature", table(numbers("x", 1, 2)), one({ role: "ignore" }), "no-features"],
    ["one row", table(numbers("x", 1)), one(), "no-features"],
    ["one level", table(category("c", [0, 0], ["a"])), one(), "no-features"],
    ["all missing", table(numbers("x", NaN, NaN)), one({ missingSignal: true }), "no-features"],
    ["all text", table(text("t", "a", "b")), one(), "no-features"],
  ])("%s", (_, dataset, own, code) => {
    expect(() => fitRecipe(dataset, own, prefer("robust"))).toThrow(
      expect.objectContaining({ info: expect.objectContaining({ code }) as unknown }),
    );
  });
});

it("lends a small group the spread of the others for the rows that it lacks, and a large one none", () => {
  const sizes = [40, 40, 12];
  const spread = [1, 1, 0.01];
  const codes = sizes.flatMap((size, code) => Array.from({ length: size }, () => code));
  const values = sizes.flatMap((size, code) =>
    Array.from({ length: size }, (_, at) => 100 * code + (at % 4) * spread[code]!),
  );
  const columns = [category("who", codes, ["a", "b", "c"]), numbers("x", ...values)];
  const own = recipe([column({ role: "group" }), column()], { withinGroup: true });
  const [feature] = fitRecipe(table(...columns), own, prefer("standard")).features;
  const [large = NaN, other = NaN, small = NaN] = feature?.within?.scales ?? [];
  expect(other).toBe(large);
  expect(small).toBeGreaterThan(0.5 * large);
  expect(small).toBeLessThan(large);
});
