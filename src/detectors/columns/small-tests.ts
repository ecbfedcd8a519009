import { dixon } from "../../core/findings/outliers/dixon";
import { extremeDeviates } from "../../core/findings/outliers/extreme-deviates";
import { grubbs } from "../../core/findings/outliers/grubbs";
import { defineSmallTest } from "./small-test";

const FOR_SMALL_TABLES =
  "Columns of more than 50 values, and those that do not look normal apart from what is off: of them it says nothing.";

/** One value that is off, by how many deviations. */
export const grubbsTest = defineSmallTest({
  id: "grubbs",
  label: "Grubbs test",
  summary: "In columns of 3 to 50 values: how likely the farthest value is among normal ones, by deviations.",
  blindTo: `Two values that are off and hide each other. ${FOR_SMALL_TABLES}`,
  reference:
    "Grubbs, F. E. (1969). Procedures for Detecting Outlying Observations in Samples. Technometrics 11(1), 1-21.",
  look: (sorted) => [grubbs(sorted)],
});

/** One value that is off, by the gap before it. */
export const dixonTest = defineSmallTest({
  id: "dixon",
  label: "Dixon Q test",
  summary: "In columns of 3 to 50 values: how likely the gap between the farthest value and the next is.",
  blindTo: `Values that are off without a gap before them. ${FOR_SMALL_TABLES}`,
  reference:
    "Dixon, W. J. (1953). Processing Data for Outliers. Biometrics 9(1), 74-89; probabilities integrated as by McBane, G. C. (2006). Programs to Compute Distribution Functions and Critical Values for Extreme Value Ratios for Outlier Detection. J. Stat. Softw. 16(3).",
  look: (sorted) => [dixon(sorted)],
});

/** Several values that are off. */
export const extremeDeviatesTest = defineSmallTest({
  id: "extreme-deviates",
  label: "Generalised ESD test",
  summary: "In columns of 3 to 50 values: up to a fifth of them, five at most, that are too far from all others.",
  blindTo: `More values than that, which are a group of their own. ${FOR_SMALL_TABLES}`,
  reference:
    "Rosner, B. (1983). Percentage Points for a Generalized ESD Many-Outlier Procedure. Technometrics 25(2), 165-172.",
  look: extremeDeviates,
});
