import { describe, expect, it } from "vitest";
import type { Column } from "../data/column";
import { profileColumn } from "../data/profile";
import { defaultRecipe } from "./default-recipe";
import type { Role } from "./recipe";

const hour = 3_600_000;
const count = 2000;
const numbers = (value: (i: number) => number): Column => ({
  kind: "number",
  name: "x",
  values: Float64Array.from({ length: count }, (_, i) => value(i)),
});
const times = (value: (i: number) => number): Column => ({ ...numbers(value), kind: "time" }) as Column; // same fields
const recipeOf = (columns: readonly Column[], roles: readonly Role[] = columns.map(() => "feature")) =>
  defaultRecipe(columns, columns.map(profileColumn), roles);

describe("defaultRecipe", () => {
  it("fills by kind and signals what is missing often enough to mean something", () => {
    const category: Column = { kind: "category", name: "c", codes: new Int32Array(count), levels: ["a"] };
    const { columns } = recipeOf([
      numbers((i) => i + 0.5),
      numbers((i) => (i % 2 ? NaN : i + 0.5)),
      numbers((i) => (i === 3 ? NaN : i + 0.5)),
      numbers((i) => (i > 9 ? NaN : i + 0.5)),
      numbers((i) => (i > 9 ? NaN : 1)),
      category,
    ]);
    expect(columns.map(({ missingSignal }) => missingSignal)).toEqual([false, true, false, false, true, false]);
    expect(columns.map(({ missing }) => missing.kind)).toEqual([
      ...new Array<string>(5).fill("median"),
      "most-frequent",
    ]);
  });

  it("uses the parts of the clock that some rows are rare in", () => {
    const days = (i: number) => (i % 700) * 24 * hour;
    const partsOf = (time: Column) => recipeOf([time, numbers((i) => i + 0.5)]).columns[0]?.dateParts;
    expect(partsOf(times((i) => days(i) + (8 + (i % 9)) * hour))).toEqual(["hour"]);
    expect(partsOf(times((i) => (Math.floor(i / 5) * 7 + (i % 5)) * 24 * hour))).toEqual(["weekday"]);
    expect(partsOf(times((i) => i * hour))).toEqual([]);
    expect(partsOf(times(days))).toEqual([]);
  });

  it("compares the time between rows where there is nothing else", () => {
    expect(recipeOf([times((i) => i * hour)]).columns[0]?.dateParts).toContain("gap");
  });

  it("compares within groups only where there is a group", () => {
    const columns = [numbers((i) => i % 3), numbers((i) => i)];
    expect(recipeOf(columns, ["group", "feature"]).withinGroup).toBe(true);
    expect(recipeOf(columns).withinGroup).toBe(false);
  });
});
