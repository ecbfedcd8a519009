import { expect, it } from "vitest";
import { columnSamples } from "../../core/detect/column-samples";
import { testContext } from "../../testing/test-context";
import { textForm } from "./text-form";

const ROWS = 3000;

async function mostEvidence(values: readonly number[]): Promise<number> {
  const column = { kind: "number" as const, name: "id", values: Float64Array.from(values) };
  const samples = columnSamples([column], ["id"], Uint32Array.from(values.keys()));
  const outcome = await textForm.test(await textForm.fit(samples, {}, testContext()), samples, testContext());
  return outcome.kind === "tested" ? Math.max(...outcome.evidence) : 0;
}

it("finds nothing in numbers that count the rows, whose first are shorter", async () => {
  expect(await mostEvidence(Array.from({ length: ROWS }, (_, row) => row + 1))).toBe(0);
});

it("finds a number of another length among codes of one", async () => {
  const codes = Array.from({ length: ROWS }, (_, row) => 10_000_000 + ((row * 7_919_317) % 89_999_999));
  codes[40] = 1_234_567;
  expect(await mostEvidence(codes)).toBeGreaterThan(Math.log10(ROWS / 0.2));
});
