import type { Note } from "../../core/data/note";
import { someOf } from "../../core/detect/column-samples";
import { defineColumnDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { actualAndExpected, learnExpectedNumber, type ExpectedNumber } from "./expect-number";
import { ratioValues, rounded, sideOf } from "./value-reasons";

export interface ExpectedFromOthersModel {
  /** Null where there is no such column of numbers. */
  readonly learned: ExpectedNumber | null;
  readonly sides: "both" | "above" | "below";
}

/**
 * How far one number lies from what the other columns say it should be, in the usual spread of such differences where
 * as much is expected: straight lines through the numbers, read off the rows that fit together (robust regression), and
 * a random forest over what they leave, which also reads the categories. No tree is asked of a row that it learned from
 * (cross-fitting), so that a strange row does not teach what is expected of itself. Higher is stranger; >= 0.
 */
export const expectedFromOthers = defineColumnDetector({
  id: "expected-from-others",
  version: 1,
  label: "Expected from the other columns",
  family: "expectation",
  summary:
    "Predicts one number of each row from its other columns, and measures how far the actual value is from that.",
  blindTo: "Everything but the number that is predicted; and a number that the other columns say nothing about.",
  reference:
    "Breiman, L. (2001). Random forests. Machine Learning 45(1); robust slopes as in Raymaekers, J. & Rousseeuw, P. J. (2021). Fast robust correlation for high-dimensional data. Technometrics 63(2); cross-fitting as in Chernozhukov, V. et al. (2018). Double/debiased machine learning. Econometrics Journal 21(1).",
  prefers: { scale: "none", encode: "frequency", why: { code: "finding.as-read" } },
  params: {
    column: {
      kind: "column",
      label: "Number to predict",
      help: "Such as power from wind speed, or price from size. Automatic takes the number that the other columns tell most about.",
      default: "",
      main: true,
    },
    sides: {
      kind: "choice",
      label: "Strange is",
      help: "Values far from what is expected to both sides, only those above it, or only those below.",
      default: "both",
      options: ["both", "above", "below"],
      main: true,
    },
  },
  async fit(samples, { column, sides }, context): Promise<ExpectedFromOthersModel> {
    requireSamples(samples);
    const learned = await learnExpectedNumber(samples, column, context);
    const at = learned?.numbers[learned.expectation.at];
    const note: Note = at
      ? { code: "expected.column", values: { column: samples.features[at.feature] ?? "" } }
      : { code: "expected.no-column", values: { column } };
    context.note(note);
    await context.checkpoint(1);
    return { learned, sides };
  },
  async score({ learned, sides }: ExpectedFromOthersModel, samples, context) {
    await context.checkpoint(0);
    if (!learned) return new Float64Array(samples.count);
    const { off } = await actualAndExpected(learned, samples, context);
    return off.map((spreads) => strangeness(spreads, sides));
  },
  expect: async ({ learned }: ExpectedFromOthersModel, samples, context) =>
    learned && actualAndExpected(learned, samples, context),
  async reasons({ learned }: ExpectedFromOthersModel, samples, which, context) {
    if (!learned) return [];
    const some = await actualAndExpected(learned, someOf(samples, which), context);
    return which.map((_, at) => {
      const [value, expected] = [some.actual[at]!, some.expected[at]!]; // one for each
      const note: Note = {
        code: `column-finding.${sideOf(value, expected)}-others`,
        values: {
          column: samples.features[some.feature] ?? "",
          value,
          expected: rounded(expected),
          difference: rounded(Math.abs(value - expected)),
          ...ratioValues(value, expected),
        },
      };
      return { note, features: [some.feature], expected };
    });
  },
});

/** A missing value is no strange one. */
function strangeness(off: number, sides: ExpectedFromOthersModel["sides"]): number {
  if (Number.isNaN(off)) return 0;
  return sides === "both" ? Math.abs(off) : Math.max(0, sides === "above" ? off : -off);
}
