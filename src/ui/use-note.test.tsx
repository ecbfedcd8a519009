import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import failures from "../messages/en/failures.json";
import { wholeCatalogue } from "../testing/whole-catalogue";
import { useNote } from "./use-note";

function note() {
  const i18n = wholeCatalogue();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
  );
  return renderHook(useNote, { wrapper }).result.current;
}

it("says why a setting is not possible, with its values", () => {
  const say = note();
  expect(
    say({
      code: "failures.illegal-parameter.what",
      values: { why: "out-of-range", parameter: "trees", min: 10, max: 1000 },
    }),
  ).toBe("“trees” has to be from 10 to 1000. Nothing was run, and earlier results are kept.");
  for (const why of Object.keys(failures["illegal-parameter"].why))
    expect(say({ code: "failures.illegal-parameter.what", values: { why } })).toMatch(
      /^\P{Ll}.*[^{}]*\. Nothing was run/u,
    );
});

it("says what a detector cannot read by the noun of the rows, and without one of rows as such", () => {
  const say = note();
  const title = (context?: string) =>
    say({ code: "failures.not-for-kind.title", values: { detector: "LOF", ...(context && { context }) } });
  expect(title("step")).toBe("This detector does not read time series");
  expect(title("image")).toBe("LOF cannot work on images");
  expect(title("pair")).toBe("This detector does not fit these rows");
  expect(title()).toBe("This detector does not fit these rows");
});

it("says names, lengths and detectors in the person's language", () => {
  const say = note();
  expect(say({ code: "column-finding.several", values: { columns: ["a", "b", "c"] } })).toMatch(/^a, b, c are all/);
  expect(say({ code: "finding.no-values", values: { column: "flow", span: "36 h" } })).toBe(
    "flow has no values for 36 h",
  );
  expect(say({ code: "finding.no-values", values: { column: "flow", span: 1 } })).toBe("flow has no values for 1 step");
  expect(say({ code: "recommend.together", values: { detectors: ["knn", "autoencoder-2"] } })).toBe(
    "Now ranked by these together: Nearest neighbours, autoencoder-2.",
  );
});

it("groups what is counted, and leaves a measured value as a value", () => {
  const say = note();
  expect(say({ code: "finding.sampled", values: { rows: 9000, of: 1_000_000 } })).toMatch(
    /from 9,000 of 1,000,000 rows/,
  );
  expect(say({ code: "finding.off-course", values: { column: "year", value: 1921, expected: 2021 } })).toBe(
    "year is 1921, where about 2021 is usual",
  );
});
