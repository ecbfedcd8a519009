import { expect, it } from "vitest";
import { detectorVerdicts, recommendedFor } from "../core/detect/recommend";
import { recommendRules } from "../core/detect/recommend-rules";
import type { TableFacts } from "../core/detect/table-facts";
import { detectors } from "./registry";

const known = detectors.map(({ id }) => id);
const rows = (count: number): TableFacts => ({
  rows: count,
  features: 2,
  wideFeatures: 2,
  oneHotFeatures: 0,
  numericColumns: 2,
  categoryColumns: 0,
  timeColumns: 0,
  missingShare: 0,
  duplicateShare: 0,
  heavyTails: 0,
  halfEqual: 0,
});

it("names only detectors that there are", () => {
  for (const { recommend, distrust } of recommendRules)
    expect(known).toEqual(expect.arrayContaining([...recommend, ...distrust]));
  for (const count of [10, 1000, 1e6]) {
    expect(known).toEqual(expect.arrayContaining([...recommendedFor(rows(count)).members]));
    expect(known).toEqual(expect.arrayContaining(detectorVerdicts(rows(count)).map(({ detector }) => detector)));
  }
});
