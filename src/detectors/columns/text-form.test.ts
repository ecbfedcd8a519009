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

async function formsOf(values: readonly string[]): Promise<number> {
  const samples = columnSamples([{ kind: "text", name: "place", values }], ["ignore"], Uint32Array.from(values.keys()));
  const outcome = await textForm.test(await textForm.fit(samples, {}, testContext()), samples, testContext());
  return outcome.kind === "tested" ? Math.max(...outcome.evidence) : 0;
}

it("takes a name of three words for no other form than one of two, and one of capitals for one", async () => {
  const names = Array.from(
    { length: 200 },
    (_, at) => (at % 3 ? "Upper" : "Upper Lower") + "abcdefghij".slice(at % 10),
  );
  expect(await formsOf([...names, "Upper Lower Middle"])).toBe(0);
  expect(await formsOf([...names, "UPPER LOWER"])).toBeGreaterThan(Math.log10(ROWS / 0.2));
});

it("says nothing where forms fall off bit by bit", async () => {
  const forms = ["a-", "9-", "a9", "9a", "a/", "9/"];
  const codes = forms.flatMap((form, at) =>
    Array.from({ length: [150, 60, 20, 8, 4, 1][at]! }, (_, n) => `${form}${n}`),
  );
  expect(await formsOf(codes)).toBe(0);
});
