import { afterEach, describe, expect, it, vi } from "vitest";
import { lookAt } from "./look-at";
import { memoryBudgetHere } from "./memory-budget";

afterEach(() => vi.unstubAllGlobals());

/** A machine that says how many gigabytes it has, as Chromium does. */
function machineWith(deviceMemory: number | undefined): void {
  vi.stubGlobal("navigator", { deviceMemory });
}

/** A million rows, of which only the beginning is looked at. */
function millionRows(columns: number): Blob {
  const head = Array.from({ length: columns }, (_, at) => `c${at}`).join(",");
  const block = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: columns }, (_, at) => ((row * 37 + at * 53) % 9973) / 100).join(","),
  ).join("\n");
  return new Blob([`${head}\n`, ...Array.from({ length: 100 }, () => `${block}\n`)]);
}

describe("the memory that is planned with", () => {
  it("is a quarter of what the machine says it has, and never more than a tab is trusted with", () => {
    for (const [gigabytes, budget] of [
      [2, 0.5e9],
      [4, 1e9],
      [8, 1.5e9],
      // Firefox and Safari do not say.
      [undefined, 1.5e9],
    ] as const) {
      machineWith(gigabytes);
      expect(memoryBudgetHere()).toBe(budget);
    }
  });

  it("holds a million rows back where the machine is small, with what they take and how many would do", async () => {
    const blob = millionRows(40);
    const sizeOn = async (gigabytes: number) => {
      machineWith(gigabytes);
      const found = await lookAt({ name: "million.csv", files: [{ path: "million.csv", blob }] });
      return found.is === "table" ? found.inspection.size : expect.fail("no table");
    };
    const small = await sizeOn(2);
    expect(small.rows).toBeGreaterThan(900_000);
    expect(small.rows).toBeLessThan(1_100_000);
    expect(small.memory).toBeGreaterThan(small.budget);
    expect(small.rowsThatFit).toBeGreaterThan(10_000);
    expect(small.rowsThatFit * (small.memory / small.rows)).toBeLessThanOrEqual(small.budget);
    const large = await sizeOn(8);
    expect(large.memory).toBeLessThanOrEqual(large.budget);
  });
});
